//! Tags of measures, activities and partners: one list of words for all of them.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;

use crate::{
    ActivityId, Context, Done, Error, Id, MeasureId, Op, PartnerId, Reason, Record, Result, TagId,
    Workbook,
    activities::Activity,
    measurement::Measure,
    partners::{Partner, Tag},
    storage::{
        self,
        tags::{self, Tagged},
    },
};

/// A change of the tags of records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TagEdit {
    /// They all get the tag of this name; a word that is new becomes one.
    Add(String),
    /// They all lose this tag.
    Remove(TagId),
    /// They have exactly the tags of these names.
    Set(Vec<String>),
}

/// Records whose tags are changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaggedRecords {
    /// Partners.
    Partners(Vec<PartnerId>),
    /// Measures.
    Measures(Vec<MeasureId>),
    /// Activities.
    Activities(Vec<ActivityId>),
}

/// How often a tag is used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TagUse {
    /// By how many partners.
    pub partners: usize,
    /// By how many measures.
    pub measures: usize,
    /// By how many activities.
    pub activities: usize,
}

impl Workbook {
    /// The tags of every measure that has any, by name.
    ///
    /// # Errors
    /// Reading the file.
    pub fn tags_by_measure(&self) -> Result<HashMap<MeasureId, Vec<TagId>>> {
        tags::all(self.db())
    }

    /// The tags of every activity that has any, by name.
    ///
    /// # Errors
    /// Reading the file.
    pub fn tags_by_activity(&self) -> Result<HashMap<ActivityId, Vec<TagId>>> {
        tags::all(self.db())
    }

    /// How often each tag is used; those that are not are left out.
    ///
    /// # Errors
    /// Reading the file.
    pub fn tag_uses(&self) -> Result<HashMap<TagId, TagUse>> {
        let mut uses: HashMap<TagId, TagUse> = HashMap::new();
        for tag in self.tags_by_partner()?.into_values().flatten() {
            uses.entry(tag).or_default().partners += 1;
        }
        for tag in self.tags_by_measure()?.into_values().flatten() {
            uses.entry(tag).or_default().measures += 1;
        }
        for tag in self.tags_by_activity()?.into_values().flatten() {
            uses.entry(tag).or_default().activities += 1;
        }
        Ok(uses)
    }

    /// Changes the tags of records, as one step.
    ///
    /// # Errors
    /// No records; one that is gone; a word that is empty.
    pub fn edit_tags(
        &mut self,
        records: &TaggedRecords,
        edit: &TagEdit,
        context: &Context,
    ) -> Result<Done<()>> {
        match records {
            TaggedRecords::Partners(ids) => {
                self.edit_tags_of::<Partner>(Op::TagPartner, ids, edit, context)
            }
            TaggedRecords::Measures(ids) => {
                self.edit_tags_of::<Measure>(Op::TagMeasures, ids, edit, context)
            }
            TaggedRecords::Activities(ids) => {
                self.edit_tags_of::<Activity>(Op::TagActivities, ids, edit, context)
            }
        }
    }

    fn edit_tags_of<T: Record>(
        &mut self,
        op: Op,
        ids: &[T::Id],
        edit: &TagEdit,
        context: &Context,
    ) -> Result<Done<()>>
    where
        T::Id: Tagged,
    {
        let labels = ids
            .iter()
            .map(|id| Ok(self.get::<T>(*id)?.label()))
            .collect::<Result<Vec<_>>>()?;
        if labels.is_empty() {
            return Err(Error::Invalid {
                field: "ids",
                reason: Reason::Empty,
            });
        }
        let label = match labels.len() {
            ..=3 => labels.join(", "),
            many => many.to_string(),
        };
        self.transact(op, &label, context, |tx| match edit {
            TagEdit::Add(name) => {
                let tag = tag_of(tx, name, context)?;
                ids.iter().try_for_each(|id| tags::add(tx, *id, tag))
            }
            TagEdit::Remove(tag) => ids.iter().try_for_each(|id| tags::remove(tx, *id, *tag)),
            TagEdit::Set(names) => {
                let wanted = tags_of(tx, names, context)?;
                ids.iter()
                    .try_for_each(|id| tags::replace(tx, *id, &wanted))
            }
        })
    }

    /// Makes one tag of two: everything that had `gone` has `kept`, as one step. Views that
    /// people kept follow.
    ///
    /// # Errors
    /// A tag that is gone; a tag merged with itself.
    pub fn merge_tags(&mut self, gone: TagId, kept: TagId, context: &Context) -> Result<Done<()>> {
        if gone == kept {
            return Err(Error::Invalid {
                field: "kept",
                reason: Reason::UnknownChoice,
            });
        }
        let names = [self.get::<Tag>(gone)?.name, self.get::<Tag>(kept)?.name];
        self.transact(Op::MergeTags, &names.join(" → "), context, |tx| {
            move_tag::<PartnerId>(tx, gone, kept)?;
            move_tag::<MeasureId>(tx, gone, kept)?;
            move_tag::<ActivityId>(tx, gone, kept)?;
            tags::rename_in_views(tx, gone, kept)?;
            storage::delete::<Tag>(tx, gone)
        })
    }
}

fn move_tag<T: Tagged>(tx: &Connection, gone: TagId, kept: TagId) -> Result<()> {
    for (tagged, had) in tags::all::<T>(tx)? {
        if had.contains(&gone) {
            tags::remove(tx, tagged, gone)?;
            tags::add(tx, tagged, kept)?;
        }
    }
    Ok(())
}

/// The tags of names, each once, made where there are none.
pub(crate) fn tags_of(tx: &Connection, names: &[String], context: &Context) -> Result<Vec<TagId>> {
    let found = names.iter().map(|name| tag_of(tx, name, context));
    let found = found.collect::<Result<BTreeSet<TagId>>>()?;
    Ok(found.into_iter().collect())
}

/// The tag of a name, made where there is none.
pub(crate) fn tag_of(tx: &Connection, name: &str, context: &Context) -> Result<TagId> {
    let mut tag = Tag {
        name: name.to_owned(),
    };
    tag.clean();
    tag.validate()?;
    let folded = tag.name.to_lowercase();
    let known = storage::list::<Tag>(tx)?;
    if let Some(known) = known
        .iter()
        .find(|known| known.record.name.to_lowercase() == folded)
    {
        return Ok(known.id);
    }
    let id = TagId::new(context.now_ms);
    storage::insert(tx, id, &tag)?;
    Ok(id)
}

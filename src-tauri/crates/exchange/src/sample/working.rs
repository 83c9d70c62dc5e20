//! Loading what activities are made of, once all of them are there: milestones, what waits
//! for what, resources, risks and the log.

use std::collections::HashMap;

use super::load::{At, Loader, SampleError};
use super::values::{day, find, optional_day};
use backbone_core::ActivityId;
use backbone_core::activities::{
    Activity, ActivityLink, ActivityResource, ActivityUpdate, Course, LinkKind, Milestone,
    ResourceKind, Risk,
};
use serde::Deserialize;

/// What is known of the work of one activity.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Worked {
    activity: String,
    #[serde(default)]
    milestones: Vec<Reached>,
    /// Activities that have to end before it begins.
    #[serde(default)]
    waits_for: Vec<Tied>,
    /// Activities that use what it makes.
    #[serde(default)]
    feeds: Vec<Tied>,
    #[serde(default)]
    resources: Vec<Given>,
    #[serde(default)]
    risks: Vec<Feared>,
    #[serde(default)]
    updates: Vec<Told>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reached {
    name: String,
    due: String,
    done_on: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tied {
    activity: String,
    #[serde(default)]
    note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    kind: String,
    description: String,
    partner: Option<String>,
    /// In whole units of the currency.
    amount: Option<i64>,
    is_secured: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Feared {
    title: String,
    likelihood: u8,
    effect: u8,
    owner: String,
    response: String,
    raised_on: String,
    closed_on: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    date: String,
    author: String,
    course: String,
    text: String,
}

impl Loader<'_> {
    pub(super) fn working(&mut self, all: &[Worked]) -> Result<(), SampleError> {
        let activities: HashMap<String, ActivityId> = self
            .book
            .list::<Activity>()?
            .into_iter()
            .map(|entry| (entry.record.name, entry.id))
            .collect();
        for worked in all {
            let at = || format!("work of “{}”", worked.activity);
            let id = find(&activities, "activity", &worked.activity).at(at)?;
            self.plan(id, worked).at(at)?;
            self.surroundings(id, worked).at(at)?;
            for tied in &worked.waits_for {
                let other = find(&activities, "activity", &tied.activity).at(at)?;
                self.tie(other, id, LinkKind::Before, tied).at(at)?;
            }
            for tied in &worked.feeds {
                let other = find(&activities, "activity", &tied.activity).at(at)?;
                self.tie(id, other, LinkKind::Feeds, tied).at(at)?;
            }
        }
        Ok(())
    }

    fn plan(&mut self, activity_id: ActivityId, worked: &Worked) -> Result<(), SampleError> {
        for reached in &worked.milestones {
            let milestone = Milestone {
                activity_id,
                name: reached.name.clone(),
                due: day(&reached.due)?,
                done_on: optional_day(reached.done_on.as_deref())?,
            };
            // The day a sample is opened on may lie before its own days.
            let _ = self.book.add(milestone, self.context)?;
        }
        for told in &worked.updates {
            let update = ActivityUpdate {
                activity_id,
                date: day(&told.date)?,
                author: told.author.clone(),
                course: Course::from_word("course", &told.course)?,
                text: told.text.clone(),
            };
            let _ = self.book.add(update, self.context)?;
        }
        Ok(())
    }

    fn surroundings(
        &mut self,
        activity_id: ActivityId,
        worked: &Worked,
    ) -> Result<(), SampleError> {
        for given in &worked.resources {
            let giver = given.partner.as_deref();
            let resource = ActivityResource {
                activity_id,
                partner_id: giver
                    .map(|name| find(&self.names.partners, "partner", name))
                    .transpose()?,
                kind: ResourceKind::from_word("kind", &given.kind)?,
                description: given.description.clone(),
                amount: given.amount.map(|amount| amount.saturating_mul(100)),
                is_secured: given.is_secured,
            };
            let _ = self.book.add(resource, self.context)?;
        }
        for feared in &worked.risks {
            let risk = Risk {
                activity_id: Some(activity_id),
                title: feared.title.clone(),
                likelihood: feared.likelihood,
                effect: feared.effect,
                owner: feared.owner.clone(),
                response: feared.response.clone(),
                raised_on: day(&feared.raised_on)?,
                closed_on: optional_day(feared.closed_on.as_deref())?,
            };
            let _ = self.book.add(risk, self.context)?;
        }
        Ok(())
    }

    fn tie(
        &mut self,
        from_id: ActivityId,
        to_id: ActivityId,
        kind: LinkKind,
        tied: &Tied,
    ) -> Result<(), SampleError> {
        let link = ActivityLink {
            from_id,
            to_id,
            kind,
            note: tied.note.clone(),
        };
        let _ = self.book.add_activity_link(link, self.context)?;
        Ok(())
    }
}

//! What an activity waits for, and what it feeds. What waits for each other in a circle could
//! never begin and is refused; what begins too early is only said, for plans are often made
//! before dates are settled.

use std::collections::{HashMap, HashSet};

use super::Activity;
use crate::{
    ActivityId, ActivityLinkId, Context, Done, Error, Id, Op, Reason, Record, Result, Workbook,
    storage::{self, LONGEST_TEXT, choice, record, require_length},
};

choice! {
    /// How one activity is tied to another.
    LinkKind {
        /// The other can begin only when this one has ended.
        Before = "before",
        /// What this one makes is used by the other.
        Feeds = "feeds",
    }
}

record! {
    /// One activity comes before another, or feeds it.
    ActivityLink, ActivityLinkId, "activity_links", order "id", AddActivityLink ChangeActivityLink RemoveActivityLink {
        /// The one that comes first.
        from_id: ActivityId,
        /// The one that waits or is fed.
        to_id: ActivityId,
        /// How they are tied.
        kind: LinkKind,
        /// What passes from one to the other, or why it waits.
        note: String,
    }
    label(this) this.note.chars().take(80).collect();
    validate(this) {
        if this.from_id == this.to_id {
            return Err(Error::Invalid { field: "to_id", reason: Reason::Circular });
        }
        require_length("note", &this.note, LONGEST_TEXT)
    };
}

impl ActivityLink {
    /// Whether the plan does not fit here: `waiting`, which is still ahead, begins before
    /// `first` has ended. What is done or given up has ended, by whatever day was planned; of
    /// what is not, the last day is still a day of it, so that what waits begins the day after
    /// at the earliest. What only feeds another may begin at any time. Without both days
    /// nothing can be said, and nothing is.
    #[must_use]
    pub fn is_too_early(&self, first: &Activity, waiting: &Activity) -> bool {
        let matters = self.kind == LinkKind::Before && first.is_ahead() && waiting.is_ahead();
        let days = waiting.starts.zip(first.ends).filter(|_| matters);
        days.is_some_and(|(starts, ends)| starts <= ends)
    }
}

/// The way from `from` to `to` along `links`, both ends included; none where there is none.
/// Shortest first, so that a circle is named by as few activities as close it.
#[must_use]
pub fn way(
    links: &[(ActivityId, ActivityId)],
    from: ActivityId,
    to: ActivityId,
) -> Option<Vec<ActivityId>> {
    let mut next: HashMap<ActivityId, Vec<ActivityId>> = HashMap::new();
    for (one, other) in links {
        next.entry(*one).or_default().push(*other);
    }
    let mut came_from: HashMap<ActivityId, ActivityId> = HashMap::new();
    let mut seen = HashSet::from([from]);
    let mut reached = std::collections::VecDeque::from([from]);
    while let Some(at) = reached.pop_front() {
        if at == to {
            let mut way = vec![at];
            let mut step = at;
            while let Some(before) = came_from.get(&step) {
                way.push(*before);
                step = *before;
            }
            way.reverse();
            return Some(way);
        }
        for other in next.get(&at).into_iter().flatten() {
            if seen.insert(*other) {
                came_from.insert(*other, at);
                reached.push_back(*other);
            }
        }
    }
    None
}

impl Workbook {
    /// Ties one activity to another.
    ///
    /// # Errors
    /// An activity tied to itself; [`Error::Circle`] where activities would wait for each
    /// other; a tie that is there already; an activity that is gone.
    pub fn add_activity_link(
        &mut self,
        mut link: ActivityLink,
        context: &Context,
    ) -> Result<Done<ActivityLinkId>> {
        link.clean();
        link.validate()?;
        let label = self.label_of(&link)?;
        self.refuse_circle(None, &link)?;
        let id = ActivityLinkId::new(context.now_ms);
        self.transact(ActivityLink::ADD, &label, context, |tx| {
            storage::insert(tx, id, &link).map_err(at_other)?;
            Ok(id)
        })
    }

    /// Changes a tie between activities.
    ///
    /// # Errors
    /// As [`Self::add_activity_link`]; a tie that is gone.
    pub fn change_activity_link(
        &mut self,
        id: ActivityLinkId,
        mut link: ActivityLink,
        context: &Context,
    ) -> Result<Done<()>> {
        link.clean();
        link.validate()?;
        let label = self.label_of(&link)?;
        self.refuse_circle(Some(id), &link)?;
        self.transact(ActivityLink::CHANGE, &label, context, |tx| {
            storage::update(tx, id, &link).map_err(at_other)
        })
    }

    /// Unties one activity from another.
    ///
    /// # Errors
    /// A tie that is gone.
    pub fn remove_activity_link(
        &mut self,
        id: ActivityLinkId,
        context: &Context,
    ) -> Result<Done<()>> {
        let link = self.get::<ActivityLink>(id)?;
        let label = self.label_of(&link)?;
        self.transact(Op::RemoveActivityLink, &label, context, |tx| {
            storage::delete::<ActivityLink>(tx, id)
        })
    }

    /// “Train the tutors → Tutor after school”, for the change log.
    fn label_of(&self, link: &ActivityLink) -> Result<String> {
        let from = self.get::<Activity>(link.from_id)?.name;
        let to = self.get::<Activity>(link.to_id)?.name;
        Ok(format!("{from} → {to}"))
    }

    /// Activities may feed each other; what waits for itself can never begin.
    fn refuse_circle(&self, changed: Option<ActivityLinkId>, new: &ActivityLink) -> Result<()> {
        if new.kind != LinkKind::Before {
            return Ok(());
        }
        let links: Vec<(ActivityId, ActivityId)> = self
            .list::<ActivityLink>()?
            .into_iter()
            .filter(|entry| entry.record.kind == LinkKind::Before && Some(entry.id) != changed)
            .map(|entry| (entry.record.from_id, entry.record.to_id))
            .collect();
        let Some(way) = way(&links, new.to_id, new.from_id) else {
            return Ok(());
        };
        // The new tie leads from the end of the way back to where it began.
        let circle = way.into_iter().chain([new.to_id]);
        let names: Result<Vec<String>> = circle
            .map(|id| Ok(self.get::<Activity>(id)?.name))
            .collect();
        Err(Error::Circle(names?))
    }
}

/// A tie that is there already is mended by choosing another activity.
fn at_other(error: Error) -> Error {
    match error {
        Error::Invalid {
            reason: Reason::Taken,
            ..
        } => Error::Invalid {
            field: "to_id",
            reason: Reason::Taken,
        },
        error => error,
    }
}

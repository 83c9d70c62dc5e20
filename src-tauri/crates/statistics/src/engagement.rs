//! F10: engagement of a partner, as four parts that stand beside each other. There is no
//! composite: a sum would hide which of them to talk about.

use serde::Serialize;

use crate::{Error, Rule};

/// The rule of this module.
pub const RULE: Rule = Rule {
    id: "engagement",
    formula: "attendance = attended ÷ invited over 12 months; recency = days since the last touch ÷ \
              agreed days between touches; follow-through = actions closed on time ÷ due; data \
              timeliness = requests answered on time ÷ due",
    source: "Plain counts of what is recorded; parts, no composite score",
};

/// Months over which attendance is counted.
pub const MONTHS: u32 = 12;

/// How many of those that were due were done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Attended, closed or answered on time.
    pub done: u32,
    /// Invited or due.
    pub due: u32,
}

/// What the rule looks at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Inputs {
    /// Meetings of the last [`MONTHS`] attended, of those invited to.
    pub meetings: Tally,
    /// Days since the last touch; none where there has been none.
    pub days_since_touch: Option<u32>,
    /// Agreed days between touches; none where nothing is agreed.
    pub cadence_days: Option<u32>,
    /// Action items closed on time, of those due.
    pub actions: Tally,
    /// Requests for data answered on time, of those due.
    pub data_requests: Tally,
}

/// What a part says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A share of what was due.
    Share,
    /// Nothing was due, so there is no share.
    NothingDue,
    /// The last touch is no longer ago than agreed.
    WithinCadence,
    /// The last touch is longer ago than agreed.
    Overdue,
    /// There has been no touch.
    NeverTouched,
    /// No cadence is agreed.
    NoCadence,
}

/// One part with what it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Part {
    /// What it says.
    pub answer: Answer,
    /// Done, or days since the last touch.
    pub numerator: Option<u32>,
    /// Due, or agreed days between touches.
    pub denominator: Option<u32>,
    /// Numerator in percent of the denominator; of recency, above 100 is overdue.
    pub percent: Option<f64>,
}

/// Engagement of a partner.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Engagement {
    /// The rule.
    pub rule: Rule,
    /// What it looked at.
    pub inputs: Inputs,
    /// Meetings attended of those invited to.
    pub attendance: Part,
    /// Days since the last touch against those agreed.
    pub recency: Part,
    /// Action items closed on time of those due.
    pub follow_through: Part,
    /// Requests for data answered on time of those due.
    pub data_timeliness: Part,
    /// Number of points it rests on: invitations, the last touch, actions and requests.
    pub points: usize,
}

/// The parts of a partner's engagement.
///
/// # Errors
/// More done than due, a cadence of no days.
pub fn parts(inputs: Inputs) -> Result<Engagement, Error> {
    let due = [inputs.meetings, inputs.actions, inputs.data_requests];
    let events: usize = due.iter().map(|tally| tally.due as usize).sum();
    Ok(Engagement {
        rule: RULE,
        inputs,
        attendance: share("attended", inputs.meetings)?,
        recency: recency(inputs.days_since_touch, inputs.cadence_days)?,
        follow_through: share("closed on time", inputs.actions)?,
        data_timeliness: share("answered on time", inputs.data_requests)?,
        points: events + usize::from(inputs.days_since_touch.is_some()),
    })
}

fn share(what: &'static str, tally: Tally) -> Result<Part, Error> {
    if tally.done > tally.due {
        return Err(Error::OutOfRange {
            what,
            why: "is more than there was",
        });
    }
    let percent = percent(tally.done, tally.due);
    Ok(Part {
        answer: match percent {
            Some(_) => Answer::Share,
            None => Answer::NothingDue,
        },
        numerator: Some(tally.done),
        denominator: Some(tally.due),
        percent,
    })
}

fn recency(days: Option<u32>, cadence: Option<u32>) -> Result<Part, Error> {
    if cadence == Some(0) {
        return Err(Error::OutOfRange {
            what: "cadence_days",
            why: "is not above 0",
        });
    }
    Ok(Part {
        answer: match (days, cadence) {
            (None, _) => Answer::NeverTouched,
            (Some(_), None) => Answer::NoCadence,
            (Some(days), Some(cadence)) if days > cadence => Answer::Overdue,
            (Some(_), Some(_)) => Answer::WithinCadence,
        },
        numerator: days,
        denominator: cadence,
        percent: days
            .zip(cadence)
            .and_then(|(days, cadence)| percent(days, cadence)),
    })
}

fn percent(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| 100.0 * f64::from(part) / f64::from(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(done: u32, due: u32) -> Tally {
        Tally { done, due }
    }

    #[test]
    fn every_part_stands_with_what_it_is_made_of() {
        let found = parts(Inputs {
            meetings: tally(9, 12),
            days_since_touch: Some(45),
            cadence_days: Some(30),
            actions: tally(3, 4),
            data_requests: tally(0, 2),
        })
        .unwrap();
        let said = |part: Part| (part.numerator, part.denominator, part.percent, part.answer);
        for (part, wanted) in [
            (found.attendance, (9, 12, 75.0, Answer::Share)),
            (found.recency, (45, 30, 150.0, Answer::Overdue)),
            (found.follow_through, (3, 4, 75.0, Answer::Share)),
            (found.data_timeliness, (0, 2, 0.0, Answer::Share)),
        ] {
            let (numerator, denominator, percent, answer) = wanted;
            assert_eq!(
                said(part),
                (Some(numerator), Some(denominator), Some(percent), answer)
            );
        }
        assert_eq!(found.points, 19);
    }

    #[test]
    fn nothing_due_is_no_share_and_no_zero() {
        let found = parts(Inputs::default()).unwrap();
        for part in [
            found.attendance,
            found.follow_through,
            found.data_timeliness,
        ] {
            assert_eq!((part.answer, part.percent), (Answer::NothingDue, None));
        }
        assert_eq!(found.points, 0);
    }

    #[test]
    fn recency_is_held_against_what_was_agreed() {
        for (days, cadence, wanted) in [
            (Some(30), Some(30), Answer::WithinCadence),
            (Some(31), Some(30), Answer::Overdue),
            (Some(0), Some(30), Answer::WithinCadence),
            (None, Some(30), Answer::NeverTouched),
            (None, None, Answer::NeverTouched),
            (Some(400), None, Answer::NoCadence),
        ] {
            let found = recency(days, cadence).unwrap().answer;
            assert_eq!(found, wanted, "{days:?} days, agreed {cadence:?}");
        }
    }

    #[test]
    fn more_than_there_was_and_a_cadence_of_no_days_are_refused() {
        let too_many = Inputs {
            actions: tally(3, 2),
            ..Inputs::default()
        };
        assert!(parts(too_many).is_err());
        let unmeant = Inputs {
            cadence_days: Some(0),
            ..Inputs::default()
        };
        assert!(parts(unmeant).is_err());
    }

    proptest::proptest! {
        #[test]
        fn shares_lie_between_nothing_and_all(done in 0u32..1_000, more in 0u32..1_000) {
            let found = share("done", tally(done, done + more)).unwrap();
            match found.percent {
                Some(percent) => proptest::prop_assert!((0.0..=100.0).contains(&percent)),
                None => proptest::prop_assert_eq!(done + more, 0),
            }
        }
    }
}

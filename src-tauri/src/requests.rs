//! Data requests as window and command line share them: periods as typed, standings and
//! findings in words, the reminder.

use backbone_core::{
    Error, Reason, Result, Workbook,
    measurement::{DataRequest, Measure, Period, RequestStanding},
    partners::{Partner, Person},
    reporting::RequestFacts,
};
use backbone_exchange::{readings_import::rhythm, requests::Finding};
use backbone_figures::{dates, numbers};
use backbone_report::finding_words;
use chrono::NaiveDate;

use crate::{commands, words};

/// The periods of a measure among those typed; none typed stands for the latest that has
/// ended. Texts of another rhythm than the measure's are for other measures.
///
/// # Errors
/// No text is a period of this measure.
pub fn periods(measure: &Measure, typed: &[String]) -> Result<Vec<Period>> {
    let rhythm = rhythm(measure.frequency);
    let mut all: Vec<Period> = Vec::new();
    for text in typed {
        let period = commands::convert::period("periods", text, rhythm)
            .or_else(|_| commands::convert::period("periods", text, None))?;
        if !all.contains(&period) {
            all.push(period);
        }
    }
    let kind = std::mem::discriminant(&measure.frequency.latest_ended(NaiveDate::default()));
    let is_own = |period: &&Period| std::mem::discriminant(*period) == kind;
    let own: Vec<Period> = all.iter().filter(is_own).copied().collect();
    match own.is_empty() {
        // Figures that come now and then may be of any period.
        true if rhythm.is_none() => Ok(all),
        true if !typed.is_empty() => Err(Error::Invalid {
            field: "periods",
            reason: Reason::NotAPeriod,
        }),
        _ => Ok(own),
    }
}

/// “F12, Kindergarten readiness, Everyone, 2025–26: 460 is over 100%.”
pub fn described(finding: &Finding) -> String {
    let said = said(finding);
    let place = [finding.address.as_str(), finding.subject.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    if place.is_empty() {
        said
    } else {
        format!("{}: {said}", place.join(", "))
    }
}

/// What was noticed, without its place.
pub fn said(finding: &Finding) -> String {
    finding_words(finding.kind.code(), &finding.particulars())
}

/// “9 days late”, “Due in 12 days”, “Received Nov 24, 2026”.
pub fn standing_words(facts: &RequestFacts, today: NaiveDate) -> String {
    let request = &facts.request.record;
    let on = |id: &str, day: Option<backbone_core::Day>| {
        let date = day.map(|day| dates::short(day.0)).unwrap_or_default();
        words::get_with(id, &[("date", date.into())])
    };
    match facts.standing {
        RequestStanding::Draft => words::get("request-stands-draft"),
        RequestStanding::Due => words::get_with(
            "request-stands-due",
            &[("days", (request.due.0 - today).num_days().into())],
        ),
        RequestStanding::Late => words::get_with(
            "request-stands-late",
            &[("days", request.days_late(today).unwrap_or(0).into())],
        ),
        RequestStanding::Received => on("request-stands-received", request.received_on),
        RequestStanding::Accepted => on("request-stands-accepted", request.accepted_on),
        RequestStanding::Withdrawn => on("request-stands-withdrawn", request.withdrawn_on),
    }
}

/// “4 of 5, 80%”; “1 of 2, too few to say” where fewer than three.
pub fn rate(part: u32, whole: u32, share: Option<f64>) -> String {
    match share {
        Some(share) => words::get_with(
            "request-rate",
            &[
                ("part", part.into()),
                ("whole", whole.into()),
                ("percent", numbers::written(share * 100.0, 0).into()),
            ],
        ),
        None => words::get_with(
            "request-rate-few",
            &[("part", part.into()), ("whole", whole.into())],
        ),
    }
}

/// A reminder ready to be sent: its subject and its text.
pub fn reminder(
    book: &Workbook,
    facts: &RequestFacts,
    today: NaiveDate,
) -> Result<(String, String)> {
    let request: &DataRequest = &facts.request.record;
    let partner: Partner = book.get(request.partner_id)?;
    let initiative = book.initiative()?;
    let contact = book
        .list::<Person>()?
        .into_iter()
        .find(|person| person.record.partner_id == request.partner_id);
    let name = contact.map_or(partner.name, |person| person.record.name);
    let sender = match initiative.backbone_organization.as_str() {
        "" => initiative.name.clone(),
        name => name.to_owned(),
    };
    let days = (today - request.due.0).num_days().max(0);
    let paragraphs = [
        words::get_with("letter-greeting", &[("name", name.into())]),
        words::get_with(
            "reminder-body",
            &[
                ("title", request.title.as_str().into()),
                ("date", dates::plain(request.due.0).into()),
                ("days", days.into()),
            ],
        ),
        words::get_with(
            "reminder-measures",
            &[("names", facts.measures.join(", ").into())],
        ),
        words::get("reminder-help"),
        words::get_with("reminder-thanks", &[("initiative", initiative.name.into())]),
        format!("{}\n{sender}", words::get("letter-regards")),
    ];
    let subject = words::get_with(
        "reminder-subject",
        &[("title", request.title.as_str().into())],
    );
    Ok((subject, paragraphs.join("\n\n")))
}

#[cfg(test)]
mod tests {
    use backbone_core::measurement::Frequency;
    use backbone_exchange::requests::{FindingKind, NotReturned, Refused};

    use super::*;

    #[test]
    fn every_code_has_its_words() {
        for code in FindingKind::CODES {
            assert!(words::has(&format!("finding-{code}")), "{code}");
        }
        for code in NotReturned::ALL.iter().map(|reason| reason.code()) {
            assert!(words::has(&format!("not-returned-{code}")), "{code}");
        }
        for code in Refused::ALL.iter().map(Refused::code) {
            assert!(words::has(&format!("not-returned-{code}")), "{code}");
        }
    }

    #[test]
    fn each_measure_takes_the_periods_of_its_own_rhythm() {
        let mut measure = Measure::named("KR", "Readiness");
        let typed = ["2025-26".to_owned(), "Q3 2026".to_owned()];
        assert_eq!(
            periods(&measure, &typed).unwrap(),
            [Period::SchoolYear(2025)]
        );
        measure.frequency = Frequency::Quarterly;
        assert_eq!(
            periods(&measure, &typed).unwrap(),
            [Period::Quarter(2026, 3)]
        );
        measure.frequency = Frequency::Irregular;
        assert_eq!(
            periods(&measure, &typed).unwrap().len(),
            2,
            "any period will do"
        );
        measure.frequency = Frequency::Monthly;
        assert!(
            periods(&measure, &typed).is_err(),
            "none of them is a month"
        );
        assert_eq!(
            periods(&measure, &[]).unwrap(),
            [],
            "the latest is chosen later"
        );
    }
}

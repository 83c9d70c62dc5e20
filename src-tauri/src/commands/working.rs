//! Activities at work: how each stands, its page, and what is changed there.

use backbone_contract::{
    ActivityPage, Added, ChangeLink, ChangeMilestone, ChangeResource, ChangeRisk, ChangeUpdate,
    CloseRisk, LinkForm, MilestoneForm, Nothing, ReachMilestone, RecordRequest, ResourceForm,
    RiskForm, SetActivityStatus, StandingLine, UpdateForm, WireError,
};
use backbone_core::{
    ActivityId, ActivityLinkId, ActivityResourceId, ActivityUpdateId, Day, Error, Id, MilestoneId,
    Reason, Result, RiskId,
    activities::{
        ActivityLink, ActivityResource, ActivityStatus, ActivityUpdate, Course, LinkKind,
        Milestone, ResourceKind, Risk,
    },
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use tauri::{AppHandle, Runtime, State};

use super::{
    activity_page,
    convert::{day, figure, optional_id, required_day},
};
use crate::{clock, session::Session};

type Answer<T> = std::result::Result<T, WireError>;

#[tauri::command]
pub fn list_activity_standings(
    request: Nothing,
    session: State<'_, Session>,
) -> Answer<Vec<StandingLine>> {
    let Nothing {} = request;
    session.read(|book| {
        let standings = book.activity_standings(clock::today())?;
        Ok(standings
            .iter()
            .map(|(id, standing)| activity_page::standing_line(*id, standing))
            .collect())
    })
}

#[tauri::command]
pub fn read_activity(request: RecordRequest, session: State<'_, Session>) -> Answer<ActivityPage> {
    session.read(|book| activity_page::shown(book, ActivityId::parse(&request.id)?, clock::today()))
}

#[tauri::command]
pub fn set_activity_status<R: Runtime>(
    app: AppHandle<R>,
    request: SetActivityStatus,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        let status = ActivityStatus::from_word("status", &request.status)?;
        book.set_activity_status(ActivityId::parse(&request.id)?, status, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_milestone<R: Runtime>(
    app: AppHandle<R>,
    request: MilestoneForm,
    session: State<'_, Session>,
) -> Answer<Added> {
    let id = session.write(&app, |book, context| {
        book.add_milestone(milestone(request)?, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_milestone<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeMilestone,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        let id = MilestoneId::parse(&request.id)?;
        book.change_milestone(id, milestone(request.form)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn reach_milestone<R: Runtime>(
    app: AppHandle<R>,
    request: ReachMilestone,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        let done_on = request.is_done.then_some(Day(context.today));
        book.reach_milestone(MilestoneId::parse(&request.id)?, done_on, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_milestone<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        book.remove::<Milestone>(MilestoneId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_activity_update<R: Runtime>(
    app: AppHandle<R>,
    request: UpdateForm,
    session: State<'_, Session>,
) -> Answer<Added> {
    let id = session.write(&app, |book, context| {
        let mut record = update(request)?;
        if record.author.trim().is_empty() {
            record.author.clone_from(&context.author);
        }
        book.add(record, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_activity_update<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeUpdate,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        let id = ActivityUpdateId::parse(&request.id)?;
        book.change(id, update(request.form)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_activity_update<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        book.remove::<ActivityUpdate>(ActivityUpdateId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_activity_resource<R: Runtime>(
    app: AppHandle<R>,
    request: ResourceForm,
    session: State<'_, Session>,
) -> Answer<Added> {
    let id = session.write(&app, |book, context| book.add(resource(request)?, context))?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_activity_resource<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeResource,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        let id = ActivityResourceId::parse(&request.id)?;
        book.change(id, resource(request.form)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_activity_resource<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        book.remove::<ActivityResource>(ActivityResourceId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_risk<R: Runtime>(
    app: AppHandle<R>,
    request: RiskForm,
    session: State<'_, Session>,
) -> Answer<Added> {
    let id = session.write(&app, |book, context| book.add_risk(risk(request)?, context))?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_risk<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeRisk,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        book.change_risk(RiskId::parse(&request.id)?, risk(request.form)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn close_risk<R: Runtime>(
    app: AppHandle<R>,
    request: CloseRisk,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        let closed_on = request.is_closed.then_some(Day(context.today));
        book.close_risk(RiskId::parse(&request.id)?, closed_on, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_risk<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        book.remove::<Risk>(RiskId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_activity_link<R: Runtime>(
    app: AppHandle<R>,
    request: LinkForm,
    session: State<'_, Session>,
) -> Answer<Added> {
    let id = session.write(&app, |book, context| {
        book.add_activity_link(link(&request)?, context)
            .map_err(at_other)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_activity_link<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeLink,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        let id = ActivityLinkId::parse(&request.id)?;
        book.change_activity_link(id, link(&request.form)?, context)
            .map_err(at_other)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_activity_link<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Answer<Nothing> {
    session.write(&app, |book, context| {
        book.remove_activity_link(ActivityLinkId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

fn milestone(form: MilestoneForm) -> Result<Milestone> {
    Ok(Milestone {
        activity_id: ActivityId::parse(&form.activity)?,
        name: form.name,
        due: required_day("due", &form.due)?,
        done_on: day("done_on", &form.done_on)?,
    })
}

fn update(form: UpdateForm) -> Result<ActivityUpdate> {
    Ok(ActivityUpdate {
        activity_id: ActivityId::parse(&form.activity)?,
        date: required_day("date", &form.date)?,
        author: form.author,
        course: Course::from_word("course", &form.course)?,
        text: form.text,
    })
}

fn resource(form: ResourceForm) -> Result<ActivityResource> {
    Ok(ActivityResource {
        activity_id: ActivityId::parse(&form.activity)?,
        partner_id: optional_id(form.partner.as_deref())?,
        kind: ResourceKind::from_word("kind", &form.kind)?,
        description: form.description,
        amount: cents(&form.amount)?,
        is_secured: form.is_secured,
    })
}

/// An amount as typed, with or without its sign, in the smallest unit of the currency.
fn cents(text: &str) -> Result<Option<i64>> {
    let Some(amount) = figure("amount", text.trim().trim_start_matches('$'))? else {
        return Ok(None);
    };
    amount
        .0
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|cents| cents.round().to_i64())
        .map(Some)
        .ok_or(Error::Invalid {
            field: "amount",
            reason: Reason::OutOfRange,
        })
}

fn risk(form: RiskForm) -> Result<Risk> {
    Ok(Risk {
        activity_id: Some(ActivityId::parse(&form.activity)?),
        title: form.title,
        likelihood: form.likelihood,
        effect: form.effect,
        owner: form.owner,
        response: form.response,
        raised_on: required_day("raised_on", &form.raised_on)?,
        closed_on: day("closed_on", &form.closed_on)?,
    })
}

/// A tie the way it is kept: from the one that comes first.
fn link(form: &LinkForm) -> Result<ActivityLink> {
    let here = ActivityId::parse(&form.activity)?;
    let other = ActivityId::parse(&form.other).map_err(|_| Error::Invalid {
        field: "other",
        reason: Reason::Empty,
    })?;
    let (from_id, to_id, kind) = match form.role.as_str() {
        "waits_for" => (other, here, LinkKind::Before),
        "fed_by" => (other, here, LinkKind::Feeds),
        "comes_before" => (here, other, LinkKind::Before),
        "feeds" => (here, other, LinkKind::Feeds),
        _ => {
            return Err(Error::Invalid {
                field: "role",
                reason: Reason::UnknownChoice,
            });
        }
    };
    Ok(ActivityLink {
        from_id,
        to_id,
        kind,
        note: form.note.clone(),
    })
}

/// What the core says of the far end is mended at the choice of the other activity.
fn at_other(error: Error) -> Error {
    match error {
        Error::Invalid {
            field: "to_id",
            reason,
        } => Error::Invalid {
            field: "other",
            reason,
        },
        error => error,
    }
}

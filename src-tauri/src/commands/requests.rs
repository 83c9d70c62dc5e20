//! Data requests: the board, making and changing them, their sheets, what comes back, and
//! the messages that go out.

use backbone_contract::{
    AddRequests, AskableMeasure, ChangeRequest, CommitReturned, ErrorCode, MarkRequests, Message,
    NamedRecord, Nothing, PartnerProposal, ProposedMeasure, RateLine, RecordRequest,
    RecordsRequest, RequestBoard, RequestForm, RequestLine, RequestProposals, RequestsAdded,
    ReturnedFiles, ReturnedKey, ReturnedTaken, Saved, SheetsSaved, Standing, StandingCount,
    WireError,
};
use backbone_core::{
    DataRequestId, Error, Id, MeasureId, Reason, Result as CoreResult, Workbook,
    measurement::{
        Breakdown, Calculation, DataRequest, Group, Measure, MeasureStatus, Period, Place,
        RequestMark, RequestStanding, Wanted, WantedChoice,
    },
    partners::Partner,
    reporting::RequestFacts,
};
use backbone_exchange::requests::{Form, write};
use backbone_figures::dates;
use backbone_report::{Paper, letter, letter_text};
use chrono::{NaiveDate, TimeDelta};
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_dialog::DialogExt;

use super::{
    convert::{day_text, ids, optional_id, required_day},
    session::{ask_where_to_save, cannot_write, safe_name},
};
use crate::{
    clock, requests,
    session::{Session, lock},
    words, writing,
};

/// Days a new request gives.
const USUAL_DAYS: i64 = 21;

#[tauri::command]
pub fn list_requests(
    request: Nothing,
    session: State<'_, Session>,
) -> Result<RequestBoard, WireError> {
    let Nothing {} = request;
    let today = clock::today();
    session.read(|book| {
        let all = book.request_facts(today)?;
        let rates = book.supply_rates(today)?;
        let mut requests = Vec::new();
        for facts in &all {
            requests.push(line(book, facts, today)?);
        }
        let counts = RequestStanding::ALL.iter().map(|standing| StandingCount {
            standing: shown(*standing),
            count: count(all.iter().filter(|one| one.standing == *standing).count()),
        });
        let partners = book.list::<Partner>()?;
        let rates = partners.into_iter().filter_map(|partner| {
            let rates = rates.get(&partner.id)?;
            let is_counted = rates.requests + rates.figures > 0;
            is_counted.then(|| RateLine {
                partner: partner.record.name,
                on_time: requests::rate(rates.on_time, rates.requests, rates.timeliness()),
                unquestioned: requests::rate(rates.unquestioned, rates.figures, rates.quality()),
            })
        });
        Ok(RequestBoard {
            counts: counts.collect(),
            rates: rates.collect(),
            requests,
        })
    })
}

fn line(book: &Workbook, facts: &RequestFacts, today: NaiveDate) -> CoreResult<RequestLine> {
    let request = &facts.request.record;
    let step = [
        ("accepted", request.accepted_on),
        ("received", request.received_on),
        ("sent", request.sent_on),
    ]
    .into_iter()
    .find_map(|(step, day)| day.map(|day| (step, day)));
    let last_step = match step {
        Some((step, day)) => words::get_with(
            &format!("request-step-{step}"),
            &[("date", dates::short(day.0).into())],
        ),
        None => words::get("request-step-made"),
    };
    let findings = match &facts.returned {
        Some(returned) => book.findings_of(returned.id)?.len(),
        None => 0,
    };
    let returned = facts.returned.as_ref().map(|returned| {
        let record = &returned.record;
        words::get_with(
            "request-came-back",
            &[
                ("file", record.file_name.as_str().into()),
                ("answered", record.answered.into()),
                ("asked", record.asked.into()),
            ],
        )
    });
    Ok(RequestLine {
        id: facts.request.id.to_string(),
        partner: facts.partner.clone(),
        title: request.title.clone(),
        due: dates::short(request.due.0),
        standing: shown(facts.standing),
        words: requests::standing_words(facts, today),
        measures: facts.measures.clone(),
        figures: facts.figures,
        last_step,
        returned,
        findings: count(findings),
    })
}

fn shown(standing: RequestStanding) -> Standing {
    match standing {
        RequestStanding::Late => Standing::Late,
        RequestStanding::Received => Standing::Received,
        RequestStanding::Due => Standing::Due,
        RequestStanding::Draft => Standing::Draft,
        RequestStanding::Accepted => Standing::Accepted,
        RequestStanding::Withdrawn => Standing::Withdrawn,
    }
}

fn count(found: usize) -> u32 {
    u32::try_from(found).unwrap_or(u32::MAX)
}

#[tauri::command]
pub fn propose_requests(
    request: Nothing,
    session: State<'_, Session>,
) -> Result<RequestProposals, WireError> {
    let Nothing {} = request;
    let today = clock::today();
    session.read(|book| {
        let mut measures = book.list::<Measure>()?;
        measures.retain(|measure| {
            measure.record.calculation == Calculation::Entered
                && measure.record.status != MeasureStatus::Retired
        });
        let latest = |measure: &Measure| measure.frequency.latest_ended(today).label();
        let proposals = book.request_proposals(today)?;
        let mut periods: Vec<String> = Vec::new();
        for (id, period, _) in proposals.iter().flat_map(|one| &one.measures) {
            let is_askable = measures.iter().any(|measure| measure.id == *id);
            if is_askable && !periods.contains(&period.label()) {
                periods.push(period.label());
            }
        }
        let title = words::get_with(
            "request-usual-title",
            &[("periods", periods.join(", ").into())],
        );
        Ok(RequestProposals {
            partners: proposals
                .into_iter()
                .map(|proposal| PartnerProposal {
                    id: proposal.partner.id.to_string(),
                    name: proposal.partner.record.name,
                    measures: proposal
                        .measures
                        .into_iter()
                        .map(|(id, _, reason)| ProposedMeasure {
                            id: id.to_string(),
                            because: words::get(&format!("request-because-{}", reason.code())),
                        })
                        .collect(),
                })
                .collect(),
            measures: measures
                .iter()
                .map(|measure| AskableMeasure {
                    id: measure.id.to_string(),
                    latest: latest(&measure.record),
                    name: measure.record.name.clone(),
                })
                .collect(),
            breakdowns: book
                .list::<Breakdown>()?
                .into_iter()
                .map(|one| NamedRecord {
                    id: one.id.to_string(),
                    name: one.record.name,
                })
                .collect(),
            places: book
                .list::<Place>()?
                .into_iter()
                .filter(|one| !one.record.is_benchmark)
                .map(|one| NamedRecord {
                    id: one.id.to_string(),
                    name: one.record.name,
                })
                .collect(),
            due: (today + TimeDelta::days(USUAL_DAYS)).to_string(),
            title: if periods.is_empty() {
                String::new()
            } else {
                title
            },
        })
    })
}

/// What a form asks for, figure by figure.
fn wanted(
    book: &Workbook,
    form: &RequestForm,
    measures: &[String],
    today: NaiveDate,
) -> CoreResult<Vec<Wanted>> {
    let typed: Vec<String> = form
        .periods
        .split([',', ';', '\n'])
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    let mut choice = WantedChoice {
        breakdown: optional_id(form.breakdown.as_deref())?,
        places: ids(&form.places)?,
        measures: Vec::new(),
    };
    for id in ids::<MeasureId>(measures)? {
        let measure: Measure = book.get(id)?;
        choice
            .measures
            .push((id, requests::periods(&measure, &typed)?));
    }
    book.wanted(&choice, today)
}

#[tauri::command]
pub fn add_requests<R: Runtime>(
    app: AppHandle<R>,
    request: AddRequests,
    session: State<'_, Session>,
) -> Result<RequestsAdded, WireError> {
    let ids = session.write(&app, |book, context| {
        let form = &request.form;
        let due = required_day("due", &form.due)?;
        let mut all = Vec::new();
        for asked in &request.partners {
            let mut record = DataRequest::to(Id::parse(&asked.partner)?, &form.title, due.0);
            record.note.clone_from(&form.note);
            all.push((record, wanted(book, form, &asked.measures, context.today)?));
        }
        if all.is_empty() {
            return Err(Error::Invalid {
                field: "partners",
                reason: Reason::Empty,
            });
        }
        book.add_data_requests(all, context)
    })?;
    Ok(RequestsAdded {
        ids: ids.iter().map(ToString::to_string).collect(),
    })
}

#[tauri::command]
pub fn read_request(
    request: RecordRequest,
    session: State<'_, Session>,
) -> Result<RequestForm, WireError> {
    session.read(|book| {
        let id = DataRequestId::parse(&request.id)?;
        let record: DataRequest = book.get(id)?;
        let groups = book.list::<Group>()?;
        let mut form = RequestForm {
            title: record.title,
            due: day_text(Some(record.due)),
            note: record.note,
            periods: String::new(),
            breakdown: None,
            places: Vec::new(),
            measures: Vec::new(),
        };
        let mut periods: Vec<String> = Vec::new();
        let add = |list: &mut Vec<String>, text: String| {
            if !list.contains(&text) {
                list.push(text);
            }
        };
        for cell in book.requested_cells(id)? {
            add(&mut form.measures, cell.record.measure_id.to_string());
            // The label of a day holds a comma, which parts periods here.
            let period = cell.record.period;
            let is_day = matches!(period, Period::Day(_));
            let text = if is_day {
                period.to_string()
            } else {
                period.label()
            };
            add(&mut periods, text);
            if let Some(place) = cell.record.place_id {
                add(&mut form.places, place.to_string());
            }
            if let Some(group) = cell.record.group_id {
                let found = groups.iter().find(|one| one.id == group);
                form.breakdown = found.map(|one| one.record.breakdown_id.to_string());
            }
        }
        form.periods = periods.join(", ");
        Ok(form)
    })
}

#[tauri::command]
pub fn change_request<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeRequest,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = DataRequestId::parse(&request.id)?;
        let form = &request.form;
        let mut record: DataRequest = book.get(id)?;
        record.title.clone_from(&form.title);
        record.note.clone_from(&form.note);
        record.due = required_day("due", &form.due)?;
        let wanted = wanted(book, form, &form.measures, context.today)?;
        book.change_data_request(id, record, &wanted, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_request<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<DataRequest>(DataRequestId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn mark_requests<R: Runtime>(
    app: AppHandle<R>,
    request: MarkRequests,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let mark = match request.mark.as_str() {
            "sent" => RequestMark::Sent,
            "accepted" => RequestMark::Accepted,
            "withdrawn" => RequestMark::Withdrawn,
            "taken_up" => RequestMark::TakenUp,
            _ => {
                return Err(Error::Invalid {
                    field: "mark",
                    reason: Reason::UnknownChoice,
                });
            }
        };
        book.mark_data_requests(&ids::<DataRequestId>(&request.ids)?, mark, context)
    })?;
    Ok(Nothing {})
}

/// Writes the sheets of requests: one where the person says, several into a folder.
#[tauri::command]
pub fn save_request_sheets<R: Runtime>(
    app: AppHandle<R>,
    request: RecordsRequest,
    session: State<'_, Session>,
) -> Result<SheetsSaved, WireError> {
    let forms = session.read(|book| {
        let ids: Vec<DataRequestId> = ids(&request.ids)?;
        ids.into_iter()
            .map(|id| Form::read(book, id))
            .collect::<CoreResult<Vec<Form>>>()
    })?;
    let nothing = SheetsSaved {
        count: 0,
        place: String::new(),
    };
    let name = |form: &Form| safe_name(&format!("{} {}", form.partner, form.title));
    if let [form] = forms.as_slice() {
        let proposed = format!("{}.xlsx", name(form));
        let path = ask_where_to_save(&app, "dialog-sheet", &proposed, "xlsx", "Excel");
        let Some(path) = path else {
            return Ok(nothing);
        };
        let bytes = write(form).map_err(unexpected)?;
        writing::replace(&path, &bytes).map_err(|error| cannot_write(&error))?;
        return Ok(SheetsSaved {
            count: 1,
            place: path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
        });
    }
    let chosen = app
        .dialog()
        .file()
        .set_title(words::get("dialog-sheets"))
        .blocking_pick_folder();
    let Some(folder) = chosen.and_then(|folder| folder.into_path().ok()) else {
        return Ok(nothing);
    };
    for form in &forms {
        let bytes = write(form).map_err(unexpected)?;
        // Sheets of other requests in the folder are never written over.
        let name = name(form);
        let path = std::iter::once(format!("{name}.xlsx"))
            .chain((2..).map(|number| format!("{name} {number}.xlsx")))
            .map(|name| folder.join(name))
            .find(|path| !path.exists())
            .unwrap_or_else(|| folder.join(&name));
        writing::replace(&path, &bytes).map_err(|error| cannot_write(&error))?;
    }
    Ok(SheetsSaved {
        count: count(forms.len()),
        place: folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
    })
}

fn unexpected(error: impl std::fmt::Display) -> WireError {
    tracing::error!(%error, "a file could not be made");
    WireError {
        code: ErrorCode::Unexpected,
        field: None,
        detail: None,
    }
}

/// Asks for files that came back, many at once; those chosen before go on waiting.
#[tauri::command]
pub fn choose_returned_files<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<ReturnedFiles, WireError> {
    let chosen = app
        .dialog()
        .file()
        .set_title(words::get("dialog-returned"))
        .add_filter("Excel, OpenDocument", &["xlsx", "xlsm", "xls", "ods"])
        .blocking_pick_files()
        .unwrap_or_default();
    let paths: Vec<_> = chosen
        .into_iter()
        .filter_map(|path| path.into_path().ok())
        .collect();
    lock(&session.returned).hold(&paths);
    read_returned_files(request, session)
}

#[tauri::command]
pub fn read_returned_files(
    request: Nothing,
    session: State<'_, Session>,
) -> Result<ReturnedFiles, WireError> {
    let Nothing {} = request;
    waiting(&session)
}

fn waiting(session: &Session) -> Result<ReturnedFiles, WireError> {
    let held = lock(&session.returned);
    let files = session.read(|book| held.shown(book))?;
    Ok(ReturnedFiles { files })
}

#[tauri::command]
pub fn commit_returned_file<R: Runtime>(
    app: AppHandle<R>,
    request: CommitReturned,
    session: State<'_, Session>,
) -> Result<ReturnedTaken, WireError> {
    let mut answered = String::new();
    let (_, outcome) = {
        let held = lock(&session.returned);
        session.write(&app, |book, context| {
            let (file_name, mut review) = held.review(request.key, book)?.ok_or(Error::NotFound)?;
            review.leave_out(&request.leave_out);
            answered = review.request.id.to_string();
            review.commit(book, &file_name, context)
        })?
    };
    lock(&session.returned).dismiss(request.key);
    Ok(ReturnedTaken {
        request: answered,
        added: outcome.added,
        changed: outcome.changed,
        rest: waiting(&session)?,
    })
}

#[tauri::command]
pub fn dismiss_returned_file(
    request: ReturnedKey,
    session: State<'_, Session>,
) -> Result<ReturnedFiles, WireError> {
    lock(&session.returned).dismiss(request.key);
    waiting(&session)
}

#[tauri::command]
pub fn write_letter(
    request: RecordRequest,
    session: State<'_, Session>,
) -> Result<Message, WireError> {
    session.read(|book| {
        let facts = book.letter_facts(DataRequestId::parse(&request.id)?, clock::today())?;
        Ok(Message {
            subject: words::get_with(
                "letter-subject",
                &[("title", facts.request.title.as_str().into())],
            ),
            text: letter_text(&facts),
        })
    })
}

#[tauri::command]
pub fn save_letter<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Result<Saved, WireError> {
    let facts = session
        .read(|book| book.letter_facts(DataRequestId::parse(&request.id)?, clock::today()))?;
    let paper = match lock(&session.remembered).settings().paper {
        backbone_contract::Paper::Letter => Paper::Letter,
        backbone_contract::Paper::A4 => Paper::A4,
    };
    let rendered = letter(&facts, paper).map_err(unexpected)?;
    let proposed = format!(
        "{}.pdf",
        safe_name(&format!("{} {}", facts.partner.name, facts.request.title))
    );
    let Some(path) = ask_where_to_save(&app, "dialog-letter", &proposed, "pdf", "PDF") else {
        return Ok(Saved { file_name: None });
    };
    writing::replace(&path, &rendered.bytes).map_err(|error| cannot_write(&error))?;
    let file_name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    *lock(&session.exported) = Some(path);
    Ok(Saved {
        file_name: Some(file_name),
    })
}

#[tauri::command]
pub fn write_reminder(
    request: RecordRequest,
    session: State<'_, Session>,
) -> Result<Message, WireError> {
    let today = clock::today();
    session.read(|book| {
        let id = DataRequestId::parse(&request.id)?;
        let facts = book
            .request_facts(today)?
            .into_iter()
            .find(|facts| facts.request.id == id)
            .ok_or(Error::NotFound)?;
        let (subject, text) = requests::reminder(book, &facts, today)?;
        Ok(Message { subject, text })
    })
}

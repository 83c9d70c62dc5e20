//! Import of a contact list: choose, tell columns apart, decide, commit.

use backbone_contract::{
    ContactChoices, ContactColumn, ContactDecision, ContactPreview, ContactRow, ContactsImported,
    Nothing, WireError,
};
use backbone_core::{Error, Reason, Workbook};
use backbone_exchange::{
    codes::Coded,
    contacts::{Choice, Field, Standing},
    table::ReadOptions,
};
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_dialog::DialogExt;

use super::convert::invalid;
use crate::{
    contacts::{ContactSession, names},
    errors::{gone, unreadable},
    session::{Session, lock},
    words,
};

/// Contacts of one page.
const PAGE: usize = 100;

#[tauri::command]
pub fn choose_contacts<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Option<ContactPreview>, WireError> {
    let Nothing {} = request;
    let chosen = app
        .dialog()
        .file()
        .set_title(words::get("dialog-contacts"))
        .add_filter(
            "CSV, Excel, vCard",
            &[
                "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "vcf", "vcard",
            ],
        )
        .blocking_pick_file();
    let Some(path) = chosen.and_then(|path| path.into_path().ok()) else {
        return Ok(None);
    };
    let mut list = ContactSession::read(&path, &ReadOptions::default()).map_err(unreadable)?;
    let preview = session.read(|book| {
        list.look(book)?;
        shown(&list, book, 0, false)
    })?;
    *lock(&session.contacts) = Some(list);
    Ok(Some(preview))
}

#[tauri::command]
pub fn preview_contacts(
    request: ContactChoices,
    session: State<'_, Session>,
) -> Result<ContactPreview, WireError> {
    let mut held = lock(&session.contacts);
    let list = held.as_mut().ok_or_else(gone)?;
    let fields: Option<Vec<Field>> = request
        .fields
        .iter()
        .map(|word| Field::by_code(word))
        .collect();
    let fields = fields.ok_or_else(|| invalid("fields", Reason::UnknownChoice))?;
    let without = Some(request.without.trim().to_owned()).filter(|name| !name.is_empty());
    let is_other = fields.len() == list.fields.len() && fields != list.fields;
    session.read(|book| {
        if is_other || without != list.without {
            list.fields = fields;
            list.without = without;
            // What was decided was decided about other contacts.
            list.choices.clear();
            list.look(book)?;
        }
        let from = usize::try_from(request.from).unwrap_or(0);
        shown(list, book, from, request.only_noted)
    })
}

#[tauri::command]
pub fn decide_contact(
    request: ContactDecision,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    let mut held = lock(&session.contacts);
    let list = held.as_mut().ok_or_else(gone)?;
    let choice =
        Choice::by_code(&request.choice).ok_or_else(|| invalid("choice", Reason::UnknownChoice))?;
    match request.at {
        Some(at) => {
            list.choices
                .insert(usize::try_from(at).unwrap_or(usize::MAX), choice);
        }
        None => {
            for (at, one) in list.looked.iter().enumerate() {
                if matches!(
                    one.standing,
                    Standing::LikePerson(_) | Standing::LikeContact(_)
                ) {
                    list.choices.insert(at, choice);
                }
            }
        }
    }
    Ok(Nothing {})
}

#[tauri::command]
pub fn commit_contacts<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<ContactsImported, WireError> {
    let Nothing {} = request;
    let mut held = lock(&session.contacts);
    let list = held.as_ref().ok_or_else(gone)?;
    let taken = session.write(&app, |book, context| {
        let steps = list.steps(book)?;
        book.import_contacts(&steps, &list.file_name, context)
    });
    let taken = match taken {
        // Everybody is there already, with all the list says.
        Err(error) if error.field.as_deref() == Some("contacts") => Default::default(),
        taken => taken?,
    };
    *held = None;
    Ok(ContactsImported {
        people: taken.people,
        filled: taken.filled,
        partners: taken.partners,
    })
}

#[tauri::command]
pub fn cancel_contacts(
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    let Nothing {} = request;
    lock(&session.contacts).take();
    Ok(Nothing {})
}

fn shown(
    list: &ContactSession,
    book: &Workbook,
    from: usize,
    only_noted: bool,
) -> Result<ContactPreview, Error> {
    let names = names(book)?;
    let count = |wanted: Choice| {
        let of = (0..list.looked.len()).filter(|at| list.choice(*at) == wanted);
        number(of.count())
    };
    let noted: Vec<usize> = (0..list.looked.len())
        .filter(|at| !list.notes(*at, &names).is_empty())
        .collect();
    let wanted: Vec<usize> = if only_noted {
        noted.clone()
    } else {
        (0..list.looked.len()).collect()
    };
    let mut new_partners: Vec<String> = list
        .looked
        .iter()
        .enumerate()
        .filter(|(at, one)| !one.is_known_partner && list.choice(*at) == Choice::Add)
        .map(|(_, one)| backbone_exchange::names::fold(&one.contact.organization))
        .collect();
    new_partners.sort_unstable();
    new_partners.dedup();
    let row = |at: &usize| {
        let one = list.looked.get(*at)?;
        Some(ContactRow {
            at: number(*at),
            row: one.contact.row,
            name: one.contact.name.clone(),
            organization: one.contact.organization.clone(),
            role: one.contact.role.clone(),
            email: one.contact.email.clone(),
            phone: one.contact.phone.clone(),
            standing: one.standing.code().to_owned(),
            choice: list.choice(*at).code().to_owned(),
            notes: list.notes(*at, &names),
        })
    };
    let columns = list.list.heads().iter().zip(&list.fields);
    Ok(ContactPreview {
        file_name: list.file_name.clone(),
        columns: columns
            .map(|(head, field)| ContactColumn {
                head: head.clone(),
                field: field.code().to_owned(),
            })
            .collect(),
        without: list.without.clone().unwrap_or_default(),
        rows: wanted
            .iter()
            .skip(from)
            .take(PAGE)
            .filter_map(row)
            .collect(),
        from: number(from),
        shown: number(wanted.len()),
        count: number(list.looked.len()),
        add: count(Choice::Add),
        merge: count(Choice::Merge),
        skip: count(Choice::Skip),
        noted: number(noted.len()),
        new_partners: number(new_partners.len()),
    })
}

fn number(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

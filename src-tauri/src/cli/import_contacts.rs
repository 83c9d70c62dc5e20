//! `import --contacts`: reads a contact list, or says what would become of each contact.

use std::io::Write;

use backbone_core::Workbook;
use backbone_exchange::{
    codes::Coded,
    contacts::{Choice, Field, Standing},
};
use serde_json::json;

use super::{arguments::ImportArguments, import_options as options, refusal::Refusal};
use crate::{
    clock,
    contacts::{self, ContactSession},
    imports::Unreadable,
    problems,
};

pub fn run(arguments: &ImportArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let mut list = read(arguments)?;
    if arguments.preview {
        let book = Workbook::open_read_only(&arguments.file)?;
        list.look(&book)?;
        settle(&mut list, arguments);
        return tell(&list, &book, arguments, output, None);
    }
    let context = clock::now(&clock::login_name());
    let mut book = Workbook::open(&arguments.file, &context.author)?;
    let outcome = commit(&mut list, &mut book, arguments, &context, output);
    book.close()?;
    outcome
}

fn commit(
    list: &mut ContactSession,
    book: &mut Workbook,
    arguments: &ImportArguments,
    context: &backbone_core::Context,
    output: &mut impl Write,
) -> Result<(), Refusal> {
    list.look(book)?;
    settle(list, arguments);
    let blocked = list
        .looked
        .iter()
        .filter(|one| matches!(one.standing, Standing::NoName | Standing::NoOrganization))
        .count();
    if blocked > 0 && !arguments.skip_problems {
        tell(list, book, arguments, output, Some((0, 0, 0)))?;
        return Err(Refusal::because(format!(
            "nothing was imported\n  {blocked} contacts have no name or no organization \
             (pass --organization NAME for those without one, --column HEAD=ROLE, or --skip-problems)"
        )));
    }
    let steps = list.steps(book)?;
    let done = book.import_contacts(&steps, &list.file_name, context);
    let written = match done {
        Ok(done) => (done.value.people, done.value.filled, done.value.partners),
        // Every contact is there already.
        Err(backbone_core::Error::Invalid {
            field: "contacts", ..
        }) => (0, 0, 0),
        Err(error) => return Err(error.into()),
    };
    tell(list, book, arguments, output, Some(written))
}

fn read(arguments: &ImportArguments) -> Result<ContactSession, Refusal> {
    let path = &arguments.table;
    let given = options::reading(arguments)?;
    let mut list = ContactSession::read(path, &given).map_err(|error| match error {
        Unreadable::Table(error) => {
            Refusal::because(format!("{}: {}", path.display(), problems::no_table(error)))
        }
        Unreadable::File(error) => Refusal::because(format!("{}: {error}", path.display())),
    })?;
    for choice in &arguments.columns {
        let wanted = "--column takes HEAD=ROLE";
        let (head, word) = choice
            .rsplit_once('=')
            .ok_or_else(|| Refusal::usage(wanted))?;
        let field = Field::by_code(word.trim()).ok_or_else(|| {
            let words: Vec<&str> = Field::CODES.iter().map(|(_, word)| *word).collect();
            Refusal::usage(format!("“{word}” is none of: {}", words.join(", ")))
        })?;
        let heads = list.list.heads();
        let at = heads
            .iter()
            .position(|known| known.trim().to_lowercase() == head.trim().to_lowercase())
            .ok_or_else(|| {
                Refusal::because(format!(
                    "there is no column “{head}”; there are: {}",
                    heads.join(", ")
                ))
            })?;
        if let Some(slot) = list.fields.get_mut(at) {
            *slot = field;
        }
    }
    list.without.clone_from(&arguments.organization);
    Ok(list)
}

/// What is done with contacts that are like one that is known.
fn settle(list: &mut ContactSession, arguments: &ImportArguments) {
    let Some(choice) = arguments.on_duplicate else {
        return;
    };
    let choice = match choice {
        super::arguments::DuplicateChoice::Merge => Choice::Merge,
        super::arguments::DuplicateChoice::Skip => Choice::Skip,
        super::arguments::DuplicateChoice::Add => Choice::Add,
    };
    for (at, one) in list.looked.iter().enumerate() {
        if matches!(
            one.standing,
            Standing::LikePerson(_) | Standing::LikeContact(_)
        ) {
            list.choices.insert(at, choice);
        }
    }
}

fn tell(
    list: &ContactSession,
    book: &Workbook,
    arguments: &ImportArguments,
    output: &mut impl Write,
    written: Option<(u32, u32, u32)>,
) -> Result<(), Refusal> {
    let names = contacts::names(book)?;
    let count = |wanted: Choice| {
        (0..list.looked.len())
            .filter(|at| list.choice(*at) == wanted)
            .count()
    };
    if arguments.json {
        let rows: Vec<_> = list
            .looked
            .iter()
            .enumerate()
            .map(|(at, one)| {
                json!({
                    "row": one.contact.row,
                    "name": one.contact.name,
                    "organization": one.contact.organization,
                    "role": one.contact.role,
                    "email": one.contact.email,
                    "phone": one.contact.phone,
                    "standing": one.standing.code(),
                    "choice": list.choice(at).code(),
                    "notes": list.notes(at, &names),
                })
            })
            .collect();
        let imported = written.map(|(people, filled, partners)| {
            json!({ "people": people, "filled": filled, "partners": partners })
        });
        writeln!(
            output,
            "{}",
            json!({ "contacts": rows, "imported": imported })
        )?;
        return Ok(());
    }
    writeln!(
        output,
        "{} contacts: {} to add, {} to merge, {} left out",
        list.looked.len(),
        count(Choice::Add),
        count(Choice::Merge),
        count(Choice::Skip)
    )?;
    if written.is_none() {
        for (at, one) in list.looked.iter().enumerate() {
            for note in list.notes(at, &names) {
                writeln!(
                    output,
                    "  row {}, {}: {note}",
                    one.contact.row, one.contact.name
                )?;
            }
        }
    }
    match written {
        None => writeln!(output, "nothing was changed; this was a preview")?,
        Some((0, 0, 0)) => writeln!(output, "nothing was changed")?,
        Some((people, filled, partners)) => writeln!(
            output,
            "imported: {people} people added, {filled} filled in, {partners} partners added; \
             one undo takes it back"
        )?,
    }
    Ok(())
}

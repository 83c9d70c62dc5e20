//! Which column of a table holds what of a contact.

use super::Contact;
use crate::codes::Coded;
use crate::names::fold;
use crate::table::Table;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The whole name.
    Name,
    /// The given name.
    FirstName,
    /// The family name.
    LastName,
    /// The organization.
    Organization,
    /// The role in it.
    Role,
    /// The e-mail.
    Email,
    /// The phone.
    Phone,
    /// Nothing that is read.
    Ignore,
}

impl Coded for Field {
    const CODES: &'static [(Self, &'static str)] = &[
        (Self::Name, "name"),
        (Self::FirstName, "first_name"),
        (Self::LastName, "last_name"),
        (Self::Organization, "organization"),
        (Self::Role, "role"),
        (Self::Email, "email"),
        (Self::Phone, "phone"),
        (Self::Ignore, "ignore"),
    ];
}

/// Heads by what they mean, folded; the first that fits decides.
const HEADS: &[(Field, &[&str])] = &[
    (
        Field::FirstName,
        &[
            "first name",
            "given name",
            "first",
            "firstname",
            "vorname",
            "nombre de pila",
            "prenom",
        ],
    ),
    (
        Field::LastName,
        &[
            "last name",
            "family name",
            "surname",
            "last",
            "lastname",
            "nachname",
            "apellido",
            "apellidos",
        ],
    ),
    (
        Field::Organization,
        &[
            "organization",
            "organisation",
            "company",
            "company name",
            "organization name",
            "organization 1 name",
            "partner",
            "agency",
            "school",
            "employer",
            "org",
            "account name",
            "organizacion",
            "firma",
        ],
    ),
    (
        Field::Email,
        &[
            "email",
            "e mail",
            "email address",
            "e mail address",
            "e mail 1 value",
            "email 1",
            "primary email",
            "work email",
            "mail",
            "correo",
            "correo electronico",
        ],
    ),
    (
        Field::Phone,
        &[
            "phone",
            "telephone",
            "phone number",
            "phone 1 value",
            "business phone",
            "work phone",
            "mobile phone",
            "mobile",
            "cell",
            "tel",
            "primary phone",
            "telefono",
            "telefon",
        ],
    ),
    (
        Field::Role,
        &[
            "role",
            "title",
            "job title",
            "position",
            "organization 1 title",
            "function",
            "cargo",
            "puesto",
        ],
    ),
    (
        Field::Name,
        &[
            "name",
            "full name",
            "contact",
            "contact name",
            "display name",
            "person",
            "nombre",
            "file as",
        ],
    ),
];

/// What the columns of a table seem to hold: each field once, by the heads; an e-mail also by
/// what stands below.
pub fn propose(table: &Table) -> Vec<Field> {
    let heads: Vec<String> = table.header().iter().map(|head| fold(head)).collect();
    let mut fields = vec![Field::Ignore; heads.len()];
    for (field, words) in HEADS {
        let found = words
            .iter()
            .find_map(|word| heads.iter().position(|head| head == word));
        if let Some(slot) = found.and_then(|at| fields.get_mut(at))
            && *slot == Field::Ignore
        {
            *slot = *field;
        }
    }
    if !fields.contains(&Field::Email)
        && let Some(slot) = emails_below(table).and_then(|at| fields.get_mut(at))
        && *slot == Field::Ignore
    {
        *slot = Field::Email;
    }
    fields
}

/// The column whose first cells are e-mail addresses.
fn emails_below(table: &Table) -> Option<usize> {
    let mut rows = table.rows();
    let mut first: Vec<Vec<String>> = Vec::new();
    while let Some(row) = rows.advance() {
        if !row.is_blank() {
            first.push(
                (0..row.width())
                    .map(|at| row.cell(at).into_owned())
                    .collect(),
            );
        }
        if first.len() == 5 {
            break;
        }
    }
    (0..table.header().len()).find(|at| {
        !first.is_empty()
            && first.iter().all(|row| {
                row.get(*at)
                    .is_some_and(|cell| super::is_email(cell.trim()))
            })
    })
}

/// The contacts of a table, read by its columns.
pub(super) fn contacts(table: &Table, fields: &[Field]) -> Vec<Contact> {
    let ragged: Vec<u32> = table.shape_faults().iter().map(|fault| fault.row).collect();
    let mut found = Vec::new();
    let mut rows = table.rows();
    while let Some(row) = rows.advance() {
        if row.is_blank() {
            continue;
        }
        let of = |field: Field| {
            let cells = fields
                .iter()
                .enumerate()
                .filter(|(_, one)| **one == field)
                .map(|(at, _)| row.cell(at).trim().to_owned())
                .filter(|cell| !cell.is_empty());
            cells.collect::<Vec<_>>().join(" ")
        };
        let name = of(Field::Name);
        let parts = [of(Field::FirstName), of(Field::LastName)].join(" ");
        found.push(Contact {
            row: row.number(),
            name: if name.is_empty() {
                turned(parts.trim())
            } else {
                turned(&name)
            },
            organization: of(Field::Organization),
            role: of(Field::Role),
            email: of(Field::Email),
            phone: of(Field::Phone),
            is_ragged: ragged.binary_search(&row.number()).is_ok(),
        });
    }
    found
}

/// “Okafor, Renée” is Renée Okafor.
fn turned(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) if !first.contains(',') && !first.trim().is_empty() => {
            format!("{} {}", first.trim(), last.trim())
        }
        _ => name.to_owned(),
    }
}

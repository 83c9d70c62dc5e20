//! What is wrong with contacts, and which of them are there already: by the same e-mail, or by
//! a name that is much alike within the same organization.

use std::collections::HashMap;

use super::{Contact, is_email};
use crate::codes::Coded;
use crate::names::fold;
use backbone_core::partners::{ContactStep, NewContact, Target};
use backbone_core::{PartnerId, PersonId};

/// What the file has already.
#[derive(Debug, Default)]
pub struct Known {
    /// Partners by name.
    pub partners: Vec<(PartnerId, String)>,
    /// People.
    pub people: Vec<KnownPerson>,
}

/// Someone the file has already.
#[derive(Debug, Clone)]
pub struct KnownPerson {
    /// Their id.
    pub id: PersonId,
    /// Their partner.
    pub partner: PartnerId,
    /// Their name.
    pub name: String,
    /// Their e-mail.
    pub email: String,
}

/// Where a contact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody like it is known.
    New,
    /// Like someone the file has.
    LikePerson(PersonId),
    /// Like the contact at this place of the list, which comes before it.
    LikeContact(usize),
    /// It cannot be taken: it has no name.
    NoName,
    /// It cannot be taken: it has no organization, and none was given for those without.
    NoOrganization,
}

impl Standing {
    /// Stable identifier for texts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::LikePerson(_) => "like_person",
            Self::LikeContact(_) => "like_contact",
            Self::NoName => "no_name",
            Self::NoOrganization => "no_organization",
        }
    }
}

/// What is done with a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// A person is added.
    Add,
    /// What the known person lacks is filled in.
    Merge,
    /// Nothing.
    Skip,
}

impl Coded for Choice {
    const CODES: &'static [(Self, &'static str)] = &[
        (Self::Add, "add"),
        (Self::Merge, "merge"),
        (Self::Skip, "skip"),
    ];
}

/// A contact with what was found out about it.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The contact, with the organization it goes to.
    pub contact: Contact,
    /// Where it stands.
    pub standing: Standing,
    /// Whether its organization is known; a new partner is made otherwise.
    pub is_known_partner: bool,
    /// Whether its e-mail does not look like one.
    pub has_odd_email: bool,
}

impl Looked {
    /// What is done with it unless somebody says otherwise.
    #[must_use]
    pub fn usual(&self) -> Choice {
        match self.standing {
            Standing::New => Choice::Add,
            Standing::LikePerson(_) | Standing::LikeContact(_) => Choice::Merge,
            Standing::NoName | Standing::NoOrganization => Choice::Skip,
        }
    }
}

/// Looks at contacts; those without an organization go to `without`, where one is given.
#[must_use]
pub fn look(contacts: Vec<Contact>, known: &Known, without: Option<&str>) -> Vec<Looked> {
    let partners: HashMap<String, PartnerId> = known
        .partners
        .iter()
        .map(|(id, name)| (fold(name), *id))
        .collect();
    let by_partner: HashMap<PartnerId, String> = known
        .partners
        .iter()
        .map(|(id, name)| (*id, fold(name)))
        .collect();
    let mut seen = Seen::default();
    for person in &known.people {
        let organization = by_partner.get(&person.partner).cloned().unwrap_or_default();
        seen.remember(
            &person.email,
            &organization,
            &person.name,
            Standing::LikePerson(person.id),
        );
    }
    let mut looked = Vec::with_capacity(contacts.len());
    for (at, mut contact) in contacts.into_iter().enumerate() {
        if contact.name.trim().is_empty() && is_email(&contact.email) {
            // Better found under its address than not at all.
            contact.name.clone_from(&contact.email);
        }
        if contact.organization.trim().is_empty()
            && let Some(without) = without
        {
            without.clone_into(&mut contact.organization);
        }
        let organization = fold(&contact.organization);
        let standing = if contact.name.trim().is_empty() {
            Standing::NoName
        } else if organization.is_empty() {
            Standing::NoOrganization
        } else {
            let found = seen.find(&contact.email, &organization, &contact.name);
            if found.is_none() {
                seen.remember(
                    &contact.email,
                    &organization,
                    &contact.name,
                    Standing::LikeContact(at),
                );
            }
            found.unwrap_or(Standing::New)
        };
        looked.push(Looked {
            standing,
            is_known_partner: partners.contains_key(&organization),
            has_odd_email: !contact.email.is_empty() && !is_email(&contact.email),
            contact,
        });
    }
    looked
}

/// What the core is asked to do, contact by contact. `choices` are by place in the list; what
/// is not named is done as usual.
#[must_use]
pub fn steps(
    looked: &[Looked],
    choices: &HashMap<usize, Choice>,
    known: &Known,
) -> Vec<ContactStep> {
    let partners: HashMap<String, PartnerId> = known
        .partners
        .iter()
        .map(|(id, name)| (fold(name), *id))
        .collect();
    // Two spellings of one new organization are one.
    let mut spelled: HashMap<String, String> = HashMap::new();
    looked
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let contact = &one.contact;
            let folded = fold(&contact.organization);
            let organization = spelled
                .entry(folded.clone())
                .or_insert_with(|| contact.organization.clone());
            let target = match (
                choices.get(&at).copied().unwrap_or(one.usual()),
                one.standing,
            ) {
                (Choice::Skip, _) | (_, Standing::NoName | Standing::NoOrganization) => {
                    Target::Skip
                }
                (Choice::Merge, Standing::LikePerson(id)) => Target::Person(id),
                (Choice::Merge, Standing::LikeContact(first)) => Target::Contact(first),
                (Choice::Add | Choice::Merge, _) => Target::New,
            };
            ContactStep {
                contact: NewContact {
                    partner: partners.get(&folded).copied(),
                    organization: organization.clone(),
                    name: contact.name.clone(),
                    role: contact.role.clone(),
                    email: contact.email.clone(),
                    phone: contact.phone.clone(),
                },
                target,
            }
        })
        .collect()
}

/// Who was seen so far.
#[derive(Default)]
struct Seen {
    by_email: HashMap<String, Standing>,
    /// By organization and the words of the name in order of the alphabet.
    by_words: HashMap<(String, String), Standing>,
    /// By organization and family name: given names.
    by_family: HashMap<(String, String), Vec<(String, Standing)>>,
}

impl Seen {
    fn remember(&mut self, email: &str, organization: &str, name: &str, standing: Standing) {
        let email = email.trim().to_lowercase();
        if !email.is_empty() {
            self.by_email.entry(email).or_insert(standing);
        }
        let Some(name) = Compared::of(name) else {
            return;
        };
        let key = (organization.to_owned(), name.words);
        self.by_words.entry(key).or_insert(standing);
        if let Some((given, family)) = name.given_and_family {
            let of = self.by_family.entry((organization.to_owned(), family));
            of.or_default().push((given, standing));
        }
    }

    fn find(&self, email: &str, organization: &str, name: &str) -> Option<Standing> {
        let email = email.trim().to_lowercase();
        if let Some(found) = self.by_email.get(&email) {
            return Some(*found);
        }
        let name = Compared::of(name)?;
        if let Some(found) = self.by_words.get(&(organization.to_owned(), name.words)) {
            return Some(*found);
        }
        let (given, family) = name.given_and_family?;
        let of = self.by_family.get(&(organization.to_owned(), family))?;
        of.iter()
            .find(|(known, _)| is_initial_of(known, &given) || is_initial_of(&given, known))
            .map(|(_, standing)| *standing)
    }
}

/// A name as it is compared: without titles, the same words in any order being the same, and
/// “R. Okafor” being Renée Okafor.
struct Compared {
    words: String,
    given_and_family: Option<(String, String)>,
}

impl Compared {
    fn of(name: &str) -> Option<Self> {
        const TITLES: &[&str] = &[
            "dr", "mr", "mrs", "ms", "rev", "prof", "sr", "sra", "phd", "md", "jr",
        ];
        let folded = fold(name);
        let mut words: Vec<&str> = folded
            .split(' ')
            .filter(|word| !word.is_empty() && !TITLES.contains(word))
            .collect();
        let given_and_family = match words.as_slice() {
            [given, .., family] => Some(((*given).to_owned(), (*family).to_owned())),
            _ => None,
        };
        words.sort_unstable();
        (!words.is_empty()).then(|| Self {
            words: words.join(" "),
            given_and_family,
        })
    }
}

fn is_initial_of(short: &str, long: &str) -> bool {
    short.chars().count() == 1 && long.starts_with(short)
}

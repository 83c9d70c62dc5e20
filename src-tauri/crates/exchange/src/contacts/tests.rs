//! Contact lists as they come, and what is made of them.

use std::collections::HashMap;

use super::*;
use crate::codes::Coded as _;
use crate::table::HeaderRow;

fn list(bytes: &[u8]) -> ContactList {
    ContactList::read(bytes.to_vec(), &ReadOptions::default()).unwrap()
}

fn contacts(bytes: &[u8]) -> Vec<Contact> {
    let list = list(bytes);
    list.contacts(&list.proposed())
}

#[test]
fn cards_of_every_version_are_read() {
    let text = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Garc=EDa;Jos=E9\r\n\
        FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9=\r\n Garc=C3=ADa\r\nORG:Mill Creek;Family services\r\n\
        TEL;WORK;VOICE:555-0142\r\nTEL;CELL;PREF:555-0177\r\nEND:VCARD\r\n\
        BEGIN:VCARD\nVERSION:3.0\nN:Okafor;Renee;;Dr.;\nORG:Queen City\\, Public Schools\nTITLE:Head of\n  data\n\
        item1.EMAIL;TYPE=INTERNET:renee@example.org\nitem1.X-ABLabel:Work\nPHOTO;ENCODING=b:AAAA\n BBBB\nEND:VCARD\n\
        begin:vcard\nVERSION:4.0\nFN:Luis Herrera\nORG:\"Bright\" Steps\nEMAIL;PREF=2:old@example.org\nEMAIL;PREF=1:luis@example.org\n\
        TEL;VALUE=uri;TYPE=\"voice,home\":tel:+1-555-0101\nROLE:Coach\nNOTE:Line one\\nline two: with a colon\nend:vcard\n";
    let found = contacts(text.as_bytes());
    let lines: Vec<[&str; 5]> = found
        .iter()
        .map(|one| {
            [
                &*one.name,
                &*one.organization,
                &*one.role,
                &*one.email,
                &*one.phone,
            ]
        })
        .collect();
    assert_eq!(
        lines,
        [
            ["José García", "Mill Creek", "", "", "555-0177"],
            [
                "Dr. Renee Okafor",
                "Queen City, Public Schools",
                "Head of data",
                "renee@example.org",
                ""
            ],
            [
                "Luis Herrera",
                "\"Bright\" Steps",
                "Coach",
                "luis@example.org",
                "+1-555-0101"
            ],
        ]
    );
    assert_eq!(
        found.iter().map(|one| one.row).collect::<Vec<_>>(),
        [1, 2, 3]
    );
}

#[test]
fn cards_in_other_encodings_and_cards_that_are_broken_are_read_as_far_as_they_go() {
    let windows = b"BEGIN:VCARD\r\nFN:Ren\xe9e Mu\xf1oz\r\nORG:\xc9cole\r\nEND:VCARD\r\n";
    assert_eq!(contacts(windows)[0].name, "Renée Muñoz");
    let mut wide = vec![0xff, 0xfe];
    for unit in "BEGIN:VCARD\r\nFN:Zoë\r\nORG:A\r\nEND:VCARD".encode_utf16() {
        wide.extend(unit.to_le_bytes());
    }
    assert_eq!(contacts(&wide)[0].name, "Zoë");
    // The first never ends, the second has a line that is none.
    let broken = "\u{feff}BEGIN:VCARD\nFN:One\nORG:A\nBEGIN:VCARD\nno line at all\nFN:Two\n;:;\nORG:B\nEND:VCARD\nEND:VCARD\n";
    let names: Vec<_> = contacts(broken.as_bytes())
        .into_iter()
        .map(|one| one.name)
        .collect();
    assert_eq!(names, ["One", "Two"]);
    let old_mac = "BEGIN:VCARD\rFN:Three\rORG:C\rEND:VCARD\r";
    assert_eq!(contacts(old_mac.as_bytes())[0].name, "Three");
}

#[test]
fn tables_are_read_by_their_heads_whatever_parts_their_columns() {
    for (text, wanted) in [
        (
            "Name,Organization,E-mail Address,Title,Phone\nRuth Okafor,Mill Creek,ruth@example.org,Director,555-0142\n",
            [
                "Ruth Okafor",
                "Mill Creek",
                "Director",
                "ruth@example.org",
                "555-0142",
            ],
        ),
        (
            "First Name;Last Name;Company;E-Mail\nRuth;Okafor;Mill Creek;ruth@example.org\n",
            ["Ruth Okafor", "Mill Creek", "", "ruth@example.org", ""],
        ),
        (
            "Contact\tSchool\tAddress\n\"Okafor, Ruth\"\tMill Creek\truth@example.org\n",
            ["Ruth Okafor", "Mill Creek", "", "ruth@example.org", ""],
        ),
    ] {
        let found = contacts(text.as_bytes());
        let one = &found[0];
        assert_eq!(
            [
                &*one.name,
                &*one.organization,
                &*one.role,
                &*one.email,
                &*one.phone
            ],
            wanted,
            "{text}"
        );
    }
}

#[test]
fn empty_and_foreign_files_are_refused_and_ragged_rows_are_marked() {
    let read = |bytes: &[u8]| ContactList::read(bytes.to_vec(), &ReadOptions::default());
    assert_eq!(read(b"").unwrap_err(), TableError::Empty);
    assert_eq!(read(b"  \n\n").unwrap_err(), TableError::Empty);
    assert!(read(b"%PDF-1.7 \n1 0 obj").is_err());
    let found = contacts(b"Name,Organization,Email\nOne,A\nTwo,B,two@example.org,more,still\n\nThree,C,three@example.org\n");
    assert_eq!(
        found
            .iter()
            .map(|one| (one.row, one.is_ragged))
            .collect::<Vec<_>>(),
        [(2, true), (3, true), (5, false)]
    );
    let options = ReadOptions {
        header: Some(HeaderRow::None),
        ..ReadOptions::default()
    };
    let unnamed = ContactList::read(
        b"One,A,one@example.org\nTwo,B,two@example.org\n".to_vec(),
        &options,
    )
    .unwrap();
    assert_eq!(
        unnamed.proposed()[2],
        Field::Email,
        "an address is known by its look"
    );
}

fn contact(name: &str, organization: &str, email: &str) -> Contact {
    Contact {
        name: name.to_owned(),
        organization: organization.to_owned(),
        email: email.to_owned(),
        ..Contact::default()
    }
}

#[test]
fn who_is_there_already_is_found_by_address_and_by_a_name_that_is_much_alike() {
    let looked = look(
        vec![
            contact("Renée Okafor", "Mill Creek", ""),
            contact("R. Okafor", "mill creek", ""),
            contact("Okafor Renee", "Mill Creek", ""),
            contact("Renée Okafor", "Other house", ""),
            contact("Someone else", "Elsewhere", "Ruth@Example.org"),
            contact("Ruth Vance", "Nowhere", "ruth@example.org"),
            contact("", "Mill Creek", ""),
            contact("", "Mill Creek", "info@example.org"),
            contact("Alone", "", ""),
            contact("Odd", "Mill Creek", "not an address"),
            contact("Rosa Okafor", "Mill Creek", ""),
        ],
        &Known::default(),
        None,
    );
    let standings: Vec<Standing> = looked.iter().map(|one| one.standing).collect();
    assert_eq!(
        standings,
        [
            Standing::New,
            Standing::LikeContact(0),
            Standing::LikeContact(0),
            Standing::New,
            Standing::New,
            Standing::LikeContact(4),
            Standing::NoName,
            Standing::New,
            Standing::NoOrganization,
            Standing::New,
            Standing::New,
        ]
    );
    assert_eq!(looked[7].contact.name, "info@example.org");
    assert!(looked[9].has_odd_email);
    let given = look(
        vec![contact("Alone", "", "")],
        &Known::default(),
        Some("Block club"),
    );
    assert_eq!(given[0].standing, Standing::New);
    assert_eq!(given[0].contact.organization, "Block club");
}

#[test]
fn ten_thousand_contacts_are_looked_at_in_a_moment() {
    use std::fmt::Write as _;
    let mut text = "Name,Organization,Email\n".to_owned();
    for number in 0..10_000 {
        let _ = writeln!(
            text,
            "Person {number},Partner {},p{number}@example.org",
            number % 2
        );
    }
    let began = std::time::Instant::now();
    let looked = look(contacts(text.as_bytes()), &Known::default(), None);
    assert_eq!(looked.len(), 10_000);
    assert!(looked.iter().all(|one| one.standing == Standing::New));
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}

#[test]
fn one_new_organization_is_one_however_it_is_spelled_and_choices_are_followed() {
    let looked = look(
        vec![
            contact("One", "Mill Creek", "one@example.org"),
            contact("Two", "MILL-CREEK", ""),
            contact("One again", "Mill Creek", "one@example.org"),
        ],
        &Known::default(),
        None,
    );
    let steps = steps(
        &looked,
        &HashMap::from([(1, Choice::Skip)]),
        &Known::default(),
    );
    assert_eq!(steps[1].contact.organization, "Mill Creek");
    assert_eq!(steps[1].target, backbone_core::partners::Target::Skip);
    assert_eq!(steps[2].target, backbone_core::partners::Target::Contact(0));
    for choice in Choice::CODES {
        assert_eq!(Choice::by_code(choice.1), Some(choice.0));
    }
}

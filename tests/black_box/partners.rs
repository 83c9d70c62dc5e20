//! Contact lists and the report to one partner, through the built program.

use std::fs;

use backbone_tests::Program;

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Jos=C3=A9 Garc=C3=ADa\r\n\
    ORG:Hilltop Clinic\r\nEMAIL:jose@example.org\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nFN:J. Garcia\r\nORG:Hilltop Clinic\r\nTEL:555-0123\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nFN:No House\r\nEND:VCARD\r\n";

/// What a run says that goes well.
fn done(program: &Program, arguments: &[&[&str]]) -> String {
    let answer = program.run(arguments.concat());
    assert_eq!(answer.code, 0, "{answer:?}");
    answer.output
}

const IMPORT: &[&str] = &["import", "city.backbone", "contacts.vcf", "--contacts"];
const PARTNERS: &[&str] = &["query", "city.backbone", "partners", "--json"];

#[test]
fn a_contact_list_is_previewed_imported_and_taken_back_in_one_step() {
    let program = Program::with_sample();
    fs::write(program.at("contacts.vcf"), CARDS).unwrap();
    let before = done(&program, &[PARTNERS]);
    let preview = done(&program, &[IMPORT, &["--preview"]]);
    assert!(
        preview.contains("3 contacts: 1 to add, 1 to merge, 1 left out"),
        "{preview}"
    );
    assert!(
        preview.contains("Looks like row 1 of this file."),
        "{preview}"
    );
    assert_eq!(
        done(&program, &[PARTNERS]),
        before,
        "a preview changes nothing"
    );

    let refused = program.run(IMPORT);
    assert_eq!(refused.code, 1);
    assert!(
        refused.errors.contains("--organization NAME"),
        "{refused:?}"
    );
    assert_eq!(
        done(&program, &[PARTNERS]),
        before,
        "half an import is none"
    );

    let given: &[&str] = &["--organization", "Block club"];
    let imported = done(&program, &[IMPORT, given]);
    assert!(
        imported.contains("2 people added, 1 filled in, 2 partners added"),
        "{imported}"
    );
    let after = done(&program, &[PARTNERS]);
    for part in [
        "José García",
        "555-0123",
        "Hilltop Clinic",
        "Block club",
        "prospective",
    ] {
        assert!(after.contains(part), "{part}");
    }
    let again = done(&program, &[IMPORT, given]);
    assert!(
        again.contains("nothing was changed"),
        "the same list adds nobody twice: {again}"
    );
    done(&program, &[&["undo", "city.backbone"]]);
    assert_eq!(done(&program, &[PARTNERS]), before);
}

#[test]
fn a_partner_report_is_written_for_one_partner_and_needs_to_know_which() {
    let program = Program::with_sample();
    let report: &[&str] = &[
        "report",
        "city.backbone",
        "--kind",
        "partner",
        "--out",
        "partner.pdf",
        "--as-of",
        "2026-11-24",
    ];
    let whom: &[&str] = &["--partner", "Queen City Public Schools"];
    let wrote = done(&program, &[report, whom]);
    assert!(wrote.contains("wrote partner.pdf"), "{wrote}");
    let first = fs::read(program.at("partner.pdf")).unwrap();
    done(&program, &[report, whom]);
    assert!(
        first == fs::read(program.at("partner.pdf")).unwrap(),
        "the same facts, the same bytes"
    );
    done(&program, &[report, &["--partner", "Uptown Mentors"]]);
    assert!(first != fs::read(program.at("partner.pdf")).unwrap());
    assert_eq!(
        program.run(report).code,
        2,
        "it has to be said which partner"
    );
}

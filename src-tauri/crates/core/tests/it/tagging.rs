//! Tags of measures, activities and partners.

use backbone_core::{
    Error, Reason, TagId, Workbook,
    activities::{Activity, ActivityStatus},
    partners::{Partner, SavedView, Tag},
    tagging::{TagEdit, TagUse, TaggedRecords},
};

use crate::support::{context, dump, in_memory, measure};

fn tag(book: &Workbook, name: &str) -> TagId {
    let tags = book.list::<Tag>().unwrap();
    tags.iter().find(|tag| tag.record.name == name).unwrap().id
}

fn activity(book: &mut Workbook, name: &str) -> backbone_core::ActivityId {
    let activity = Activity {
        name: name.to_owned(),
        description: String::new(),
        strategy_id: None,
        lead_id: None,
        status: ActivityStatus::Active,
        starts: None,
        ends: None,
        progress: String::new(),
    };
    let added = book.add_activity(activity, &[], &[], &context());
    added.unwrap().value
}

#[test]
fn many_records_get_and_lose_a_tag_in_one_step() {
    let mut book = in_memory();
    let measures = vec![measure(&mut book, "A", &[]), measure(&mut book, "B", &[])];
    let before = dump(&book);
    let records = TaggedRecords::Measures(measures.clone());
    let add = TagEdit::Add("Board".to_owned());
    let _ = book.edit_tags(&records, &add, &context()).unwrap();
    let board = tag(&book, "Board");
    assert_eq!(book.tags_by_measure().unwrap()[&measures[1]], [board]);
    let _ = book.undo(&context()).unwrap();
    assert_eq!(
        dump(&book),
        before,
        "the word goes with the step that made it"
    );
    let _ = book.redo(&context()).unwrap();
    let remove = TagEdit::Remove(board);
    let _ = book.edit_tags(&records, &remove, &context()).unwrap();
    assert!(book.tags_by_measure().unwrap().is_empty());
}

#[test]
fn a_record_has_exactly_the_tags_it_is_given() {
    let mut book = in_memory();
    let id = activity(&mut book, "Coaching");
    let records = TaggedRecords::Activities(vec![id]);
    let words = |words: &[&str]| TagEdit::Set(words.iter().map(ToString::to_string).collect());
    let _ = book
        .edit_tags(&records, &words(&["Spring", "Board", "spring"]), &context())
        .unwrap();
    assert_eq!(
        book.tags_by_activity().unwrap()[&id].len(),
        2,
        "a word is one tag"
    );
    let _ = book
        .edit_tags(&records, &words(&["Board"]), &context())
        .unwrap();
    let board = tag(&book, "Board");
    assert_eq!(book.tags_by_activity().unwrap()[&id], [board]);
    let empty = book.edit_tags(&records, &words(&["  "]), &context());
    assert!(matches!(
        empty,
        Err(Error::Invalid {
            reason: Reason::Empty,
            ..
        })
    ));
}

#[test]
fn two_tags_become_one_everywhere_also_in_kept_views_and_apart_again() {
    let mut book = in_memory();
    let kept_by = measure(&mut book, "A", &[]);
    let both = measure(&mut book, "B", &[]);
    let coaching = activity(&mut book, "Coaching");
    let partner = book
        .add_partner(Partner::named("Library"), &context())
        .unwrap()
        .value;
    let words = |words: &[&str]| TagEdit::Set(words.iter().map(ToString::to_string).collect());
    for (records, given) in [
        (TaggedRecords::Measures(vec![kept_by]), words(&["Reading"])),
        (
            TaggedRecords::Measures(vec![both]),
            words(&["Reading", "Literacy"]),
        ),
        (
            TaggedRecords::Activities(vec![coaching]),
            words(&["Literacy"]),
        ),
        (TaggedRecords::Partners(vec![partner]), words(&["Literacy"])),
    ] {
        let _ = book.edit_tags(&records, &given, &context()).unwrap();
    }
    let (gone, kept) = (tag(&book, "Literacy"), tag(&book, "Reading"));
    let choices = format!("{{\"tag\":\"{gone}\"}}");
    let _ = book
        .keep_view("measures", "Literacy", &choices, &context())
        .unwrap();
    let before = dump(&book);
    let _ = book.merge_tags(gone, kept, &context()).unwrap();
    let everywhere = TagUse {
        partners: 1,
        measures: 2,
        activities: 1,
    };
    assert_eq!(book.tag_uses().unwrap()[&kept], everywhere);
    assert_eq!(book.list::<Tag>().unwrap().len(), 1);
    let view = &book.list::<SavedView>().unwrap()[0].record;
    assert_eq!(view.choices, format!("{{\"tag\":\"{kept}\"}}"));
    let _ = book.undo(&context()).unwrap();
    assert_eq!(dump(&book), before);
    assert!(book.merge_tags(kept, kept, &context()).is_err());
}

//! Measures: the codes they are given.

use backbone_core::measurement::Measure;

use crate::support::{context, in_memory};

#[test]
fn a_code_is_made_of_the_name_and_never_twice() {
    let mut book = in_memory();
    assert_eq!(book.propose_code("Third-grade reading").unwrap(), "TGR");
    let _ = book
        .add(Measure::named("tgr", "Third-grade reading"), &context())
        .unwrap();
    assert_eq!(book.propose_code("Third-grade reading").unwrap(), "TGR2");
    assert_eq!(book.propose_code("Ärzte je tausend").unwrap(), "ÄJT");
    assert_eq!(book.propose_code("  …  ").unwrap(), "M");
}

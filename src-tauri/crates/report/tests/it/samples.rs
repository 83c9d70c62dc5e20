//! Every sample on paper.

use backbone_exchange::sample::SAMPLES;

use crate::{
    books::{report, sample_named},
    paper::{Read, assert_well_drawn},
};

#[test]
fn every_page_of_every_sample_is_well_drawn_and_says_that_its_figures_are_samples() {
    for sample in SAMPLES {
        let bytes = report(&sample_named(sample.name));
        assert_well_drawn(&bytes);
        for (page, number) in Read::new(&bytes).all().iter().zip(1..) {
            let is_marked = page.text.contains("Sample figures");
            assert!(is_marked, "{}, page {number}", sample.name);
            let said = "Sample figure, invented for demonstration.";
            assert!(
                page.text.matches(said).count() < 2,
                "{}, page {number}: what is said of most readings is said once",
                sample.name
            );
        }
    }
}

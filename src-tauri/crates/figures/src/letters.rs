//! What stands where a figure would: the same letters on screen, on paper and in tables for
//! other programs.

/// Hidden by its source. People type it too.
pub const SUPPRESSED: &str = "s";
/// Hidden here, for the audience.
pub const WITHHELD: &str = "h";
/// Known not to exist, or not known.
pub const MISSING: &str = "–";

//! The wire between window and core: request and response types, error codes and the one
//! list of commands. Types here have no behavior; conversions from the core's types live
//! in the shell beside the commands. A test writes the TypeScript of all of it.

mod activities;
mod agenda;
mod calculations;
mod communication;
mod contacts;
mod dimensions;
mod error;
mod groups;
mod imports;
mod ledger;
mod matrix;
mod measures;
mod network;
mod overview;
mod partners;
mod quality;
mod readings;
mod reports;
mod requests;
mod searching;
mod session;
mod timeline;
mod typescript;
mod working;

pub use activities::*;
pub use agenda::*;
pub use backbone_figures::Scene;
pub use calculations::*;
pub use communication::*;
pub use contacts::*;
pub use dimensions::*;
pub use error::{ErrorCode, WireError};
pub use groups::*;
pub use imports::*;
pub use ledger::*;
pub use matrix::*;
pub use measures::*;
pub use network::*;
pub use overview::*;
pub use partners::*;
pub use quality::*;
pub use readings::*;
pub use reports::*;
pub use requests::*;
pub use searching::*;
pub use session::*;
pub use timeline::*;
pub use typescript::{COMMAND_NAMES, typescript};
pub use working::*;

/// Where the TypeScript client keeps the generated types, from this crate's folder.
pub const GENERATED: &str = "../../../ui/src/ipc/generated/index.ts";

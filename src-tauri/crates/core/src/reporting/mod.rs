//! What Overview, queries and reports read: facts gathered from all conditions, with the
//! rules already applied. Knows no words and no layout; whoever shows a fact words it.

mod activity_facts;
mod agenda_facts;
mod board;
mod calculation_facts;
mod comparing;
mod directory;
mod disclosure;
mod disparity_facts;
mod exported;
mod group_facts;
mod matrix;
mod measure_facts;
mod network;
mod overview;
mod partner_page;
mod partner_report;
mod protection;
mod quality;
mod reinforcement;
mod requests;
mod sheet;
mod signals;
mod sums;
mod theory;

pub use activity_facts::{ActivityFacts, Named, PartnerActivity, PartnerFacts};
pub use agenda_facts::{
    AgendaFacts, AgendaPaperFacts, OutstandingPartner, SignatureFacts, SignedVersion,
};
pub use board::{ActionFacts, BoardFacts, DecisionFacts};
pub use calculation_facts::{CalculatedFigure, CalculationFacts, PartFacts};
pub use comparing::ComparedMeasure;
pub use directory::{DirectoryLine, Endorsed, Signature};
pub use disclosure::{Audience, AudienceRule, Disclosure};
pub use disparity_facts::DisparityFacts;
pub use exported::{GivenAway, HiddenFigure, Scope};
pub use group_facts::{Attendee, GroupFacts, MeetingFacts, MemberFacts};
pub use matrix::{
    CellActivity, CellCounts, ColumnKey, Matrix, MatrixActivity, MatrixBy, MatrixCell,
    MatrixColumn, MatrixFindings, MatrixPaperFacts, MatrixRow, MatrixScope, MatrixSource, Overlap,
    Standing,
};
pub use measure_facts::{
    GroupSeries, MeasureFacts, MeasureSummary, PlaceSeries, ResultGroup, SourceFacts,
};
pub use network::{
    NetworkChoice, NetworkFacts, NetworkPartner, NetworkTie, SectorMixing, quarters,
};
pub use overview::{DueMeasure, Overview};
pub use partner_page::{
    AttendedMeeting, GivenResource, PartnerPageFacts, SeatFacts, SuppliedMeasure,
};
pub use partner_report::{PartnerReportFacts, Place, Share};
pub use protection::{CellKey, Shield, Tail, Why, Withheld};
pub use quality::{Completeness, Definition, MeasureQuality, Need};
pub use reinforcement::{
    Reinforcement, ReinforcingActivity, ReinforcingLink, ReinforcingStrategy, SharedMeasure,
};
pub use requests::{DimensionNames, LateRequest, LetterFacts, RequestFacts, TakenFigure};
pub use sheet::MeasureSheetFacts;
pub use signals::{Check, Condition, Evidence, Section, Signal};
pub use sums::{Mismatch, Whole};
pub use theory::{Hole, Theory, TheoryActivity, TheoryBranch, TheoryMeasure, TheoryStrategy};

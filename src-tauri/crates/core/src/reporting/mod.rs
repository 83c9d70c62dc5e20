//! What Overview, queries and reports read: facts gathered from all conditions, with the
//! rules already applied. Knows no words and no layout; whoever shows a fact words it.

mod activity_facts;
mod board;
mod disclosure;
mod measure_facts;
mod overview;
mod requests;
mod signals;

pub use activity_facts::{ActivityFacts, Named, PartnerActivity, PartnerFacts};
pub use board::{ActionFacts, BoardFacts, DecisionFacts};
pub use disclosure::{Audience, AudienceRule, Disclosure};
pub use measure_facts::{
    GroupSeries, MeasureFacts, MeasureSummary, PlaceSeries, ResultGroup, SourceFacts,
};
pub use overview::{DueMeasure, Overview};
pub use requests::{DimensionNames, LateRequest, LetterFacts, RequestFacts, TakenFigure};
pub use signals::{Check, Condition, Evidence, Section, Signal};

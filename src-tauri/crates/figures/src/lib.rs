//! Figures laid out once for window and paper: plain data in, [`Scene`] out. Also the
//! words and numbers all of them share, so that a figure reads the same everywhere.

mod axis;
mod boxes;
pub mod dates;
pub mod difference;
mod dot_plot;
mod labels;
pub mod letters;
mod line_chart;
mod network;
pub mod numbers;
mod reinforcement_map;
mod scene;
mod small_multiples;
mod sparkline;
pub mod text;
mod theory_map;
pub mod typeface;

pub use dot_plot::{Dot, DotPlot, DotRow, dot_plot, dot_plot_height};
pub use line_chart::{
    Annotation, Break, Comparison, Extremes, Flag, ForecastLine, LimitSegment, LineChart, Point,
    PointState, Tick, line_chart,
};
pub use network::{
    DrawnNetwork, DrawnNode, DrawnTie, NetworkLine, NetworkMap, NetworkNode, network_map,
};
pub use numbers::Numbers;
pub use reinforcement_map::{
    MapArrow, MapBox, MapLane, MapShared, ReinforcementMap, reinforcement_map,
};
pub use scene::{Anchor, DataTable, Mark, Role, Scene, Stop, Weight};
pub use small_multiples::{Panel, SmallMultiples, small_multiples};
pub use sparkline::{Sparkline, sparkline};
pub use theory_map::{
    DrawnMap, MapActivity, MapBranch, MapNode, MapStrategy, TheoryMap, halves, theory_map,
};

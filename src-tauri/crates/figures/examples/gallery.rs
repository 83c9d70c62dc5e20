//! Writes a few figures as SVG files into a folder, to look at them:
//! `cargo run -p backbone-figures --example gallery -- FOLDER`

use std::{env, fmt::Write as _, fs, io, path::PathBuf};

use backbone_figures::{
    Anchor, Annotation, Comparison, ForecastLine, LimitSegment, LineChart, Mark, Numbers, Point,
    PointState, Role, Scene, Sparkline, Tick, Weight, line_chart, sparkline,
};
use backbone_statistics::Unit;

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| "gallery".to_owned()));
    fs::create_dir_all(&folder)?;
    for (name, chart) in charts() {
        let scene = line_chart(&chart);
        println!("{name}: {}", scene.summary);
        fs::write(folder.join(format!("{name}.svg")), svg(&scene))?;
        let spark = sparkline(&spark(&chart));
        fs::write(folder.join(format!("{name}-spark.svg")), svg(&spark))?;
    }
    Ok(())
}

const PERCENT: Numbers = Numbers {
    unit: Unit::Percent,
    precision: 1,
};

fn charts() -> Vec<(&'static str, LineChart)> {
    vec![
        ("school-years", school_years()),
        (
            "school-years-paper",
            LineChart {
                size: (499.0, 200.0),
                text_size: 7.5,
                ..school_years()
            },
        ),
        ("kindergarten", kindergarten()),
        ("months-with-limits", months()),
        (
            "few-points",
            LineChart {
                points: school_years().points.into_iter().take(2).collect(),
                ..school_years()
            },
        ),
        (
            "one-point",
            LineChart {
                points: school_years().points.into_iter().take(1).collect(),
                comparisons: Vec::new(),
                baseline: None,
                targets: Vec::new(),
                annotations: Vec::new(),
                ticks: school_years().ticks.into_iter().take(1).collect(),
                ..school_years()
            },
        ),
        (
            "no-points",
            LineChart {
                points: Vec::new(),
                comparisons: Vec::new(),
                annotations: Vec::new(),
                ..school_years()
            },
        ),
        ("many-comparisons", many()),
        ("money", money()),
        ("arrests-falling", falling()),
        (
            "long-names",
            LineChart {
                comparisons: vec![Comparison {
                    name: "مدينة سينسيناتي 辛辛那提 ".repeat(400),
                    points: series(2015, &[40.0, 41.0, 43.0, 44.0]),
                }],
                annotations: vec![Annotation {
                    t: 2017.0,
                    title: "A very long title of something that happened ".repeat(200),
                    detail: "長い説明".repeat(200),
                }],
                ..school_years()
            },
        ),
    ]
}

fn year(t: f64) -> String {
    format!("{t:.0}–{:02.0}", (t + 1.0) % 100.0)
}

fn series(first: u16, values: &[f64]) -> Vec<Point> {
    values
        .iter()
        .enumerate()
        .map(|(index, value)| {
            let t = f64::from(first) + index as f64;
            Point {
                t,
                label: year(t),
                value: value.is_finite().then_some(*value),
                state: if value.is_finite() {
                    PointState::Final
                } else {
                    PointState::Missing
                },
                interval: None,
                note: String::new(),
            }
        })
        .collect()
}

fn point(t: f64, value: f64) -> Point {
    Point {
        t,
        label: year(t),
        value: Some(value),
        state: PointState::Final,
        interval: None,
        note: String::new(),
    }
}

fn school_years() -> LineChart {
    let gap = f64::NAN;
    let mut points = series(
        2015,
        &[44.1, 45.3, 47.0, 48.8, 49.6, gap, 45.2, 47.9, 50.6, 53.2],
    );
    if let Some(last) = points.last_mut() {
        last.state = PointState::Provisional;
    }
    LineChart {
        size: (760.0, 270.0),
        text_size: 11.0,
        name: "Kindergarten readiness".to_owned(),
        numbers: PERCENT,
        limits: Some((0.0, 100.0)),
        points,
        step: 1.0,
        ticks: (2015..=2027)
            .map(|at| Tick {
                t: f64::from(at),
                label: year(f64::from(at)),
            })
            .collect(),
        comparisons: vec![Comparison {
            name: "Ohio".to_owned(),
            points: series(
                2015,
                &[39.9, 40.1, 40.6, 40.9, 41.7, gap, 35.4, 36.6, 37.8, 38.6],
            ),
        }],
        baseline: Some(point(2015.0, 44.1)),
        targets: vec![point(2027.0, 60.0)],
        has_path: true,
        annotations: vec![
            Annotation {
                t: 2017.0,
                title: "2017–18: Levy funds".to_owned(),
                detail: "1,300 preschool seats".to_owned(),
            },
            Annotation {
                t: 2022.0,
                title: "2022–23: Coaching begins".to_owned(),
                detail: "in 41 centers".to_owned(),
            },
        ],
        control: Vec::new(),
        signals: Vec::new(),
        forecast: None,
        breaks: Vec::new(),
        flags: Vec::new(),
        caution: String::new(),
    }
}

fn calendar(first: u16, last: u16) -> Vec<Tick> {
    (first..=last)
        .map(|at| Tick {
            t: f64::from(at),
            label: at.to_string(),
        })
        .collect()
}

fn named(t: f64, value: f64) -> Point {
    Point {
        label: format!("{t:.0}"),
        ..point(t, value)
    }
}

fn kindergarten() -> LineChart {
    LineChart {
        points: vec![
            named(2005.0, 44.0),
            named(2011.0, 53.0),
            named(2014.0, 57.0),
        ],
        step: 1.0,
        numbers: Numbers {
            precision: 0,
            ..PERCENT
        },
        ticks: calendar(2005, 2020),
        comparisons: Vec::new(),
        baseline: Some(named(2005.0, 44.0)),
        targets: vec![named(2016.0, 58.0), named(2020.0, 60.0)],
        annotations: Vec::new(),
        ..school_years()
    }
}

fn months() -> LineChart {
    let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let mut state = 7u32;
    let mut points = Vec::new();
    let mut ticks = Vec::new();
    for index in 0..36u16 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = f64::from(state >> 16) / 65_536.0 * 30.0 - 15.0;
        let t = 2022.0 + f64::from(index) / 12.0;
        let name = names
            .get(usize::from(index % 12))
            .copied()
            .unwrap_or_default();
        let label = format!("{name} {}", 2022 + index / 12);
        let level = if index < 20 { 140.0 } else { 165.0 };
        ticks.push(Tick {
            t,
            label: label.clone(),
        });
        points.push(Point {
            label,
            state: if index == 11 {
                PointState::Suppressed
            } else {
                PointState::Final
            },
            value: (index != 11).then_some((level + noise).round()),
            interval: None,
            note: String::new(),
            ..point(t, 0.0)
        });
    }
    LineChart {
        name: "Enrolled families".to_owned(),
        numbers: Numbers {
            unit: Unit::Count,
            precision: 0,
        },
        limits: None,
        points,
        ticks,
        step: 1.0 / 12.0,
        comparisons: Vec::new(),
        baseline: None,
        targets: Vec::new(),
        annotations: Vec::new(),
        control: vec![
            LimitSegment {
                from: 2022.0,
                to: 2022.0 + 19.0 / 12.0,
                mean: 140.0,
                lower: 112.0,
                upper: 168.0,
            },
            LimitSegment {
                from: 2022.0 + 20.0 / 12.0,
                to: 2022.0 + 35.0 / 12.0,
                mean: 165.0,
                lower: 137.0,
                upper: 193.0,
            },
        ],
        signals: vec![20, 22],
        forecast: Some(ForecastLine {
            from: (2022.0 + 35.0 / 12.0, 165.0),
            to: (2022.0 + 41.0 / 12.0, 172.0),
            interval: Some((150.0, 195.0)),
        }),
        ..school_years()
    }
}

fn many() -> LineChart {
    let values = |offset: f64| {
        series(
            2015,
            &[
                40.0 + offset,
                41.0 + offset,
                42.0 + offset * 0.9,
                43.0 + offset * 0.8,
            ],
        )
    };
    LineChart {
        comparisons: ["Cleveland", "Columbus", "Dayton", "Toledo", "Ohio"]
            .iter()
            .enumerate()
            .map(|(index, name)| Comparison {
                name: (*name).to_owned(),
                points: values(index as f64 * 1.2),
            })
            .collect(),
        points: series(2015, &[44.1, 45.3, 47.0, 48.8]),
        ..school_years()
    }
}

fn money() -> LineChart {
    LineChart {
        name: "Money raised".to_owned(),
        numbers: Numbers {
            unit: Unit::Currency,
            precision: 0,
        },
        limits: None,
        points: series(2019, &[412_000.0, 398_500.0, 455_250.0, 612_000.0]),
        comparisons: Vec::new(),
        baseline: Some(point(2019.0, 412_000.0)),
        targets: vec![point(2024.0, 1_000_000.0)],
        ticks: (2019..=2024)
            .map(|at| Tick {
                t: f64::from(at),
                label: year(f64::from(at)),
            })
            .collect(),
        annotations: Vec::new(),
        ..school_years()
    }
}

fn falling() -> LineChart {
    let mut points = series(2016, &[61.2, 58.3, 60.9, 55.1, 42.0, 47.7, 45.9, 43.2]);
    for (index, point) in points.iter_mut().enumerate() {
        let value = point.value.unwrap_or_default();
        let reach = 3.0 + index as f64 * 0.2;
        point.interval = Some((value - reach, value + reach));
    }
    LineChart {
        name: "Juvenile arrests".to_owned(),
        numbers: Numbers {
            unit: Unit::Rate(1_000),
            precision: 1,
        },
        limits: None,
        points,
        comparisons: Vec::new(),
        baseline: Some(point(2016.0, 61.2)),
        targets: vec![point(2026.0, 40.0)],
        ticks: (2016..=2026)
            .map(|at| Tick {
                t: f64::from(at),
                label: year(f64::from(at)),
            })
            .collect(),
        annotations: Vec::new(),
        ..school_years()
    }
}

fn spark(chart: &LineChart) -> Sparkline {
    Sparkline {
        size: (148.0, 28.0),
        name: chart.name.clone(),
        numbers: chart.numbers,
        points: chart.points.clone(),
        step: chart.step,
        baseline: chart.baseline.clone(),
        targets: chart.targets.clone(),
        breaks: Vec::new(),
    }
}

fn color(role: Role) -> &'static str {
    match role {
        Role::Subject => "#1f4e8f",
        Role::Context => "#8c877f",
        Role::ContextText | Role::Quiet => "#5c5853",
        Role::Grid => "#e4e1dc",
        Role::Axis | Role::Baseline => "#807a72",
        Role::Strong => "#1c1a18",
        Role::Target => "#5c5751",
        Role::Band => "#f1efeb",
        Role::Interval => "#d6e0f0",
        Role::Limit => "#9e9890",
        Role::Signal => "#ad3217",
    }
}

fn svg(scene: &Scene) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" \
         font-family=\"'Source Sans 3'\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
        scene.width, scene.height
    );
    for mark in &scene.marks {
        let _ = match mark {
            Mark::Line {
                points,
                role,
                width,
                dash,
            } => write!(
                out,
                "<polyline fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\" stroke-dasharray=\"{}\" \
                 stroke-linejoin=\"round\" points=\"{}\"/>",
                color(*role),
                dash.iter()
                    .map(f32::to_string)
                    .collect::<Vec<_>>()
                    .join(" "),
                corners(points)
            ),
            Mark::Area { points, role } => {
                write!(
                    out,
                    "<polygon fill=\"{}\" points=\"{}\"/>",
                    color(*role),
                    corners(points)
                )
            }
            Mark::Dot {
                at,
                radius,
                role,
                open,
            } => {
                let fill = if *open { "#fff" } else { color(*role) };
                let stroke = if *open { 1.8 } else { 0.0 };
                write!(
                    out,
                    "<circle cx=\"{}\" cy=\"{}\" r=\"{radius}\" fill=\"{fill}\" stroke=\"{}\" stroke-width=\"{stroke}\"/>",
                    at[0],
                    at[1],
                    color(*role)
                )
            }
            Mark::Text {
                at,
                text,
                size,
                weight,
                anchor,
                role,
                halo,
            } => write!(
                out,
                "<text x=\"{}\" y=\"{}\" font-size=\"{size}\" font-weight=\"{}\" text-anchor=\"{}\" fill=\"{}\"{}>{}</text>",
                at[0],
                at[1],
                if *weight == Weight::Semibold {
                    600
                } else {
                    400
                },
                match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                },
                color(*role),
                if *halo {
                    " stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\""
                } else {
                    ""
                },
                text.replace('&', "&amp;").replace('<', "&lt;")
            ),
        };
    }
    out.push_str("</svg>\n");
    out
}

fn corners(points: &[[f32; 2]]) -> String {
    points
        .iter()
        .map(|[x, y]| format!("{x},{y}"))
        .collect::<Vec<_>>()
        .join(" ")
}

//! The board report of the sample against Typst, which sets like content: as many pages
//! with as many headings, paragraphs, charts and table rows.

use std::{fmt::Write as _, fs};

use serde_json::Value;

use super::{median, ratio};
use crate::{
    Outcome, place,
    run::{ask, command, run},
};

const PACKAGE: &str = "typst==0.15.2";
/// Ours must be the faster one.
const MOST: f64 = 1.0;

/// Headline measures of the sample; each has a page with a chart, a story and a table.
const MEASURES: usize = 9;
/// Pages of tables behind them, and the rows of each.
const TABLE_PAGES: usize = 13;
const ROWS: usize = 24;

const TRIES: usize = 7;

const SCRIPT: &str = "
import sys, time, typst
for source in sys.argv[2:]:
    started = time.perf_counter()
    typst.compile(source, output=sys.argv[1], pdf_standards=['ua-1'], ignore_system_fonts=True)
    print((time.perf_counter() - started) * 1000)
";

/// Compares with the milliseconds our report takes.
pub fn measure(ours: f64) -> Outcome<Value> {
    let python = place::tools().join("python/bin/python");
    if ask(command(&python).args(["-c", "import typst"])).is_none() {
        println!("Installing what the report is measured against ({PACKAGE})");
        run(command(&python).args(["-m", "pip", "install", "--quiet", PACKAGE]))?;
    }
    let folder = place::target().join("bench");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let mut sources = Vec::new();
    for number in 0..TRIES {
        let source = folder.join(format!("like {number}.typ"));
        fs::write(&source, like_content(number)).map_err(|error| error.to_string())?;
        sources.push(source);
    }
    let mut compile = command(&python);
    compile.args(["-c", SCRIPT]).arg(folder.join("like.pdf"));
    let answer = ask(compile.args(&sources)).ok_or("Typst could not set the report")?;
    // The first one also pays for what Typst itself has to load.
    let times = answer
        .lines()
        .skip(1)
        .map(str::parse)
        .collect::<Result<_, _>>();
    let theirs = median(times.map_err(|_| "Typst said no times")?);
    Ok(ratio(ours, theirs, MOST))
}

/// The same pages with other words and figures in each run: Typst remembers what it has set
/// within a process, and a report of other figures is not that.
fn like_content(run: usize) -> String {
    let mut text = String::from(
        "#set document(title: \"Board report\")\n#set page(paper: \"us-letter\", margin: 54pt, \
         numbering: \"1 of 1\")\n#set text(size: 9.7pt, lang: \"en\")\n= Board report\n\n",
    );
    text.push_str(&table(20, run));
    for measure in 0..MEASURES {
        let _ = write!(
            text,
            "#pagebreak()\n== Measure {measure} of {run} is improving, but not yet fast enough\n\n"
        );
        text.push_str(&chart(measure, run));
        for paragraph in 0..3 {
            let sentence = format!(
                "Readiness dipped by {run}.4 points across the closure year, when children had \
                 fewer months of preschool and no fall assessment was given. "
            );
            let _ = write!(text, "{}\n\n", sentence.repeat(2 + paragraph));
        }
        text.push_str(&table(10, run));
    }
    for page in 0..TABLE_PAGES {
        let _ = write!(text, "#pagebreak()\n== Table {page}\n\n");
        text.push_str(&table(ROWS, run));
    }
    text
}

/// A line with its dots, labels and grid, as far as Typst draws by itself.
fn chart(measure: usize, run: usize) -> String {
    let mut drawing = String::new();
    for line in 0..6 {
        let y = line * 36;
        let _ = writeln!(
            drawing,
            "#place(dx: 0pt, dy: {y}pt, line(length: 480pt, stroke: 0.5pt + gray))\
             #place(dx: -20pt, dy: {y}pt)[#text(size: 8pt)[{}.{run}%]]",
            70 - line * 5
        );
    }
    for point in 0..10 {
        let (x, y) = (point * 48, 180 - point * (10 + measure));
        let _ = writeln!(
            drawing,
            "#place(dx: {x}pt, dy: {y}pt, circle(radius: 2pt, fill: blue))\
             #place(dx: {x}pt, dy: {y}pt, line(end: (48pt, -{}pt), stroke: 1.5pt + blue))\
             #place(dx: {x}pt, dy: 200pt)[#text(size: 8pt)[20{:02}–{run}]]",
            10 + measure,
            15 + point
        );
    }
    format!(
        "#figure(alt: \"Measure {measure}\", block(width: 100%, height: 215pt)[\n{drawing}])\n\n"
    )
}

fn table(rows: usize, run: usize) -> String {
    let mut text = String::from(
        "#table(columns: (2fr, 3fr, 3fr, 1fr), stroke: none, inset: 4pt,\n\
         table.header([Question], [Answer], [Inputs], [Points]),\n",
    );
    for row in 0..rows {
        let _ = writeln!(
            text,
            "[*Is it where it should be by now, {run}?*], [Watch. 5{run}.{row}% in 2024–25 is 2.8 points \
             short of the 56.0% that the path asks for.], [Baseline, 2015–16: 4{run}.1%; Latest, \
             2024–25: 53.2%], [{row}],"
        );
    }
    text.push_str(")\n\n");
    text
}

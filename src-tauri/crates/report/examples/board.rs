//! Writes a report of an initiative file, and says how long that took:
//! `board FILE OUT.pdf [letter|a4] [DATE] [board|equity|CODE of a measure] [AUDIENCE]`.

use std::{error::Error, fs, path::Path, time::Instant};

use backbone_core::{Workbook, reporting::Audience};
use backbone_report::{Options, Paper, board, equity, measure_sheet};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, out, rest @ ..] = arguments.as_slice() else {
        return Err("usage: board FILE OUT.pdf [letter|a4] [DATE] [KIND] [AUDIENCE]".into());
    };
    let is_a4 = rest.first().is_some_and(|paper| paper == "a4");
    let paper = if is_a4 { Paper::A4 } else { Paper::Letter };
    let as_of = rest.get(1).map_or("2026-11-24", String::as_str).parse()?;
    let kind = rest.get(2).map_or("board", String::as_str);
    let audience = match rest.get(3).map_or("internal", String::as_str) {
        "public" => Audience::Public,
        "partners" => Audience::Partners,
        _ => Audience::Internal,
    };
    let book = Workbook::open(Path::new(file), "example")?;
    let shield = book.shield(audience)?;
    let facts = book.board_facts_for(as_of, &shield)?;
    let sheet = match kind {
        "board" | "equity" => None,
        code => {
            let id = book.measure_by_code(code)?.id;
            Some(book.measure_sheet_facts(id, as_of, &shield)?)
        }
    };
    let options = Options {
        paper,
        title: String::new(),
        left_out: Vec::new(),
    };
    let render = || match &sheet {
        Some(facts) => measure_sheet(facts, &options),
        None if kind == "equity" => equity(&facts, &options),
        None => board(&facts, &options),
    };
    let mut fastest = f64::INFINITY;
    let mut rendered = render()?;
    for _ in 0..5 {
        let started = Instant::now();
        rendered = render()?;
        fastest = fastest.min(started.elapsed().as_secs_f64() * 1_000.0);
    }
    fs::write(out, &rendered.bytes)?;
    println!(
        "{} pages, {} bytes, {fastest:.1} ms",
        rendered.pages,
        rendered.bytes.len()
    );
    Ok(())
}

//! Writes the board report of an initiative file: `board FILE OUT.pdf [letter|a4] [DATE]`.

use std::{error::Error, fs, path::Path, time::Instant};

use backbone_core::Workbook;
use backbone_report::{Options, Paper, board};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, out, rest @ ..] = arguments.as_slice() else {
        return Err("usage: board FILE OUT.pdf [letter|a4] [DATE]".into());
    };
    let is_a4 = rest.first().is_some_and(|paper| paper == "a4");
    let paper = if is_a4 { Paper::A4 } else { Paper::Letter };
    let as_of = rest.get(1).map_or("2026-11-24", String::as_str).parse()?;
    let facts = Workbook::open_read_only(Path::new(file))?.board_facts(as_of)?;
    let options = Options {
        paper,
        title: String::new(),
        left_out: Vec::new(),
    };
    let mut fastest = f64::INFINITY;
    let mut rendered = board(&facts, &options)?;
    for _ in 0..5 {
        let started = Instant::now();
        rendered = board(&facts, &options)?;
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

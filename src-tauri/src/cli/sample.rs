//! `sample`: writes a sample initiative to a new file.

use std::io::Write;

use backbone_exchange::sample::{SAMPLES, find};

use super::{arguments::SampleArguments, refusal::Refusal};
use crate::{clock, samples};

pub fn run(arguments: &SampleArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let names: Vec<&str> = SAMPLES.iter().map(|sample| sample.name).collect();
    let (Some(name), Some(out)) = (&arguments.name, &arguments.out) else {
        writeln!(output, "{}", names.join("\n"))?;
        return Ok(());
    };
    let sample = find(name).ok_or_else(|| {
        Refusal::because(format!(
            "there is no sample “{name}”; there is: {}",
            names.join(", ")
        ))
    })?;
    let context = clock::now(&clock::login_name());
    let book = samples::write(sample, out, &context).map_err(Refusal::because)?;
    book.close().map_err(Refusal::because)?;
    writeln!(output, "wrote {}", out.display())?;
    Ok(())
}

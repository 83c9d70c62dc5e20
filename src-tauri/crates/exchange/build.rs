//! Packs the sample initiatives, which are text that says things twice.

use std::{
    env,
    error::Error,
    fs::{self, File},
    path::Path,
};

use flate2::{Compression, write::DeflateEncoder};

const SAMPLES: &str = "../../../samples";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={SAMPLES}");
    let target = env::var("OUT_DIR")?;
    for sample in fs::read_dir(SAMPLES)? {
        let sample = sample?;
        if !sample.file_type()?.is_dir() {
            continue;
        }
        for name in ["initiative.json", "published.csv"] {
            let mut text = File::open(sample.path().join(name))?;
            let packed = format!("{}-{name}", sample.file_name().to_string_lossy());
            let packed = File::create(Path::new(&target).join(packed))?;
            let mut packer = DeflateEncoder::new(packed, Compression::best());
            std::io::copy(&mut text, &mut packer)?;
            packer.finish()?;
        }
    }
    Ok(())
}

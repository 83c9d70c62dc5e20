//! Whether a PDF is what it claims to be, by programs that know nothing of ours.

use std::path::Path;

use crate::{
    Outcome, place,
    run::{command, run},
};

const SCRIPT: &str = r#"
import sys
import page

failures = 0
for profile in ("ua1", "2a"):
    report = page.validate_pdf(sys.argv[1], profile=profile)
    print(f"  {profile}: {report.rules.passed} of {report.rules.total} rules")
    for failure in report.failures[:20]:
        failures += 1
        print(f"    {failure.rule_id}: {failure.message}")
    if not report.is_compliant:
        failures += 1
sys.exit(1 if failures else 0)
"#;

/// PDF/UA-1, PDF/A-2a, and the structure of the file.
pub fn check(pdf: &Path) -> Outcome {
    let python = place::tools().join("python/bin/python");
    run(command(python).args(["-c", SCRIPT]).arg(pdf))?;
    run(command("qpdf").arg("--check").arg(pdf))
}

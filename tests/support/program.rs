//! The built program, started with nothing of the person's own settings around it.

use std::{
    env,
    ffi::OsStr,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

use tempfile::TempDir;

/// The program, in a folder of its own.
#[derive(Debug)]
pub struct Program {
    path: PathBuf,
    folder: TempDir,
}

/// What a run of it gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub output: String,
    /// Standard error.
    pub errors: String,
}

impl Program {
    /// The program as built last, and an empty folder.
    ///
    /// # Panics
    /// Where it has not been built.
    #[must_use]
    pub fn new() -> Self {
        let path = env::var_os("BACKBONE_DESK").map_or_else(beside_the_tests, PathBuf::from);
        assert!(
            path.is_file(),
            "build it first: {} is missing",
            path.display()
        );
        let folder = tempfile::tempdir().expect("a folder for the test");
        Self { path, folder }
    }

    /// The same, with the Cincinnati sample in `city.backbone`.
    ///
    /// # Panics
    /// Where the sample cannot be made.
    #[must_use]
    pub fn with_sample() -> Self {
        let program = Self::new();
        let made = program.run(["sample", "cincinnati", "--out", "city.backbone"]);
        assert_eq!(made.code, 0, "{made:?}");
        program
    }

    /// A place in the folder.
    #[must_use]
    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs it in the folder.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Answer {
        self.run_on(arguments, b"")
    }

    /// Runs it in the folder with something on standard input.
    ///
    /// # Panics
    /// Where it cannot be started.
    pub fn run_on<A: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = A>,
        input: &[u8],
    ) -> Answer {
        let mut child = Command::new(&self.path)
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        if let Some(mut pipe) = child.stdin.take() {
            // A program that reads nothing may be gone already.
            let _ = pipe.write_all(input);
        }
        let done = child.wait_with_output().expect("the program ends");
        Answer {
            code: done.status.code().unwrap_or(-1),
            output: String::from_utf8_lossy(&done.stdout).into_owned(),
            errors: String::from_utf8_lossy(&done.stderr).into_owned(),
        }
    }
}

impl Default for Program {
    fn default() -> Self {
        Self::new()
    }
}

/// Tests are built into a folder beneath that of the program.
fn beside_the_tests() -> PathBuf {
    let here = env::current_exe().unwrap_or_default();
    let folder = here.ancestors().nth(2).unwrap_or(&here).to_owned();
    folder.join(format!("backbone-desk{}", env::consts::EXE_SUFFIX))
}

//! Writes whole files: all of it or nothing, and never half over an older one.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Puts `bytes` at `path`, in place of what is there. On failure the old file stays.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let fresh = path.with_file_name(name);
    let written = File::create(&fresh).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let placed = written.and_then(|()| fs::rename(&fresh, path));
    if placed.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    placed
}

/// A file that makes room for a new one of its name, until that one stands.
#[derive(Debug)]
pub struct Aside {
    place: PathBuf,
    kept: Option<PathBuf>,
}

/// Moves the file at `path` aside, if there is one.
pub fn set_aside(path: &Path) -> io::Result<Aside> {
    let place = path.to_owned();
    if !path.exists() {
        return Ok(Aside { place, kept: None });
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.old", std::process::id()));
    let kept = path.with_file_name(name);
    fs::rename(path, &kept)?;
    Ok(Aside {
        place,
        kept: Some(kept),
    })
}

impl Aside {
    /// The new file could not be made: the old one takes its place again.
    pub fn put_back(self) {
        if let Some(kept) = self.kept {
            let _ = fs::rename(kept, self.place);
        }
    }

    /// The new file stands: the old one goes.
    pub fn forget(self) {
        if let Some(kept) = self.kept {
            let _ = fs::remove_file(kept);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.pdf");
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(replace(&folder.path().join("no/such/folder.pdf"), b"x").is_err());
    }

    #[test]
    fn a_file_set_aside_comes_back_when_the_new_one_fails() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("city.backbone");
        fs::write(&path, "old").unwrap();
        let aside = set_aside(&path).unwrap();
        assert!(!path.exists());
        aside.put_back();
        assert_eq!(fs::read(&path).unwrap(), b"old");
        let aside = set_aside(&path).unwrap();
        fs::write(&path, "new").unwrap();
        aside.forget();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        set_aside(&folder.path().join("none")).unwrap().forget();
    }
}

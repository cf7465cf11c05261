//! Locks between processes. The system drops them when a process ends, however it ends.

use std::fs::{File, OpenOptions};
use std::path::Path;

use fs4::fs_std::FileExt;

use crate::failure::{Failure, Outcome};

/// A lock that is held until this value is dropped.
pub struct Lock(#[allow(dead_code, reason = "holds the lock by being open")] File);

impl Lock {
    /// Waits until no other process holds the lock; `waiting` is called once if somebody does.
    pub fn exclusive(path: &Path, waiting: impl FnOnce()) -> Outcome<Self> {
        let file = open(path)?;
        if !file.try_lock_exclusive().map_err(|error| Failure::file("lock", path, &error))? {
            waiting();
            file.lock_exclusive().map_err(|error| Failure::file("lock", path, &error))?;
        }
        Ok(Lock(file))
    }

    /// Waits until nobody holds the lock alone.
    pub fn shared(path: &Path) -> Outcome<Self> {
        let file = open(path)?;
        FileExt::lock_shared(&file).map_err(|error| Failure::file("lock", path, &error))?;
        Ok(Lock(file))
    }

    /// The lock, or `None` if somebody holds it.
    pub fn try_exclusive(path: &Path) -> Option<Self> {
        let file = open(path).ok()?;
        file.try_lock_exclusive().ok()?.then_some(Lock(file))
    }
}

fn open(path: &Path) -> Outcome<File> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path);
    file.map_err(|error| Failure::file("lock", path, &error))
}

//! Keeps the cache below its size: what was used least recently goes first.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{Cache, Lock};

/// Bytes that the cache may take; `PYRX_CACHE_SIZE` overrides, in megabytes.
const LIMIT: u64 = 4 << 30;
/// The file whose time says when a folder was last used.
const USED: &str = ".used";

/// A folder that can be removed as a whole.
struct Entry {
    path: PathBuf,
    size: u64,
    used: SystemTime,
}

impl Cache {
    /// Notes that a folder is in use now.
    pub fn touch(&self, folder: &Path) {
        // A missing stamp makes the folder look old; nothing depends on more.
        let _ = fs::write(folder.join(USED), b"");
    }

    /// Removes folders until the cache fits, unless another build runs now.
    pub fn evict(&self) {
        self.evict_to(limit());
    }

    /// Bytes that it takes, without records and the like, and how many it may.
    pub fn size(&self) -> (u64, u64) {
        (self.entries().iter().map(|entry| entry.size).sum(), limit())
    }

    fn evict_to(&self, limit: u64) {
        let mut entries = self.entries();
        let mut total: u64 = entries.iter().map(|entry| entry.size).sum();
        if total <= limit {
            return;
        }
        let Some(_alone) = Lock::try_exclusive(&self.lock_path()) else { return };
        entries.sort_by_key(|entry| entry.used);
        // The one used last is this build's own.
        entries.pop();
        for entry in entries {
            if total > limit && fs::remove_dir_all(&entry.path).is_ok() {
                total -= entry.size;
            }
        }
    }

    fn entries(&self) -> Vec<Entry> {
        let kinds = ["projects", "target", "runtime", "crates", "jit", "imports", "cells"];
        let folders = kinds.map(|name| children(&self.root.join(name)));
        folders.into_iter().flatten().filter(|path| path.is_dir()).map(entry).collect()
    }
}

fn entry(path: PathBuf) -> Entry {
    let stamp = fs::metadata(path.join(USED)).and_then(|data| data.modified());
    let used = stamp.or_else(|_| fs::metadata(&path).and_then(|data| data.modified()));
    Entry { size: size(&path), used: used.unwrap_or(SystemTime::UNIX_EPOCH), path }
}

fn limit() -> u64 {
    let set = std::env::var("PYRX_CACHE_SIZE").ok().and_then(|text| text.trim().parse::<u64>().ok());
    set.map_or(LIMIT, |megabytes| megabytes << 20)
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.flatten().map(|entry| entry.path()).collect()
}

/// Bytes below a folder; links are not followed.
fn size(path: &Path) -> u64 {
    let Ok(data) = fs::symlink_metadata(path) else { return 0 };
    if data.is_dir() { children(path).iter().map(|child| size(child)).sum() } else { data.len() }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_was_used_least_recently_goes_first() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache { root: root.path().to_path_buf() };
        for (age, name) in ["projects/new", "target/middle", "projects/old"].iter().enumerate() {
            let folder = cache.root.join(name);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("content"), [0; 1000]).unwrap();
            cache.touch(&folder);
            let used = SystemTime::now() - Duration::from_secs(60 * age as u64);
            fs::File::open(folder.join(USED)).unwrap().set_modified(used).unwrap();
        }
        cache.evict_to(3000);
        assert!(cache.root.join("projects/old").exists());
        cache.evict_to(2999);
        assert!(!cache.root.join("projects/old").exists() && cache.root.join("target/middle").exists());
        cache.evict_to(0);
        assert!(!cache.root.join("target/middle").exists() && cache.root.join("projects/new").exists());
    }
}

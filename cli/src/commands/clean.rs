//! `pyrx clean`: removes what pyrx built, and nothing else: a file that differs from what pyrx wrote stays.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::args::CleanArgs;
use crate::build::{self, Record};
use crate::cache::{Cache, FOLDERS, Lock};
use crate::failure::{Failure, Outcome};
use crate::terminal::Terminal;
use crate::{render, source};

pub fn run(args: &CleanArgs, terminal: &Terminal) -> Outcome<u8> {
    let cache = Cache::open()?;
    let wanted = wanted(args)?;
    let records = build::read_all(&cache);
    let meant = |record: &Record| wanted.iter().any(|wanted| record.source.starts_with(wanted));
    let (doomed, _): (Vec<_>, Vec<_>) = records.iter().partition(|(_, record)| meant(record));
    let paths: BTreeSet<&Path> = doomed.iter().flat_map(|(_, record)| record.paths()).collect();
    for path in paths {
        remove_output(path, records.iter().any(|(_, record)| record.wrote(path)), terminal)?;
    }
    for (path, _) in doomed {
        fs::remove_file(path).map_err(|error| Failure::file("remove", path, &error))?;
    }
    if args.cache {
        remove_cache(&cache, terminal)?;
    }
    Ok(0)
}

/// The modules named, or else everything below the current folder; with `--cache` alone, no modules.
fn wanted(args: &CleanArgs) -> Outcome<Vec<PathBuf>> {
    if args.files.is_empty() && !args.cache {
        let here = env::current_dir().and_then(fs::canonicalize);
        return Ok(vec![here.map_err(|error| Failure::file("read", Path::new("."), &error))?]);
    }
    let absolute = |file: &PathBuf| source::absolute(file).map_err(|error| Failure::file("read", file, &error));
    args.files.iter().map(absolute).collect()
}

/// Removes a file if it is what one of our builds wrote last.
fn remove_output(path: &Path, ours: bool, terminal: &Terminal) -> Outcome<()> {
    if !path.exists() {
        return Ok(());
    }
    if !ours {
        terminal.note(&format!("kept {}: it is not what pyrx wrote", render::path(path)));
        return Ok(());
    }
    fs::remove_file(path).map_err(|error| Failure::file("remove", path, &error))?;
    terminal.note(&format!("removed {}", render::path(path)));
    Ok(())
}

/// Everything but the records, which say which files are ours.
fn remove_cache(cache: &Cache, terminal: &Terminal) -> Outcome<()> {
    let _alone = Lock::exclusive(&cache.lock_path(), || terminal.note("waiting for running builds"))?;
    for name in FOLDERS {
        let folder = cache.root().join(name);
        fs::remove_dir_all(&folder).map_err(|error| Failure::file("remove", &folder, &error))?;
    }
    terminal.note(&format!("removed the cache in {}", render::path(cache.root())));
    Ok(())
}

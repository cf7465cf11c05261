//! What travels inside the executable: the runtime's sources, the crates it needs, the lockfile, and this build's name. See `build.rs`.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The script that runs a compiled module as `__main__`.
pub const RUN_SCRIPT: &str = include_str!("../../python/pyrx/_run.py");

/// The script that records the calls of another.
pub const RECORD_SCRIPT: &str = include_str!("../../python/pyrx/_record.py");

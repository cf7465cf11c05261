//! Content hashes.

use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest as _, Sha256};

/// Hashes fields one by one, each with its length, so that no two lists of fields hash alike by concatenation.
#[derive(Default)]
pub struct Digest(Sha256);

impl Digest {
    pub fn field(mut self, bytes: impl AsRef<[u8]>) -> Self {
        let bytes = bytes.as_ref();
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// 32 hexadecimal digits.
    pub fn finish(self) -> String {
        self.0.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The hash of a file's content.
pub fn of_file(path: &Path) -> io::Result<String> {
    Ok(Digest::default().field(fs::read(path)?).finish())
}

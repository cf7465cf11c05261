//! Files that appear whole or not at all.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::Builder;

use crate::interrupt;

/// Writes under a temporary name in the same folder and renames: a running process that mapped the old file keeps it,
/// and nobody sees half a file. Ctrl-C waits for the rename. A device or a pipe is no file to be replaced: it gets the
/// content.
pub fn write(path: &Path, content: &[u8], mode: u32) -> io::Result<()> {
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return OpenOptions::new().write(true).open(path)?.write_all(content);
    }
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _hold = interrupt::hold();
    let mut file = temporary(folder)?;
    file.write_all(content)?;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(mode))?;
    file.persist(path).map_err(|failed| failed.error)?;
    Ok(())
}

/// Writes only what differs, so that time stamps that cargo looks at stay.
pub fn write_if_changed(path: &Path, content: &[u8]) -> io::Result<()> {
    if std::fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    write(path, content, 0o644)
}

/// Whether files can be made in a folder.
pub fn probe(folder: &Path) -> io::Result<()> {
    let _hold = interrupt::hold();
    temporary(folder).map(drop)
}

fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    Builder::new().prefix(".pyrx-").suffix(".tmp").tempfile_in(folder)
}

//! Putting what was built where it belongs: the extension out of the wheel, a shim out of cargo's folder.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use zip::ZipArchive;

use crate::atomic;
use crate::failure::{Failure, Outcome};
use crate::render;

/// # Errors
/// The wheel cannot be read or holds no extension, or the output cannot be written.
pub fn extension(wheel: &Path, output: &Path) -> Outcome<()> {
    let content = library(wheel)?;
    write(output, &content)
}

/// # Errors
/// One cannot be read, or the other not be written.
pub fn copy(library: &Path, output: &Path) -> Outcome<()> {
    let content = fs::read(library).map_err(|error| Failure::file("read", library, &error))?;
    write(output, &content)
}

fn write(output: &Path, content: &[u8]) -> Outcome<()> {
    // 755: the loader of some systems asks for the executable bit.
    atomic::write(output, content, 0o755).map_err(|error| Failure::file("write", output, &error))
}

fn library(wheel: &Path) -> Outcome<Vec<u8>> {
    let file = File::open(wheel).map_err(|error| Failure::file("read", wheel, &error))?;
    let broken = |error: &dyn std::fmt::Display| Failure::environment(format!("{}: {error}", render::path(wheel)));
    let mut archive = ZipArchive::new(file).map_err(|error| broken(&error))?;
    let name = archive.file_names().find(|name| name.ends_with(".so") || name.ends_with(".dylib")).map(str::to_owned);
    let name = name.ok_or_else(|| broken(&"no extension in the wheel"))?;
    let mut entry = archive.by_name(&name).map_err(|error| broken(&error))?;
    let mut content = Vec::new();
    entry.read_to_end(&mut content).map_err(|error| broken(&error))?;
    Ok(content)
}

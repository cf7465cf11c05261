//! What tells two builds apart. The identity says which module and options are meant; it names the crate, so that two
//! modules of one name never get each other's code. The fingerprint says what the content would be.

use std::path::{Path, PathBuf};

use super::{Job, Request};
use crate::digest::Digest;
use crate::failure::{Failure, Outcome};
use crate::source::Module;
use crate::{embedded, options};

impl<'a> Job<'a> {
    pub fn new(module: Module, request: &'a Request<'a>) -> Outcome<Self> {
        module.must_import()?;
        let output = output(&module, request)?;
        let asked = format!("{} native={}", options::fingerprint(&request.options), request.native);
        let identity = place(&module, &output, request).field(&asked).field(&request.python.abi).finish();
        let fingerprint = Digest::default()
            .field(&identity)
            .field(embedded::BUILD_ID)
            .field(&module.source.module)
            .field(&module.source.text)
            .field(files(&module))
            .field(request.python.pyo3_config())
            .field(if request.strict_internal { "strict" } else { "" })
            .finish();
        Ok(Job { request, module, output, identity, fingerprint })
    }

    /// A crate name that no other build has.
    pub fn crate_name(&self) -> String {
        let plain: String =
            self.module.leaf().chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(40).collect();
        // The identity is 32 hexadecimal digits.
        format!("pyrx_{}_{}", plain.to_ascii_lowercase(), &self.identity[..16])
    }

    pub fn lock_path(&self) -> PathBuf {
        let name = match self.request.reproducible {
            // Modules of one content share a project.
            true => self.identity.clone(),
            // One lock for an output, not for an identity: builds with other options write the same file.
            false => Digest::default().field(self.output.as_os_str().as_encoded_bytes()).finish(),
        };
        self.request.cache.records().join(format!("{name}.lock"))
    }
}

/// Which module is meant: the one of this path for that output, or any of this name and content.
fn place(module: &Module, output: &Path, request: &Request) -> Digest {
    let digest = Digest::default();
    match request.reproducible {
        true => {
            let source = &module.source;
            digest.field(&source.module).field(&source.path).field(&source.text).field(files(module))
        }
        false => digest.field(module.path.as_os_str().as_encoded_bytes()).field(output.as_os_str().as_encoded_bytes()),
    }
}

/// The files that the module names, as text that differs when they do.
fn files(module: &Module) -> String {
    module.source.files.iter().map(|file| format!("{:?} {:?} {:?}\n", file.need, file.path, file.text)).collect()
}

/// `<stem>.<EXT_SUFFIX>` next to the module or in the folder asked for, which is made; where a root was named, in folders
/// as the module's packages.
fn output(module: &Module, request: &Request) -> Outcome<PathBuf> {
    let folder = match (request.out_dir, request.root) {
        (Some(folder), None) => made(folder)?,
        (Some(folder), Some(_)) => made(&folder.join(module.packages()))?,
        (None, _) => module.folder().to_path_buf(),
    };
    Ok(folder.join(format!("{}{}", module.stem(), request.python.ext_suffix)))
}

fn made(folder: &Path) -> Outcome<PathBuf> {
    let result = std::fs::create_dir_all(folder).and_then(|()| std::fs::canonicalize(folder));
    result.map_err(|error| Failure::file("make folder", folder, &error))
}

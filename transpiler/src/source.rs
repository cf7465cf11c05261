//! A module to compile and the files that belong to it, in one range of offsets: a span tells which file it is in.

use std::borrow::Cow;

use crate::span::{LineIndex, Span};

/// A module to compile.
#[derive(Clone, Debug)]
pub struct Source {
    /// As the user named it; what diagnostics and tracebacks show.
    pub path: String,
    /// The name it is imported by, dotted if it lies in a package.
    pub module: String,
    pub text: String,
    /// What it names beside itself, directly or not. Spans in them lie behind those of the module, in this order.
    pub files: Vec<File>,
    /// The full names of the modules that are compiled together, alike, itself among them: their functions may be compiled
    /// in. Empty where it is alone.
    pub together: Vec<String>,
}

/// A file that a module names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub need: Need,
    /// As diagnostics and tracebacks show it.
    pub path: String,
    /// `None`: there is no such file.
    pub text: Option<String>,
}

/// What a module needs a file for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// The `.pyi` of the same name: types for functions that state none themselves.
    Stub,
    /// The `.pxd` of a module by its full name; of a package its `__init__.pxd`.
    Declarations(String),
    /// The `.pyx` of a module by its full name.
    Definitions(String),
    /// The source of a module by its full name that is compiled together with this one, and imported.
    Module(String),
    /// The text that takes the place of `include "name"`.
    Include { from: String, name: String },
}

impl Need {
    /// Whether it states types for the module of this name.
    fn is_of(&self, module: &str) -> bool {
        matches!(self, Need::Stub) || matches!(self, Need::Declarations(name) if name == module)
    }
}

impl File {
    /// The module that it is the source of, if that is in Cython's dialect and compiled together with this one.
    pub fn pyx_sibling(&self) -> Option<&str> {
        match &self.need {
            Need::Module(name) if is_pyx(&self.path) && self.text.is_some() => Some(name),
            _ => None,
        }
    }
}

/// Whether a path is that of a module in Cython's dialect.
fn is_pyx(path: &str) -> bool {
    path.ends_with(".pyx")
}

/// A place in one of the files.
#[derive(Clone, Copy, Debug)]
pub struct Located<'s> {
    pub path: &'s str,
    pub text: &'s str,
    /// In the text of the file.
    pub span: Span,
}

/// The text of one file and where its offsets start.
#[derive(Clone, Copy, Debug)]
pub struct Part<'s> {
    pub path: &'s str,
    pub text: &'s str,
    pub base: u32,
}

impl<'s> Part<'s> {
    /// A text that is all there is.
    pub fn alone(text: &'s str) -> Self {
        Part { path: "", text, base: 0 }
    }

    /// Behind its last byte.
    pub fn end(&self) -> u32 {
        self.base + self.text.len() as u32
    }
}

impl Source {
    /// A module that names no files.
    pub fn alone(path: impl Into<String>, module: impl Into<String>, text: impl Into<String>) -> Self {
        Source { path: path.into(), module: module.into(), text: text.into(), files: Vec::new(), together: Vec::new() }
    }

    /// Whether a file is what a package runs when it is imported.
    pub fn is_package(path: &str) -> bool {
        path.rsplit(['/', '\\']).next().is_some_and(|name| name.starts_with("__init__."))
    }

    /// Whether it is in Cython's dialect.
    pub fn is_cython(&self) -> bool {
        is_pyx(&self.path)
    }

    /// Whether a span is in the module itself or in what states its types.
    pub fn is_own(&self, span: Span) -> bool {
        let at = self.parts().position(|part| span.start <= part.end());
        let file = at.and_then(|at| self.files.get(at.checked_sub(1)?));
        file.is_none_or(|file| file.need.is_of(&self.module))
    }

    /// Whether modules in Cython's dialect are at hand that a module of Python imports.
    pub fn has_pyx_siblings(&self) -> bool {
        self.files.iter().any(|file| file.pyx_sibling().is_some())
    }

    /// The same beside those modules in Cython's dialect that a module of Python imports.
    pub fn without_pyx_siblings(&self) -> Source {
        let is_python = |file: &File| matches!(&file.need, Need::Module(_)) && !is_pyx(&file.path);
        let files = self.files.iter().filter(|file| file.need.is_of(&self.module) || is_python(file));
        Source { files: files.cloned().collect(), ..self.clone() }
    }

    /// The module, then its files in order, with a byte between them.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let files = self.files.iter().map(|file| (file.path.as_str(), file.text.as_deref().unwrap_or_default()));
        let mut next = 0;
        std::iter::once((self.path.as_str(), self.text.as_str())).chain(files).map(move |(path, text)| {
            let base = next;
            next = base + text.len() as u32 + 1;
            Part { path, text, base }
        })
    }

    /// The file of a need, if it is known and there.
    pub fn part(&self, need: &Need) -> Option<Part<'_>> {
        let at = self.files.iter().position(|file| file.need == *need && file.text.is_some())?;
        self.parts().nth(at + 1)
    }

    /// What may give a module of Python types: its `.pyi`, else its `.pxd`.
    pub fn stub_needs(&self) -> Vec<Need> {
        let wanted = [Need::Stub, Need::Declarations(self.module.clone())];
        let looked_for = |need: &Need| self.files.iter().find(|file| file.need == *need);
        for need in wanted {
            match looked_for(&need) {
                None => return vec![need],
                Some(found) if found.text.is_some() => return Vec::new(),
                Some(_) => {}
            }
        }
        Vec::new()
    }

    /// What all spans are in: the texts, with a line end behind each but the last.
    pub fn whole(&self) -> Cow<'_, str> {
        if self.files.is_empty() {
            return Cow::Borrowed(&self.text);
        }
        let texts: Vec<&str> = self.parts().map(|part| part.text).collect();
        Cow::Owned(texts.join("\n"))
    }

    /// The lines of all files.
    pub fn lines(&self) -> LineIndex {
        LineIndex::of_files(&self.whole(), self.parts().map(|part| part.base))
    }

    /// The file that a span is in.
    pub fn locate(&self, span: Span) -> Located<'_> {
        let holds = |part: &Part<'_>| span.start <= part.end();
        match self.parts().find(holds) {
            Some(Part { path, text, base }) => {
                let span = Span::new(span.start - base, span.end.saturating_sub(base));
                Located { path, text, span }
            }
            None => Located { path: &self.path, text: &self.text, span },
        }
    }
}

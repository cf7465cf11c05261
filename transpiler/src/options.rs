//! What a build may be asked for, beside the source.

use std::collections::BTreeSet;

/// Directives by Cython's names, with the defaults of `.py` input.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Directives {
    pub boundscheck: bool,
    pub wraparound: bool,
    pub cdivision: bool,
    pub overflowcheck: bool,
    pub cpow: bool,
    /// The source says which `cpow` it means.
    pub cpow_said: bool,
    /// A C function whose header says nothing of exceptions prints what it raises.
    pub legacy_noexcept: bool,
    pub fastmath: bool,
    pub parallel: bool,
    pub strict: bool,
    /// What Numba would compile when it is called, `pyrx.jit` does.
    pub jit: bool,
    /// Classes in annotations are checked, in a module that imports Cython.
    pub annotation_typing: bool,
    /// Calls are seen by profilers.
    pub profile: bool,
    /// `language_level=2`: `/` of integers is `//`.
    pub int_division: bool,
    /// What texts of C's are to Python.
    pub c_strings: CStrings,
    /// Under `with nogil`: no directive of its own.
    pub nogil: bool,
    /// Under `with parallel()`: no directive of its own.
    pub team: bool,
}

impl Default for Directives {
    fn default() -> Self {
        Directives {
            boundscheck: true,
            wraparound: true,
            cdivision: false,
            overflowcheck: false,
            cpow: false,
            cpow_said: false,
            legacy_noexcept: false,
            fastmath: false,
            parallel: true,
            strict: false,
            jit: false,
            annotation_typing: true,
            profile: false,
            int_division: false,
            c_strings: CStrings::default(),
            nogil: false,
            team: false,
        }
    }
}

/// `c_string_type` and `c_string_encoding`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CStrings {
    pub class: CStringClass,
    pub encoding: Option<Encoding>,
}

/// The class of the object that a text of C's becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CStringClass {
    #[default]
    Bytes,
    ByteArray,
    Str,
}

/// How texts of C's that become strings, or are made of them, are encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    Ascii,
    Utf8,
    Latin1,
}

impl Directives {
    /// Sets a directive whose value is a word: whether it is one of these.
    ///
    /// # Errors
    /// The words that the directive takes.
    pub fn set_word(&mut self, name: &str, value: &str) -> Result<bool, &'static str> {
        match (name, value.to_ascii_lowercase().as_str()) {
            ("language_level", level @ ("2" | "3" | "3str")) => self.int_division = level == "2",
            ("language_level", _) => return Err("2, 3 or 3str"),
            ("c_string_type", "bytes") => self.c_strings.class = CStringClass::Bytes,
            ("c_string_type", "bytearray") => self.c_strings.class = CStringClass::ByteArray,
            ("c_string_type", "str" | "unicode") => self.c_strings.class = CStringClass::Str,
            ("c_string_type", _) => return Err("bytes, bytearray, str or unicode"),
            ("c_string_encoding", "") => self.c_strings.encoding = None,
            ("c_string_encoding", "ascii" | "us-ascii") => self.c_strings.encoding = Some(Encoding::Ascii),
            ("c_string_encoding", "utf8" | "utf-8" | "default") => self.c_strings.encoding = Some(Encoding::Utf8),
            ("c_string_encoding", "latin1" | "latin-1" | "iso-8859-1") => {
                self.c_strings.encoding = Some(Encoding::Latin1);
            }
            ("c_string_encoding", _) => return Err("ascii, utf8, default or latin1"),
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// What a build may be asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// `-X name=value`, applied below the directives in the source.
    pub directives: Directives,
    /// Levels 2 and 3 of the ladder are errors.
    pub strict: bool,
    /// Qualified names of functions to leave to the interpreter, because rustc refused what was made of them; those of
    /// other modules that were compiled in are `module:name`.
    pub leave: BTreeSet<String>,
    /// The module is one of several in a library, which names their entry points itself.
    pub part: bool,
}

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
            nogil: false,
            team: false,
        }
    }
}

impl Directives {
    /// Sets what depends on Cython's `language_level`; whether it is one.
    pub fn set_language_level(&mut self, level: &str) -> bool {
        self.int_division = level == "2";
        matches!(level, "2" | "3" | "3str")
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

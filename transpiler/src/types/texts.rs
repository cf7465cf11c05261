//! Methods of strings that need no interpreter.

use super::index::is_index;
use crate::ty::Type;

/// What an argument must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg {
    Text,
    Int,
    /// A list of strings.
    Texts,
}

/// What a method gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    Bool,
    Int,
    Text,
    Texts,
}

/// A method with its arguments and its function in the runtime, which takes the string first.
#[derive(Debug, PartialEq, Eq)]
pub struct TextMethod {
    pub name: &'static str,
    pub args: &'static [Arg],
    pub kernel: &'static str,
    /// The same of one character.
    pub char_kernel: Option<&'static str>,
    pub raises: bool,
    pub gives: Gives,
}

use Arg::{Int, Text, Texts};

const fn row(name: &'static str, args: &'static [Arg], kernel: &'static str, gives: Gives) -> TextMethod {
    TextMethod { name, args, kernel, char_kernel: None, raises: false, gives }
}

const fn raising(name: &'static str, args: &'static [Arg], kernel: &'static str, gives: Gives) -> TextMethod {
    TextMethod { raises: true, ..row(name, args, kernel, gives) }
}

const fn class(name: &'static str, kernel: &'static str, char_kernel: &'static str) -> TextMethod {
    TextMethod { char_kernel: Some(char_kernel), ..row(name, &[], kernel, Gives::Bool) }
}

/// All methods, one row for each number of arguments.
pub const TEXT_METHODS: &[TextMethod] = &[
    class("isalpha", "sequence::text_isalpha", "sequence::char_isalpha"),
    class("isdecimal", "sequence::text_isdecimal", "sequence::char_isdecimal"),
    class("isdigit", "sequence::text_isdigit", "sequence::char_isdigit"),
    class("isnumeric", "sequence::text_isnumeric", "sequence::char_isnumeric"),
    class("isalnum", "sequence::text_isalnum", "sequence::char_isalnum"),
    class("isspace", "sequence::text_isspace", "sequence::char_isspace"),
    class("isupper", "sequence::text_isupper", "sequence::char_isupper"),
    class("islower", "sequence::text_islower", "sequence::char_islower"),
    class("isascii", "sequence::text_isascii", "sequence::char_isascii"),
    raising("upper", &[], "sequence::text_upper", Gives::Text),
    raising("lower", &[], "sequence::text_lower", Gives::Text),
    row("startswith", &[Text], "sequence::text_startswith", Gives::Bool),
    row("startswith", &[Text, Int], "sequence::text_startswith_from", Gives::Bool),
    row("startswith", &[Text, Int, Int], "sequence::text_startswith_within", Gives::Bool),
    row("endswith", &[Text], "sequence::text_endswith", Gives::Bool),
    row("find", &[Text], "sequence::text_find", Gives::Int),
    row("find", &[Text, Int], "sequence::text_find_from", Gives::Int),
    row("find", &[Text, Int, Int], "sequence::text_find_within", Gives::Int),
    row("rfind", &[Text], "sequence::text_rfind", Gives::Int),
    row("rfind", &[Text, Int], "sequence::text_rfind_from", Gives::Int),
    row("rfind", &[Text, Int, Int], "sequence::text_rfind_within", Gives::Int),
    row("count", &[Text], "sequence::text_occurs", Gives::Int),
    row("count", &[Text, Int], "sequence::text_occurs_from", Gives::Int),
    row("count", &[Text, Int, Int], "sequence::text_occurs_within", Gives::Int),
    raising("index", &[Text], "sequence::text_index", Gives::Int),
    raising("index", &[Text, Int], "sequence::text_index_from", Gives::Int),
    raising("rindex", &[Text], "sequence::text_rindex", Gives::Int),
    row("replace", &[Text, Text], "sequence::text_replace", Gives::Text),
    row("replace", &[Text, Text, Int], "sequence::text_replace_some", Gives::Text),
    row("join", &[Texts], "sequence::text_join", Gives::Text),
    row("strip", &[], "sequence::text_strip", Gives::Text),
    row("lstrip", &[], "sequence::text_lstrip", Gives::Text),
    row("rstrip", &[], "sequence::text_rstrip", Gives::Text),
    row("strip", &[Text], "sequence::text_strip_of", Gives::Text),
    row("lstrip", &[Text], "sequence::text_lstrip_of", Gives::Text),
    row("rstrip", &[Text], "sequence::text_rstrip_of", Gives::Text),
    row("split", &[], "sequence::text_words", Gives::Texts),
    raising("split", &[Text], "sequence::text_split", Gives::Texts),
];

/// The method of this name that takes these arguments.
pub fn text_method(name: &str, args: &[Type]) -> Option<&'static TextMethod> {
    let fits = |method: &&TextMethod| {
        method.name == name
            && method.args.len() == args.len()
            && method.args.iter().zip(args).all(|(want, have)| takes(*want, have))
    };
    TEXT_METHODS.iter().find(fits)
}

fn takes(want: Arg, have: &Type) -> bool {
    match want {
        Text => matches!(have, Type::Str | Type::Char),
        Int => is_index(have),
        Texts => *have == list_of_texts(),
    }
}

fn list_of_texts() -> Type {
    Type::List(Box::new(Type::Str))
}

impl TextMethod {
    pub fn result(&self) -> Type {
        match self.gives {
            Gives::Bool => Type::BOOL,
            Gives::Int => Type::INT,
            Gives::Text => Type::Str,
            Gives::Texts => list_of_texts(),
        }
    }
}

//! C's type words, and tokens that are names although Python has other plans for them.

use rustpython_parser::Tok;

/// The words that C's arithmetic types are made of.
const WORDS: [&str; 9] = ["signed", "unsigned", "char", "short", "int", "long", "float", "double", "complex"];

/// Types of one word, which are not put together with others.
const SINGLE: [&str; 9] =
    ["bint", "void", "size_t", "ssize_t", "Py_ssize_t", "Py_hash_t", "Py_UCS4", "Py_UNICODE", "ptrdiff_t"];

/// Whether a word belongs to C's arithmetic types.
pub fn is_word(name: &str) -> bool {
    WORDS.contains(&name)
}

/// Whether a name alone is always a type of C.
pub fn is_basic(name: &str) -> bool {
    is_word(name) || SINGLE.contains(&name)
}

/// Whether a word names a type, to which others before it only say the size and the sign.
pub fn is_base(word: &str) -> bool {
    matches!(word, "char" | "int" | "float" | "double" | "complex") || SINGLE.contains(&word)
}

/// The name in Cython's pure mode of the type that words name together, in any order: `long unsigned int` is `ulong`.
pub fn basic_type(words: &[&str]) -> Option<&'static str> {
    if let [one] = words
        && let Some(single) = SINGLE.iter().find(|single| *single == one)
    {
        return Some(single);
    }
    let count = |word: &str| words.iter().filter(|own| **own == word).count();
    let (signed, unsigned) = (count("signed"), count("unsigned"));
    if signed + unsigned > 1 || words.iter().any(|word| !is_word(word)) || count("int") > 1 {
        return None;
    }
    let is_signed = signed + unsigned > 0;
    let shape = ["char", "short", "long", "float", "double", "complex"].map(&count);
    let by_sign = |plain, unsigned_name, signed_name| match (signed, unsigned) {
        (0, 0) => plain,
        (1, _) => signed_name,
        _ => unsigned_name,
    };
    let int = count("int");
    match shape {
        [1, 0, 0, 0, 0, 0] if int == 0 => Some(by_sign("char", "uchar", "schar")),
        [0, 1, 0, 0, 0, 0] => Some(by_sign("short", "ushort", "short")),
        [0, 0, 1, 0, 0, 0] => Some(by_sign("long", "ulong", "long")),
        [0, 0, 2, 0, 0, 0] => Some(by_sign("longlong", "ulonglong", "longlong")),
        [0, 0, 0, 0, 0, 0] if int == 1 || is_signed => Some(by_sign("int", "uint", "int")),
        [0, 0, 0, 1, 0, 0] if !is_signed && int == 0 => Some("float"),
        [0, 0, 0, 0, 1, 0] if !is_signed && int == 0 => Some("double"),
        [0, 0, 1, 0, 1, 0] if !is_signed && int == 0 => Some("longdouble"),
        [0, 0, 0, 1, 0, 1] if !is_signed && int == 0 => Some("floatcomplex"),
        [0, 0, 0, 0, 1, 1] if !is_signed && int == 0 => Some("doublecomplex"),
        [0, 0, 1, 0, 1, 1] if !is_signed && int == 0 => Some("longdoublecomplex"),
        [0, 0, 0, 0, 0, 1] if !is_signed && int == 0 => Some("doublecomplex"),
        _ => None,
    }
}

/// The name that a token is; Python's soft keywords are names to C.
pub fn name_of(token: &Tok) -> Option<&str> {
    match token {
        Tok::Name { name } => Some(name),
        Tok::Match => Some("match"),
        Tok::Type => Some("type"),
        Tok::Case => Some("case"),
        _ => None,
    }
}

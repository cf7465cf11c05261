//! Rust names for the source's variables: ASCII, unique in their function, never a keyword or a name of the emitter.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use crate::ir::{Function, Local, LocalId, StmtKind, visit};
use crate::ty::Type;

/// Words that cannot be identifiers, or that mean something in the emitted code.
const RESERVED: &[&str] = &[
    "Err", "MODULE", "None", "Ok", "SOURCE", "Self", "Some", "_", "abstract", "args", "as", "async", "await", "become",
    "block", "box", "break", "code", "const", "continue", "crate", "do", "dyn", "else", "enum", "err", "extern",
    "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut",
    "never", "ok", "override", "param", "parts", "priv", "pub", "raised", "ref", "return", "rt", "self", "site",
    "spec", "static", "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "view",
    "virtual", "where", "while", "yield",
];

/// Stems that the emitter numbers: `at0`, `f_3`, `SITES_2`.
const NUMBERED: &[&str] = &[
    "CODE_", "POINTS_", "S_", "SITES_", "SPEC_", "STATIC_", "a", "at", "exit_", "f_", "o_", "caught_", "raised_",
    "shim_", "start_", "state_", "step_", "stop_", "strip_", "trip_", "trips_", "w_", "word_",
];

/// The Rust locals of one IR local.
pub(super) struct LocalName {
    /// The value; of an array its view.
    pub ident: Ident,
    /// What keeps an array's memory alive.
    pub owner: Ident,
    /// Whether a tracked local is bound.
    pub flag: Ident,
}

/// Names of all locals of a function, by [`LocalId`].
pub(super) struct Names(Vec<LocalName>);

impl Names {
    pub fn new(function: &Function) -> Names {
        let mut taken = BTreeSet::new();
        let flagged = flagged(function);
        let named = |(index, local)| name(local, index, flagged.contains(&index), &mut taken);
        Names(function.locals.iter().enumerate().map(named).collect())
    }

    pub fn get(&self, local: LocalId) -> &LocalName {
        &self.0[local.0 as usize]
    }
}

/// Locals with a flag beside them: the tracked ones, and private ones of parallel loops.
fn flagged(function: &Function) -> BTreeSet<usize> {
    let tracked = function.locals.iter().enumerate().filter(|(_, local)| local.tracked);
    let mut all: BTreeSet<usize> = tracked.map(|(index, _)| index).collect();
    visit::walk(&function.body, &mut |stmt| {
        if let StmtKind::For { parallel: Some(parallel), .. } = &stmt.kind {
            all.extend(parallel.private.iter().map(|(local, _)| local.0 as usize));
        }
    });
    all
}

fn name(local: &Local, index: usize, flagged: bool, taken: &mut BTreeSet<String>) -> LocalName {
    let stem = match local.name.as_str() {
        "" => format!("t{index}"),
        name if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') => name.to_owned(),
        _ => format!("v{index}"),
    };
    let stem = if is_reserved(&stem) { format!("{stem}_") } else { stem };
    let is_array = matches!(local.ty, Type::Array(_));
    let companions = |base: &str| {
        let owner = is_array.then(|| format!("{base}_own"));
        let flag = flagged.then(|| format!("{base}_set"));
        [Some(base.to_owned()), owner, flag].into_iter().flatten().collect::<Vec<_>>()
    };
    let free = |base: &str| companions(base).iter().all(|name| !taken.contains(name));
    let base = std::iter::once(stem.clone())
        .chain((1..).map(|count| format!("{stem}_{count}")))
        .find(|base| free(base))
        .unwrap_or(stem);
    taken.extend(companions(&base));
    LocalName {
        owner: format_ident!("{base}_own"),
        flag: format_ident!("{base}_set"),
        ident: Ident::new(&base, Span::call_site()),
    }
}

fn is_reserved(name: &str) -> bool {
    let numbered = |stem: &&str| {
        name.strip_prefix(*stem).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    name.is_empty() || RESERVED.contains(&name) || NUMBERED.iter().any(numbered)
}

/// The text as the interpreter's string, which it is made into once.
pub(super) fn interned(text: &str) -> TokenStream {
    let text = string(text);
    quote!(rt::name!(#text))
}

/// A string literal in which everything but printable ASCII is escaped: no bidirectional control ever shows.
pub(super) fn string(text: &str) -> Literal {
    let mut literal = String::with_capacity(text.len() + text.len() / 16 + 2);
    literal.push('"');
    for c in text.chars() {
        match c {
            ' '..='~' if c != '"' && c != '\\' => literal.push(c),
            _ => literal.extend(c.escape_default()),
        }
    }
    literal.push('"');
    parsed(&literal)
}

/// A byte string literal.
pub(super) fn bytes(bytes: &[u8]) -> Literal {
    parsed(&format!("b\"{}\"", bytes.escape_ascii()))
}

/// A literal from text that is one by construction.
pub(super) fn parsed(text: &str) -> Literal {
    // The callers write digits, a suffix, or an escaped string between quotes: each is a literal.
    text.parse().unwrap_or_else(|_| Literal::string("not a literal"))
}

/// `int::floordiv` of the runtime, as a path below `rt`.
pub(super) fn runtime_path(path: &str) -> TokenStream {
    let segments = path.split("::").map(|segment| Ident::new(segment, Span::call_site()));
    quote!(rt #(:: #segments)*)
}

/// The symbol CPython looks for: `PyInit_` and the last part of the module's name (punycode beyond ASCII, PEP 489).
pub fn init_symbol(module: &str) -> String {
    let last = module.rsplit('.').next().unwrap_or(module);
    if last.is_ascii() { format!("PyInit_{last}") } else { format!("PyInitU_{}", punycode(last).replace('-', "_")) }
}

/// RFC 3492.
fn punycode(text: &str) -> String {
    let mut out: String = text.chars().filter(char::is_ascii).collect();
    let basic = out.len() as u32;
    if basic > 0 {
        out.push('-');
    }
    let total = text.chars().count() as u32;
    let (mut point, mut delta, mut bias, mut handled) = (128u32, 0u32, 72u32, basic);
    while handled < total {
        let next = text.chars().map(u32::from).filter(|&c| c >= point).min().unwrap_or(point);
        delta += (next - point) * (handled + 1);
        point = next;
        for c in text.chars().map(u32::from) {
            if c < point {
                delta += 1;
            }
            if c == point {
                encode_delta(delta, bias, &mut out);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        point += 1;
    }
    out
}

fn encode_delta(delta: u32, bias: u32, out: &mut String) {
    let digit = |value: u32| char::from(if value < 26 { b'a' + value as u8 } else { b'0' + (value - 26) as u8 });
    let mut rest = delta;
    for k in (36..).step_by(36) {
        let threshold = if k <= bias { 1 } else { (k - bias).min(26) };
        if rest < threshold {
            break;
        }
        out.push(digit(threshold + (rest - threshold) % (36 - threshold)));
        rest = (rest - threshold) / (36 - threshold);
    }
    out.push(digit(rest));
}

fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn init_symbols() {
        assert_eq!(init_symbol("pkg.fast"), "PyInit_fast");
        // As CPython makes it: "bücher".encode("punycode") is b"bcher-kva".
        assert_eq!(init_symbol("bücher"), "PyInitU_bcher_kva");
        assert_eq!(init_symbol("αβγ"), "PyInitU_mxacd");
    }

    #[test]
    fn strings_are_ascii() {
        assert_eq!(string("a\"\u{202e}\n\0é").to_string(), r#""a\"\u{202e}\n\u{0}\u{e9}""#);
    }
}

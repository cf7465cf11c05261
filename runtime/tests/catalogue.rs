//! The catalogue's rows are well formed.

use pyrx_runtime::catalogue::{Lower, Row, rows};

const TYPES: &[&str] = &[
    "int",
    "float",
    "complex",
    "bool",
    "str",
    "i8",
    "i16",
    "i32",
    "i64",
    "u8",
    "u16",
    "u32",
    "u64",
    "f32",
    "f64",
    "c64",
    "c128",
    "F",
    "I",
    "B",
    "C",
    "N",
    "c.bool",
    "c.int",
    "c.long",
    "c.float",
    "c.double",
    "c.floatcomplex",
    "c.complex",
];

/// Parameter types and result types.
fn types(row: &Row) -> Option<(Vec<&str>, Vec<&str>)> {
    let (params, result) = row.signature.split_once(" -> ")?;
    let params = params.strip_prefix('(')?.strip_suffix(')')?.split(", ").filter(|part| !matches!(*part, "" | "*"));
    let params = params.map(|part| {
        let part = part.split_once(" = ").map_or(part, |(left, _)| left);
        part.split_once(": ").map_or(part, |(_, ty)| ty)
    });
    let result = result.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(result);
    Some((params.collect(), result.split(", ").collect()))
}

#[test]
fn signatures_are_in_the_grammar() {
    for row in rows().filter(|row| row.lower != Lower::Special) {
        let (params, results) = types(row).unwrap_or_else(|| panic!("signature of {row:?}"));
        for ty in params.iter().chain(&results) {
            assert!(TYPES.contains(ty), "{ty} in {row:?}");
        }
        let is_letter = |ty: &&&str| ty.len() == 1 && **ty != "B";
        for letter in results.iter().filter(is_letter) {
            assert!(params.contains(letter), "nothing binds {letter} in {row:?}");
        }
    }
}

#[test]
fn rows_say_what_they_are() {
    for row in rows() {
        assert!(!row.names.is_empty() && row.names.iter().all(|name| name.contains('.')), "{row:?}");
        assert_eq!(row.kernel.is_empty(), row.lower == Lower::Special, "{row:?}");
        // No Python expression calls a function of C's.
        let is_c = row.names.iter().all(|name| name.starts_with("libc."));
        assert!(
            is_c && row.tries.is_empty() || !is_c && !row.tries.is_empty() || row.lower == Lower::Special,
            "{row:?}"
        );
    }
}

#[test]
fn no_row_hides_another() {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for row in rows().filter(|row| row.lower != Lower::Special) {
        for name in row.names {
            assert!(!seen.contains(&(name, row.signature)), "{name}{} twice", row.signature);
            seen.push((name, row.signature));
        }
    }
}

//! Methods of strings.

use crate::list::List;
use crate::raise::{Exc, Raise};
use crate::text::classes::{self, classes};
use crate::text::{Char, Str};

macro_rules! classified {
    ($($method:literal $text:ident $char:ident $class:expr;)*) => {$(
        #[doc = concat!("`text.", $method, "()`: all are, and there is one.")]
        pub fn $text(text: &Str) -> bool {
            !text.is_empty() && text.items().iter().all(|&point| classes(point) & $class != 0)
        }

        #[doc = concat!("`c.", $method, "()`")]
        #[inline(always)]
        pub fn $char(c: Char) -> bool {
            classes(c.0) & $class != 0
        }
    )*};
}

classified! {
    "isalpha" text_isalpha char_isalpha classes::ALPHA;
    "isdecimal" text_isdecimal char_isdecimal classes::DECIMAL;
    "isdigit" text_isdigit char_isdigit classes::DIGIT;
    "isnumeric" text_isnumeric char_isnumeric classes::NUMERIC;
    "isalnum" text_isalnum char_isalnum classes::ALNUM;
    "isspace" text_isspace char_isspace classes::SPACE;
}

/// `c.isupper()`
#[inline(always)]
pub fn char_isupper(c: Char) -> bool {
    classes(c.0) & classes::UPPER != 0
}

/// `c.islower()`
#[inline(always)]
pub fn char_islower(c: Char) -> bool {
    classes(c.0) & classes::LOWER != 0
}

/// `c.isascii()`
#[inline(always)]
pub fn char_isascii(c: Char) -> bool {
    c.0 < 128
}

/// `text.isascii()`, true of an empty one.
pub fn text_isascii(text: &Str) -> bool {
    text.items().iter().all(|&point| point < 128)
}

/// `text.isupper()`
pub fn text_isupper(text: &Str) -> bool {
    cased(text, classes::UPPER, classes::LOWER | classes::TITLE)
}

/// `text.islower()`
pub fn text_islower(text: &Str) -> bool {
    cased(text, classes::LOWER, classes::UPPER | classes::TITLE)
}

/// Whether there are characters of one case and none of the others.
fn cased(text: &Str, wanted: u8, refused: u8) -> bool {
    let mut found = false;
    for &point in text.items() {
        let own = classes(point);
        if own & refused != 0 {
            return false;
        }
        found |= own & wanted != 0;
    }
    found
}

/// `text.upper()`
pub fn text_upper(text: &Str) -> Result<Str, Raise> {
    mapped(text, b'a', "upper")
}

/// `text.lower()`
pub fn text_lower(text: &Str) -> Result<Str, Raise> {
    mapped(text, b'A', "lower")
}

/// ASCII letters from `first` on change their case; other text is the interpreter's to map.
fn mapped(text: &Str, first: u8, method: &'static str) -> Result<Str, Raise> {
    if !text_isascii(text) {
        return asked(text, method);
    }
    let first = u32::from(first);
    let swapped = |&point: &u32| if (first..first + 26).contains(&point) { point ^ 32 } else { point };
    Ok(match text.items() {
        [point] => Char(swapped(point)).to_str(),
        points => Str::shared(points.iter().map(swapped).collect()),
    })
}

#[cfg(feature = "python")]
use crate::text::asked::changed as asked;

/// Without an interpreter there is no text beyond ASCII.
#[cfg(not(feature = "python"))]
fn asked(_: &Str, _: &'static str) -> Result<Str, Raise> {
    Err(Raise::escape("text beyond ASCII"))
}

/// `text.startswith(part)`
pub fn text_startswith(text: &Str, part: &Str) -> bool {
    text.starts_with(part, None, None)
}

/// `text.startswith(part, start)`
pub fn text_startswith_from(text: &Str, part: &Str, start: i64) -> bool {
    text.starts_with(part, Some(start), None)
}

/// `text.startswith(part, start, stop)`
pub fn text_startswith_within(text: &Str, part: &Str, start: i64, stop: i64) -> bool {
    text.starts_with(part, Some(start), Some(stop))
}

/// `text.endswith(part)`
pub fn text_endswith(text: &Str, part: &Str) -> bool {
    text.ends_with(part, None, None)
}

macro_rules! searches {
    ($($method:literal $run:ident $whole:ident $from:ident $within:ident;)*) => {$(
        #[doc = concat!("`text.", $method, "(part)`")]
        pub fn $whole(text: &Str, part: &Str) -> i64 {
            text.$run(part, None, None)
        }

        #[doc = concat!("`text.", $method, "(part, start)`")]
        pub fn $from(text: &Str, part: &Str, start: i64) -> i64 {
            text.$run(part, Some(start), None)
        }

        #[doc = concat!("`text.", $method, "(part, start, stop)`")]
        pub fn $within(text: &Str, part: &Str, start: i64, stop: i64) -> i64 {
            text.$run(part, Some(start), Some(stop))
        }
    )*};
}

searches! {
    "find" find text_find text_find_from text_find_within;
    "rfind" rfind text_rfind text_rfind_from text_rfind_within;
    "count" count text_occurs text_occurs_from text_occurs_within;
}

/// `text.index(part)`
///
/// # Errors
/// `ValueError` where it does not occur.
pub fn text_index(text: &Str, part: &Str) -> Result<i64, Raise> {
    found(text.find(part, None, None))
}

/// `text.index(part, start)`
///
/// # Errors
/// As [`text_index`].
pub fn text_index_from(text: &Str, part: &Str, start: i64) -> Result<i64, Raise> {
    found(text.find(part, Some(start), None))
}

/// `text.rindex(part)`
///
/// # Errors
/// As [`text_index`].
pub fn text_rindex(text: &Str, part: &Str) -> Result<i64, Raise> {
    found(text.rfind(part, None, None))
}

fn found(at: i64) -> Result<i64, Raise> {
    if at < 0 { Err(Raise::plain(Exc::ValueError, "substring not found")) } else { Ok(at) }
}

/// `text.replace(part, with)`
pub fn text_replace(text: &Str, part: &Str, with: &Str) -> Str {
    text.replace(part, with, -1)
}

/// `text.replace(part, with, limit)`
pub fn text_replace_some(text: &Str, part: &Str, with: &Str, limit: i64) -> Str {
    text.replace(part, with, limit)
}

/// `separator.join(parts)`
pub fn text_join(separator: &Str, parts: &List<Str>) -> Str {
    separator.join(parts)
}

/// `text += part`
pub fn text_append(text: &Str, part: &Str) -> Str {
    text.append(part)
}

/// `text.strip()`
pub fn text_strip(text: &Str) -> Str {
    trimmed(text, true, true, is_space)
}

/// `text.lstrip()`
pub fn text_lstrip(text: &Str) -> Str {
    trimmed(text, true, false, is_space)
}

/// `text.rstrip()`
pub fn text_rstrip(text: &Str) -> Str {
    trimmed(text, false, true, is_space)
}

/// `text.strip(points)`
pub fn text_strip_of(text: &Str, points: &Str) -> Str {
    trimmed(text, true, true, |point| points.items().contains(&point))
}

/// `text.lstrip(points)`
pub fn text_lstrip_of(text: &Str, points: &Str) -> Str {
    trimmed(text, true, false, |point| points.items().contains(&point))
}

/// `text.rstrip(points)`
pub fn text_rstrip_of(text: &Str, points: &Str) -> Str {
    trimmed(text, false, true, |point| points.items().contains(&point))
}

fn is_space(point: u32) -> bool {
    classes(point) & classes::SPACE != 0
}

fn trimmed(text: &Str, left: bool, right: bool, goes: impl Fn(u32) -> bool) -> Str {
    let points = text.items();
    let stays = |point: &u32| !goes(*point);
    let last = if right { points.iter().rposition(stays).map_or(0, |at| at + 1) } else { points.len() };
    let first = if left { points[..last].iter().position(stays).unwrap_or(last) } else { 0 };
    part(text, first, last)
}

/// `text[first:last]`, both within.
fn part(text: &Str, first: usize, last: usize) -> Str {
    // A step of one never fails.
    text.slice(Some(first as i64), Some(last as i64), 1).unwrap_or_default()
}

/// `text.split()`: words between white space.
pub fn text_words(text: &Str) -> List<Str> {
    let (mut words, mut from) = (Vec::new(), None);
    for (at, &point) in text.items().iter().enumerate() {
        match (from, is_space(point)) {
            (None, false) => from = Some(at),
            (Some(first), true) => {
                words.push(part(text, first, at));
                from = None;
            }
            _ => {}
        }
    }
    words.extend(from.map(|first| part(text, first, text.items().len())));
    List::from_vec(words)
}

/// `text.split(separator)`
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn text_split(text: &Str, separator: &Str) -> Result<List<Str>, Raise> {
    if separator.is_empty() {
        return Err(Raise::plain(Exc::ValueError, "empty separator"));
    }
    let (mut parts, mut from) = (Vec::new(), 0);
    loop {
        let at = text.find(separator, Some(from), None);
        if at < 0 {
            parts.push(part(text, from as usize, text.items().len()));
            return Ok(List::from_vec(parts));
        }
        parts.push(part(text, from as usize, at as usize));
        from = at + separator.len();
    }
}

/// `int(text)`
///
/// # Errors
/// Python's `ValueError`; an escape past 64 bits.
pub fn text_int(text: &Str) -> Result<i64, Raise> {
    let (sign, digits) = match text.items() {
        [minus, digits @ ..] if *minus == u32::from(b'-') => (-1, digits),
        digits => (1, digits),
    };
    // So many digits fit.
    if !(1..=18).contains(&digits.len()) {
        return parsed(text, "int");
    }
    let value = digits.iter().try_fold(0i64, |value, point| {
        let digit = point.wrapping_sub(u32::from(b'0'));
        (digit < 10).then(|| value * 10 + i64::from(digit))
    });
    value.map_or_else(|| parsed(text, "int"), |value| Ok(sign * value))
}

/// `float(text)`
///
/// # Errors
/// Python's `ValueError`.
pub fn text_float(text: &Str) -> Result<f64, Raise> {
    let plain = |&point: &u32| u8::try_from(point).ok().filter(|byte| byte.is_ascii_digit() || b"+-.eE".contains(byte));
    let bytes: Option<Vec<u8>> = text.items().iter().map(plain).collect();
    // Both round correctly.
    let value = bytes.and_then(|bytes| std::str::from_utf8(&bytes).ok()?.parse().ok());
    value.map_or_else(|| parsed(text, "float"), Ok)
}

#[cfg(feature = "python")]
use crate::text::asked::parsed;

/// Without an interpreter there are no other numerals.
#[cfg(not(feature = "python"))]
fn parsed<T>(_: &Str, class: &'static str) -> Result<T, Raise> {
    Err(Raise::escape(class))
}

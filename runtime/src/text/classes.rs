//! What kind of character a code point is, as the running Python's tables of Unicode say.

/// `isalpha`
pub const ALPHA: u8 = 1;
/// `isdecimal`
pub const DECIMAL: u8 = 2;
/// `isdigit`
pub const DIGIT: u8 = 4;
/// `isnumeric`
pub const NUMERIC: u8 = 8;
/// `isspace`
pub const SPACE: u8 = 16;
/// `isupper`
pub const UPPER: u8 = 32;
/// `islower`
pub const LOWER: u8 = 64;
/// Titlecase, as in the digraph "Dž".
pub const TITLE: u8 = 128;

/// `isalnum`
pub const ALNUM: u8 = ALPHA | DECIMAL | DIGIT | NUMERIC;

const ASCII: [u8; 128] = ascii();

const fn ascii() -> [u8; 128] {
    let mut table = [0; 128];
    let mut point = 0;
    while point < 128 {
        table[point] = match point as u8 {
            b'0'..=b'9' => DECIMAL | DIGIT | NUMERIC,
            b'A'..=b'Z' => ALPHA | UPPER,
            b'a'..=b'z' => ALPHA | LOWER,
            9..=13 | 28..=32 => SPACE,
            _ => 0,
        };
        point += 1;
    }
    table
}

/// The classes of a code point.
#[inline(always)]
pub fn classes(point: u32) -> u8 {
    match ASCII.get(point as usize) {
        Some(classes) => *classes,
        None => beyond(point),
    }
}

#[cfg(feature = "python")]
use asked::beyond;

/// Without an interpreter there is no text beyond ASCII.
#[cfg(not(feature = "python"))]
fn beyond(_: u32) -> u8 {
    0
}

#[cfg(feature = "python")]
mod asked {
    use super::{ALPHA, DECIMAL, DIGIT, LOWER, NUMERIC, SPACE, TITLE, UPPER};
    use crate::boundary::attach;
    use crate::obj::{self, Obj};
    use crate::text::Char;
    use std::sync::OnceLock;

    /// Code points that are asked about together.
    const PAGE: usize = 256;

    type Page = [u8; PAGE];

    static PAGES: [OnceLock<Box<Page>>; 0x11_0000 / PAGE] = [const { OnceLock::new() }; 0x11_0000 / PAGE];

    const METHODS: [(&str, u8); 8] = [
        ("isalpha", ALPHA),
        ("isdecimal", DECIMAL),
        ("isdigit", DIGIT),
        ("isnumeric", NUMERIC),
        ("isspace", SPACE),
        ("isupper", UPPER),
        ("islower", LOWER),
        ("istitle", TITLE),
    ];

    #[cold]
    pub fn beyond(point: u32) -> u8 {
        let (number, at) = (point as usize / PAGE, point as usize % PAGE);
        let Some(page) = PAGES.get(number) else { return 0 };
        if let Some(page) = page.get() {
            return page[at];
        }
        // Nobody may wait for the cell while another holds the lock: it is filled with what is known already.
        let made = attach(|| Box::new(std::array::from_fn(|at| ask((number * PAGE + at) as u32))));
        page.get_or_init(|| made)[at]
    }

    /// `c.istitle()` holds for uppercase, too.
    fn ask(point: u32) -> u8 {
        let Ok(text) = obj::from_value(Char(point)) else { return 0 };
        let found = METHODS.iter().filter(|(name, _)| holds(&text, name)).fold(0, |all, (_, class)| all | class);
        if found & UPPER != 0 { found & !TITLE } else { found }
    }

    fn holds(text: &Obj, method: &'static str) -> bool {
        obj::call_method(text, obj::interned(method), &[], &[]).and_then(|answer| obj::truth(&answer)).unwrap_or(false)
    }
}

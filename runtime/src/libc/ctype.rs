//! Functions of `<ctype.h>`: what a character of one byte is.

use std::ffi::c_int;

/// What C's tables have: a `char` with a sign or without, and `EOF`.
const KNOWN: std::ops::RangeInclusive<c_int> = -128..=255;

macro_rules! of_character {
    ($($name:ident else $otherwise:expr;)*) => {
        mod c {
            use super::c_int;
            unsafe extern "C" {
                $(pub fn $name(character: c_int) -> c_int;)*
            }
        }
        $(
            #[doc = concat!("C's `", stringify!($name), "`; beyond its table, where C reads anything, no character is known.")]
            pub fn $name(character: c_int) -> c_int {
                let otherwise: fn(c_int) -> c_int = $otherwise;
                // SAFETY: a character that the table has.
                if KNOWN.contains(&character) { unsafe { c::$name(character) } } else { otherwise(character) }
            }
        )*
    };
}

of_character! {
    isalnum else |_| 0;
    isalpha else |_| 0;
    isblank else |_| 0;
    iscntrl else |_| 0;
    isdigit else |_| 0;
    isgraph else |_| 0;
    islower else |_| 0;
    isprint else |_| 0;
    ispunct else |_| 0;
    isspace else |_| 0;
    isupper else |_| 0;
    isxdigit else |_| 0;
    tolower else |character| character;
    toupper else |character| character;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_told() {
        let a = c_int::from(b'a');
        assert!(isalpha(a) != 0 && isspace(a) == 0 && isxdigit(a) != 0);
        assert_eq!((toupper(a), tolower(a), toupper(8364)), (c_int::from(b'A'), a, 8364));
        assert_eq!((isalpha(8364), isdigit(-1)), (0, 0));
    }
}

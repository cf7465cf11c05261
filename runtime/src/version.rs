//! The version of the interpreter, as the constants of its header `patchlevel.h` have it.

use std::ffi::CStr;
use std::sync::OnceLock;

use pyo3::ffi;

/// `PY_VERSION_HEX`: a byte each of the major, the minor and the micro version, half a byte each of the level and the
/// serial number of the release.
pub fn hex() -> i32 {
    static HEX: OnceLock<u32> = OnceLock::new();
    let read = || {
        // SAFETY: the interpreter's own text, which never changes.
        let text = unsafe { CStr::from_ptr(ffi::Py_GetVersion()) };
        text.to_str().map_or(0, parsed)
    };
    *HEX.get_or_init(read) as i32
}

/// `PY_MINOR_VERSION`
pub fn minor() -> i32 {
    hex() >> 16 & 0xff
}

/// `PY_MICRO_VERSION`
pub fn micro() -> i32 {
    hex() >> 8 & 0xff
}

/// `PY_RELEASE_LEVEL`: 0xA for alpha, 0xB for beta, 0xC for a candidate, 0xF for a final release.
pub fn level() -> i32 {
    hex() >> 4 & 0xf
}

/// `PY_RELEASE_SERIAL`
pub fn serial() -> i32 {
    hex() & 0xf
}

/// The number of a version such as `3.11.7` or `3.14.0rc2+`, behind which other words may stand.
fn parsed(text: &str) -> u32 {
    let word = text.split_whitespace().next().unwrap_or("").trim_end_matches('+');
    let end = word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(word.len());
    let (numbers, release) = word.split_at(end);
    let mut numbers = numbers.split('.').map(|number| number.parse::<u32>().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0) & 0xff;
    let number = next() << 24 | next() << 16 | next() << 8;
    let levels = [("rc", 0xc), ("a", 0xa), ("b", 0xb)];
    let found = levels.iter().find_map(|(name, level)| Some((level, release.strip_prefix(name)?)));
    let (level, serial) = found.map_or((0xf, 0), |(level, serial)| (*level, serial.parse::<u32>().unwrap_or(0)));
    number | level << 4 | serial & 0xf
}

#[cfg(test)]
mod tests {
    use super::parsed;

    #[test]
    fn versions_are_numbers_as_in_the_header() {
        assert_eq!(parsed("3.11.7 (main, Jan  1 2024) [GCC 12]"), 0x030b_07f0);
        assert_eq!(parsed("3.14.0rc2+ (heads/main)"), 0x030e_00c2);
        assert_eq!(parsed("3.13.0a6"), 0x030d_00a6);
        assert_eq!(parsed("3.12.0b1"), 0x030c_00b1);
        assert_eq!(parsed(""), 0xf0);
    }
}

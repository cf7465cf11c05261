//! Characters of Cython's that Python's lexer refuses, put out of its way by as many spaces.
//!
//! `<T?>x` and `except? -1` lose their `?`, `10UL` loses its suffix. Who wants to know looks at the text as given.

/// The text with as many bytes, for the lexer.
pub fn blanked(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'#' => at = line_end(bytes, at),
            b'"' | b'\'' => at = string_end(bytes, at),
            b'?' => {
                out[at] = b' ';
                at += 1;
            }
            b'0'..=b'9' if !continues_name(bytes, at) => at = number(bytes, &mut out, at),
            _ => at += 1,
        }
    }
    // Only ASCII bytes were replaced, by ASCII.
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| matches!(byte, b'\n' | b'\r')).map_or(bytes.len(), |length| at + length)
}

/// Behind the string that starts with the quote at `at`; an unclosed one ends with its line or the text.
fn string_end(bytes: &[u8], at: usize) -> usize {
    let quote = bytes[at];
    let triple = bytes[at..].starts_with(&[quote; 3]);
    let mut end = at + if triple { 3 } else { 1 };
    while end < bytes.len() {
        match bytes[end] {
            b'\\' => end += 2,
            b'\n' | b'\r' if !triple => return end,
            byte if byte == quote && (!triple || bytes[end..].starts_with(&[quote; 3])) => {
                return end + if triple { 3 } else { 1 };
            }
            _ => end += 1,
        }
    }
    bytes.len()
}

/// Whether the byte before belongs to the same word.
fn continues_name(bytes: &[u8], at: usize) -> bool {
    at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_' || bytes[at - 1] >= 0x80)
}

/// Blanks the suffix of an integer; behind it.
fn number(bytes: &[u8], out: &mut [u8], start: usize) -> usize {
    let end = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
    let digits = bytes[start..end].iter().rposition(|byte| !matches!(byte, b'u' | b'U' | b'l' | b'L'));
    let digits = start + digits.map_or(0, |last| last + 1);
    let hexadecimal = bytes[start..].starts_with(b"0x") || bytes[start..].starts_with(b"0X");
    let plain = bytes[start..digits]
        .iter()
        .all(|byte| byte.is_ascii_digit() || hexadecimal && byte.is_ascii_hexdigit() || matches!(byte, b'x' | b'X'));
    if plain && digits < end && end - digits <= 3 {
        out[digits..end].fill(b' ');
    }
    end
}

#[cfg(test)]
mod tests {
    use super::blanked;

    #[test]
    fn only_what_the_lexer_refuses() {
        assert_eq!(blanked("x = <T?>y + 10UL - 0xFFu  # 1L?"), "x = <T >y + 10   - 0xFF   # 1L?");
        assert_eq!(blanked("def f() except? -1: '?' \"a?\" '''\n?'''"), "def f() except  -1: '?' \"a?\" '''\n?'''");
        assert_eq!(blanked("a1L + 1.5e3 + x10u + 1l"), "a1L + 1.5e3 + x10u + 1 ");
    }
}

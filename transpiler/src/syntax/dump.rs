//! The text form.
use super::Parsed;
pub fn dump(_parsed: &Parsed, _text: &str) -> String {
    String::new()
}

//! Characters that would act on the terminal or hide what is there are shown as escapes.

use std::path::Path;

/// A path as text that prints safely.
pub fn path(path: &Path) -> String {
    escape(&path.to_string_lossy())
}

/// Text in which control and bidirectional characters are visible.
pub fn escape(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// One character as it is shown; tabs become four blanks.
pub fn shown(character: char) -> String {
    match character {
        '\t' => "    ".to_owned(),
        character if is_hidden(character) => character.escape_unicode().to_string(),
        character => character.to_string(),
    }
}

/// Control characters, and those that reorder or hide text: <https://trojansource.codes>.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || matches!(character, '\u{e0000}'..='\u{e007f}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_escaped() {
        assert_eq!(escape("a\x1b[31m\u{202e}b\tc"), "a\\u{1b}[31m\\u{202e}b    c");
        assert_eq!(escape("größe 数"), "größe 数");
    }
}

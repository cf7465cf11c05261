//! The name that was most likely meant.

/// Edits that a misspelt name may be away from the one that was meant.
const MOST_EDITS: usize = 3;

/// The known name nearest to one that is not known, if any is near; case does not count.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let distance = |known: &str| strsim::damerau_levenshtein(&known.to_lowercase(), &name);
    known.map(|known| (distance(known), known)).min().filter(|(edits, _)| *edits <= MOST_EDITS).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_near_name_is_meant() {
        let known = || ["boundscheck", "cdivision"].into_iter();
        assert_eq!(nearest("Boundschek", known()), Some("boundscheck"));
        assert_eq!(nearest("zzzzzzzzzzzz", known()), None);
        assert_eq!(nearest("x", [].into_iter()), None);
    }
}

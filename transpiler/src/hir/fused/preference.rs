//! In which order dispatch tries the members of a fused type: of those that one Python class is for, only the first
//! counts.

use super::Member;

/// The rank of C's own number types, twice Cython's, and how signed they are (a plain `int` less than a `signed int`).
const RANKS: [(&str, u32, u32); 27] = [
    ("char", 0, 1),
    ("signed char", 0, 2),
    ("unsigned char", 0, 0),
    ("short", 2, 1),
    ("unsigned short", 2, 0),
    ("int", 4, 1),
    ("bint", 4, 1),
    ("unsigned int", 4, 0),
    ("Py_UNICODE", 3, 0),
    ("Py_UCS4", 5, 0),
    ("long", 6, 1),
    ("unsigned long", 6, 0),
    ("Py_ssize_t", 7, 2),
    ("ssize_t", 7, 2),
    ("Py_hash_t", 7, 2),
    ("size_t", 7, 0),
    ("ptrdiff_t", 7, 1),
    ("long long", 8, 1),
    ("unsigned long long", 8, 0),
    ("float", 10, 1),
    ("double", 12, 1),
    ("long double", 14, 1),
    ("float complex", 11, 1),
    ("double complex", 13, 1),
    ("long double complex", 15, 1),
    ("float_complex", 11, 1),
    ("double_complex", 13, 1),
];

/// The positions of the members, preferred ones first: as Cython sorts them, which is by a relation that is no order (a
/// wide unsigned integer is neither before nor behind a narrow signed one), so that it matters how.
pub fn preferred(members: &[Member]) -> Vec<usize> {
    let before = |a: usize, b: usize| is_before(&members[a], &members[b]);
    let mut sorted: Vec<usize> = Vec::new();
    let mut rest: Vec<usize> = (0..members.len()).collect();
    // Python's sort of short lists: what falls from the start is turned around, the others are put in by halving.
    let falling = (1..rest.len()).take_while(|at| before(*at, at - 1)).count();
    if falling > 0 {
        sorted.extend(rest.drain(..=falling).rev());
    }
    for member in rest {
        let (mut low, mut high) = (0, sorted.len());
        while low < high {
            let middle = low.midpoint(high);
            if before(member, sorted[middle]) { high = middle } else { low = middle + 1 }
        }
        sorted.insert(low, member);
    }
    sorted
}

/// Wider numbers first, signed before unsigned, any number before what is none. Names for other types stay where they
/// stand.
fn is_before(a: &Member, b: &Member) -> bool {
    match (rank(a), rank(b)) {
        (Some((_, _)), None) => true,
        (Some((a, a_signed)), Some((b, b_signed))) => a > b && a_signed >= b_signed,
        (None, _) => false,
    }
}

fn rank(member: &Member) -> Option<(u32, u32)> {
    let own = !member.is_alias && member.ty.num().is_some();
    let row = RANKS.iter().find(|(name, _, _)| own && *name == member.name);
    row.map(|(_, rank, signed)| (*rank, *signed))
}

//! Sorting lists as Python does: stable, from the order that `<` gives.

use super::item::Ordered;
use crate::list::List;
#[cfg(feature = "python")]
use crate::name;
use crate::raise::Raise;

/// `list.sort(reverse=reverse)`; equal items stay in their order, also reversed.
///
/// # Errors
/// An escape where tuples hold a NaN: whether two are one object decides then.
pub fn list_sort<T: Ordered>(list: &List<T>, reverse: bool) -> Result<(), Raise> {
    if list.any(T::is_unordered) {
        return unordered(list, reverse);
    }
    match reverse {
        false => list.sort_by(T::order),
        true => list.sort_by(|a, b| b.order(a)),
    }
    Ok(())
}

/// `sorted(list, reverse=reverse)`, of a list that nobody else has.
///
/// # Errors
/// As [`list_sort`].
pub fn sorted<T: Ordered>(list: &List<T>, reverse: bool) -> Result<List<T>, Raise> {
    list_sort(list, reverse)?;
    Ok(list.clone())
}

/// Where some items compare with nothing, the steps of Python's algorithm decide.
#[cold]
fn unordered<T: Ordered>(list: &List<T>, reverse: bool) -> Result<(), Raise> {
    #[cfg(feature = "python")]
    if let Some(items) = T::sorted_by_python(&list.to_vec(), reverse) {
        list.clear();
        list.extend(&List::from_vec(items));
        return Ok(());
    }
    let _ = (list, reverse);
    Err(Raise::escape("tuples with NaN are sorted by Python"))
}

/// The interpreter's own `sort`; `None` if it raised.
#[cfg(feature = "python")]
pub(super) fn by_python(items: Vec<f64>, reverse: bool) -> Option<Vec<f64>> {
    use crate::boundary::{ArgLayout, ArgSpec, FromPy, attach};
    use crate::obj;

    static RESULT: ArgSpec = ArgSpec {
        name: "",
        expected: "a list",
        layout: ArgLayout::Any,
        writable: false,
        exact: false,
        function: "",
        c: None,
    };
    attach(|| {
        let list = obj::from_value(List::from_vec(items)).ok()?;
        obj::call_method(&list, name!("sort"), &[], &[(name!("reverse"), obj::from_value(reverse).ok()?)]).ok()?;
        List::<f64>::from_object(&list, &RESULT).ok().map(|list| list.to_vec())
    })
}

//! Typed memoryviews for Python.

use super::PyObject;
use super::array_out::base_of;
use super::to_py::ToPy;
use crate::array::Array;
use crate::memview::MemoryView;
use crate::raise::Raise;
use crate::view::Elem;

/// A view that is an object of its own to Python, rather than the array it came from.
pub struct Viewed<A>(pub A);

impl<E: Elem, const N: usize> ToPy for Viewed<Array<E, N>> {
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        let Array { mut view, owner } = self.0;
        if view.is_none() {
            return ().to_py();
        }
        let base = base_of(&mut view, owner)?;
        MemoryView::make(&view, base)
    }
}

impl<E: Elem, const N: usize> ToPy for Viewed<&Array<E, N>> {
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        Viewed(self.0.clone()).to_py()
    }
}

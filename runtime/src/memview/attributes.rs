//! Attributes and methods.

use super::MemoryView;
use super::index::owned;
use super::part::Part;
use crate::boundary::ToPy;
use crate::numpy_api;
use crate::obj::{self, Obj};
use crate::owner::Mem;
use crate::raise::Raise;
use crate::view::Dtype;
use pyo3::ffi::{self, PyObject};
use std::ffi::{CStr, c_void};

/// A read-only attribute.
type Attribute = fn(&MemoryView) -> Result<*mut PyObject, Raise>;

/// All attributes by name.
pub(super) const ATTRIBUTES: [(&CStr, Attribute); 9] = [
    (c"T", |own| own.with(own.part.transposed())),
    (c"base", |own| {
        // SAFETY: alive, or null when the collector has cleared it.
        Ok(unsafe { ffi::Py_NewRef(if own.base.is_null() { ffi::Py_None() } else { own.base }) })
    }),
    (c"shape", |own| numbers(own.part.shape())),
    (c"strides", |own| numbers(own.part.strides())),
    (c"suboffsets", |own| numbers(&vec![-1; own.part.rank])),
    (c"ndim", |own| (own.part.rank as i64).to_py()),
    (c"itemsize", |own| (own.item_size() as i64).to_py()),
    (c"nbytes", |own| ((own.part.size() * own.item_size()) as i64).to_py()),
    (c"size", |own| (own.part.size() as i64).to_py()),
];

/// All methods by name; none takes an argument.
pub(super) const METHODS: [(&CStr, Attribute); 4] = [
    (c"copy", |own| own.copied(false)),
    (c"copy_fortran", |own| own.copied(true)),
    (c"is_c_contig", |own| own.part.is_contiguous(own.item_size()).to_py()),
    (c"is_f_contig", |own| own.part.transposed().is_contiguous(own.item_size()).to_py()),
];

fn numbers(values: &[isize]) -> Result<*mut PyObject, Raise> {
    let items: Result<Vec<Obj>, Raise> = values.iter().map(|value| owned((*value as i64).to_py())).collect();
    Ok(obj::tuple(&items?)?.into_ptr())
}

impl MemoryView {
    /// A copy in memory of its own, in C or Fortran order.
    fn copied(&self, fortran: bool) -> Result<*mut PyObject, Raise> {
        let source = if fortran { self.part.transposed() } else { self.part };
        let strides = source.c_strides(self.item_size());
        let bytes = (source.size() * self.item_size()) as usize;
        let mem = Mem::allocate(bytes, false, self.dtype, source.shape(), &strides[..source.rank]);
        let mem = mem.ok_or_else(|| Raise::plain(crate::raise::Exc::MemoryError, ""))?;
        let part = Part::new(mem.ptr(), source.shape(), &strides[..source.rank]);
        let size = self.dtype.size();
        // SAFETY: elements of the view, and of the new memory.
        part.each_pair(&source, &mut |to, from| unsafe { std::ptr::copy_nonoverlapping(from, to, size) });
        let base = new_base(mem)?;
        let part = if fortran { part.transposed() } else { part };
        let mut memory = Obj::NULL;
        let format = match self.dtype {
            Dtype::Record(_) => super::format_of_records(&base, &mut memory)?,
            dtype => super::format(dtype),
        };
        let content = super::Content { part, dtype: self.dtype, format, writable: true };
        Self::object(content, base, memory)
    }

    /// `<MemoryView of 'ndarray' at 0x7f...>`, or with `object` at the end.
    pub(super) fn text(&self, place: Option<*mut PyObject>) -> Result<*mut PyObject, Raise> {
        let base = if self.base.is_null() { "NoneType".to_owned() } else { crate::boundary::type_name(self.base) };
        let place = place.map_or_else(|| "object".to_owned(), |place| format!("at {place:p}"));
        format!("<MemoryView of '{base}' {place}>").as_str().to_py()
    }
}

/// The array that keeps new memory.
fn new_base(mem: Mem) -> Result<Obj, Raise> {
    crate::boundary::array_of_block(numpy_api::api()?, mem)
}

/// The getter of all attributes; the closure says which.
pub(super) unsafe extern "C" fn get(slf: *mut PyObject, closure: *mut c_void) -> *mut PyObject {
    let (_, attribute) = ATTRIBUTES[closure.addr()];
    // SAFETY: a slot of this type is called on its instances.
    super::class::answer(attribute(unsafe { &*slf.cast() }))
}

//! Arrays from any exporter of the buffer protocol.

use super::PyObject;
use super::arg::{ArgSpec, describe};
use super::array_in::{has_inner, not_contiguous};
use crate::obj::{self, Held, Obj};
use crate::raise::{Exc, Raise};
use crate::view::{Dtype, Elem, View};
use pyo3::ffi;

/// An exporter, and the memoryview that keeps its buffer exported until the last owner goes.
pub struct Buffer {
    pub(super) exporter: Held,
    pub(super) memory: Held,
    pub(super) writable: bool,
}

impl Buffer {
    /// An exporter whose buffer a memoryview holds already.
    pub(crate) fn held(exporter: &Obj, memory: &Obj, writable: bool) -> Buffer {
        Buffer { exporter: Held::new(exporter), memory: Held::new(memory), writable }
    }

    /// The view of an exporter's buffer.
    ///
    /// # Errors
    /// `TypeError` or `ValueError` that names the argument.
    pub(super) fn view<E: Elem, const N: usize>(
        object: *mut PyObject,
        spec: &'static ArgSpec,
    ) -> Result<(View<E, N>, Buffer), Raise> {
        // SAFETY: a live object. The description is read while the buffer is held; the memoryview keeps the memory.
        unsafe {
            if ffi::PyObject_CheckBuffer(object) == 0 {
                return Err(spec.type_error(object));
            }
            let memory = Obj::result(ffi::PyMemoryView_FromObject(object))?;
            let mut raw = ffi::Py_buffer::new();
            if ffi::PyObject_GetBuffer(memory.as_ptr(), &mut raw, ffi::PyBUF_FULL_RO) < 0 {
                return Err(obj::error());
            }
            let view = check::<E, N>(&raw, object, spec);
            let writable = raw.readonly == 0;
            ffi::PyBuffer_Release(&mut raw);
            let exporter = Held::new(&Obj::from_borrowed(object));
            Ok((view?, Buffer { exporter, memory: Held::new(&memory), writable }))
        }
    }
}

/// What an exporter's buffer holds.
pub(crate) struct Described {
    /// Of its items, where compiled code knows it.
    pub dtype: Option<Dtype>,
    /// Of views that take its items, if they are characters.
    pub characters: &'static [Dtype],
    pub ndim: usize,
    /// Whether it is C- and Fortran-contiguous.
    pub contiguous: (bool, bool),
}

/// `None` where there is no buffer.
pub(crate) fn described(object: *mut PyObject) -> Option<Described> {
    // SAFETY: a live object; the description is read while the buffer is held.
    unsafe {
        let mut raw = ffi::Py_buffer::new();
        if ffi::PyObject_CheckBuffer(object) == 0 {
            return None;
        }
        if ffi::PyObject_GetBuffer(object, &mut raw, ffi::PyBUF_FULL_RO) < 0 {
            ffi::PyErr_Clear();
            return None;
        }
        let format = whole_format(&raw);
        let code = format.strip_prefix(b"@").or(format.strip_prefix(b"=")).or(format.strip_prefix(b"<"));
        let code = code.unwrap_or(format);
        let contiguous = |order: u8| ffi::PyBuffer_IsContiguous(&raw, order as std::ffi::c_char) != 0;
        let found = Described {
            dtype: dtype(code, raw.itemsize),
            characters: characters(code, raw.itemsize),
            ndim: raw.ndim as usize,
            contiguous: (contiguous(b'C'), contiguous(b'F')),
        };
        ffi::PyBuffer_Release(&mut raw);
        Some(found)
    }
}

unsafe fn check<E: Elem, const N: usize>(
    raw: &ffi::Py_buffer,
    object: *mut PyObject,
    spec: &'static ArgSpec,
) -> Result<View<E, N>, Raise> {
    // SAFETY: a full buffer has format, shape and strides for its dimensions.
    let (shape, strides) = unsafe {
        let rank = raw.ndim as usize;
        let part = |start: *mut isize| if rank == 0 { &[] } else { std::slice::from_raw_parts(start, rank) };
        (part(raw.shape), part(raw.strides))
    };
    let (order, code) = parts(raw);
    let fits = match spec.c {
        // Seen before.
        Some(_) => raw.itemsize as usize == size_of::<E>(),
        None => dtype(code, raw.itemsize) == Some(E::DTYPE),
    };
    if shape.len() != N || !fits || !raw.suboffsets.is_null() {
        let plural = if shape.len() == 1 { "" } else { "s" };
        let format = String::from_utf8_lossy(code);
        let got = format!("{} of format '{format}' with {} dimension{plural}", describe(object), shape.len());
        return Err(spec.wrong(Exc::TypeError, &got));
    }
    let swapped = if cfg!(target_endian = "little") { matches!(order, b'>' | b'!') } else { order == b'<' };
    if swapped && raw.itemsize > 1 && !spec.c.is_some_and(|c| c.cast) {
        return Err(spec.wrong(Exc::ValueError, "a buffer whose byte order is not the machine's"));
    }
    let align = align_of::<E>();
    let aligned = |offset: isize| offset % align as isize == 0;
    // An empty exporter may have any address, or none.
    let empty = shape.contains(&0);
    if !(empty || aligned(raw.buf.addr() as isize)) || !strides.iter().copied().all(aligned) {
        return Err(spec.wrong(Exc::ValueError, "a buffer that is not aligned"));
    }
    if spec.writable && raw.readonly != 0 {
        return Err(spec.wrong(Exc::ValueError, "a read-only buffer"));
    }
    let mut view = View::<E, N>::EMPTY;
    if !empty {
        view.ptr = raw.buf.cast();
    }
    view.shape.copy_from_slice(shape);
    view.strides.copy_from_slice(strides);
    let contiguous = match spec.layout {
        super::ArgLayout::C => view.is_c_contiguous(),
        super::ArgLayout::F => view.is_f_contiguous(),
        super::ArgLayout::Any | super::ArgLayout::Inner => true,
    };
    if !contiguous || !has_inner(&view, spec.layout) {
        return Err(spec.wrong(Exc::ValueError, not_contiguous(spec.layout)));
    }
    Ok(view)
}

/// The format of a buffer.
pub(crate) fn whole_format(raw: &ffi::Py_buffer) -> &[u8] {
    // SAFETY: the format of a filled buffer is null or text that lives as long as it.
    unsafe { if raw.format.is_null() { b"B" } else { std::ffi::CStr::from_ptr(raw.format).to_bytes() } }
}

/// The order mark of a buffer's format, and the rest.
pub(crate) fn parts(raw: &ffi::Py_buffer) -> (u8, &[u8]) {
    match whole_format(raw) {
        [order @ (b'@' | b'=' | b'<' | b'>' | b'!'), code @ ..] => (*order, code),
        code => (b'@', code),
    }
}

/// The dtypes of views of a `.pyx` that take the characters which a struct code without its order mark stands for.
pub(crate) fn characters(code: &[u8], size: isize) -> &'static [Dtype] {
    match code {
        b"c" if size == 1 => &[Dtype::I8, Dtype::U8],
        b"s" | b"1s" if size == 1 => &[Dtype::I8],
        _ => &[],
    }
}

/// The dtype of a struct code without its order mark.
pub(crate) fn dtype(code: &[u8], size: isize) -> Option<Dtype> {
    let kind = match code {
        [code] => *code,
        [b'Z', part @ (b'f' | b'd')] => part.to_ascii_uppercase(),
        _ => return None,
    };
    Some(match (kind, size) {
        (b'?', 1) => Dtype::Bool,
        (b'b', 1) => Dtype::I8,
        (b'B', 1) => Dtype::U8,
        (b'h', 2) => Dtype::I16,
        (b'H', 2) => Dtype::U16,
        (b'i' | b'l', 4) => Dtype::I32,
        (b'I' | b'L', 4) => Dtype::U32,
        (b'l' | b'q' | b'n', 8) => Dtype::I64,
        (b'L' | b'Q' | b'N', 8) => Dtype::U64,
        (b'f', 4) => Dtype::F32,
        (b'd', 8) => Dtype::F64,
        (b'F', 8) => Dtype::C64,
        (b'D', 16) => Dtype::C128,
        _ => return None,
    })
}

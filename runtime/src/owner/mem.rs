//! Memory of arrays that compiled code made: `malloc`ed, so that NumPy can take it over without a copy.

use crate::view::Dtype;
use std::ptr::NonNull;
#[cfg(feature = "python")]
use std::sync::atomic::{AtomicPtr, Ordering};

/// Greatest rank of a native array.
pub const MAX_RANK: usize = 8;

/// A block of memory and the shape it was made with (what `.base` of its views looks like).
pub struct Mem {
    start: NonNull<u8>,
    #[cfg_attr(not(feature = "python"), expect(dead_code, reason = "told to NumPy only"))]
    pub(crate) dtype: Dtype,
    #[cfg_attr(not(feature = "python"), expect(dead_code, reason = "told to NumPy only"))]
    pub(crate) rank: usize,
    pub(crate) shape: [isize; MAX_RANK],
    pub(crate) strides: [isize; MAX_RANK],
    /// The ndarray that has taken the memory over, once Python has seen it; a reference is held.
    #[cfg(feature = "python")]
    pub(crate) object: AtomicPtr<pyo3::ffi::PyObject>,
}

// SAFETY: the block is plain memory; `object` is only touched under the interpreter lock.
unsafe impl Send for Mem {}
// SAFETY: as above.
unsafe impl Sync for Mem {}

impl Mem {
    /// A block for `bytes` bytes, aligned for any element. `None` when there is no memory.
    pub(crate) fn allocate(
        bytes: usize,
        zeroed: bool,
        dtype: Dtype,
        shape: &[isize],
        strides: &[isize],
    ) -> Option<Mem> {
        // One byte at least: NumPy does the same, so that the pointer is never null.
        let bytes = bytes.max(1);
        // SAFETY: plain C allocation of a size that is not zero. (malloc aligns for 16-byte scalars.)
        let start = unsafe { if zeroed { libc::calloc(bytes, 1) } else { libc::malloc(bytes) } };
        let start = NonNull::new(start.cast())?;
        prefer_huge_pages(start, bytes);
        let mut mem = Mem {
            start,
            dtype,
            rank: shape.len(),
            shape: [0; MAX_RANK],
            strides: [0; MAX_RANK],
            #[cfg(feature = "python")]
            object: AtomicPtr::new(std::ptr::null_mut()),
        };
        mem.shape[..shape.len()].copy_from_slice(shape);
        mem.strides[..shape.len()].copy_from_slice(strides);
        Some(mem)
    }

    pub fn ptr(&self) -> *mut u8 {
        self.start.as_ptr()
    }
}

/// From this size on NumPy asks for huge pages: fewer entries of the page tables to walk over.
const HUGE: usize = 1 << 22;

/// Asks Linux to back a large block by huge pages, as NumPy does; elsewhere, and if it declines, nothing changes.
#[cfg_attr(not(target_os = "linux"), expect(unused_variables, reason = "Linux is asked only"))]
fn prefer_huge_pages(start: NonNull<u8>, bytes: usize) {
    if bytes < HUGE {
        return;
    }
    #[cfg(target_os = "linux")]
    {
        const PAGE: usize = 4096;
        let ahead = start.as_ptr().align_offset(PAGE);
        // SAFETY: the pages that begin in a block that was just allocated; the advice leaves their contents alone.
        unsafe { libc::madvise(start.as_ptr().add(ahead).cast(), bytes - ahead, libc::MADV_HUGEPAGE) };
    }
}

impl Drop for Mem {
    fn drop(&mut self) {
        #[cfg(feature = "python")]
        {
            let object = self.object.load(Ordering::Acquire);
            if !object.is_null() {
                // SAFETY: this is the reference that the block holds; the array frees the memory.
                unsafe { crate::obj::release(object) };
                return;
            }
        }
        // SAFETY: allocated above by malloc or calloc, and nobody else owns it.
        unsafe { libc::free(self.start.as_ptr().cast()) };
    }
}

//! Views: where the elements of an array lie. Raw pointers, because Python arrays alias freely.

mod copy;
mod elem;
mod index;
mod memoryview;
mod record;
mod slice;

pub use elem::{Bool8, Dtype, Elem};
pub use index::{check_index, index_error, wrap_index};
pub use memoryview::*;
pub use record::{Field, Record};

use std::marker::PhantomData;

/// `N`-dimensional view of elements `E`: a pointer to the first element, lengths, and strides in bytes.
///
/// It owns nothing: an [`Owner`](crate::Owner) beside it keeps the memory alive. Every pointer that the shape
/// reaches is aligned for `E` and valid as long as that owner lives: this is what makes the `unsafe` accesses sound.
#[repr(C)]
pub struct View<E, const N: usize> {
    pub ptr: *mut u8,
    pub shape: [isize; N],
    pub strides: [isize; N],
    elem: PhantomData<*mut E>,
}

impl<E, const N: usize> Clone for View<E, N> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<E, const N: usize> Copy for View<E, N> {}

// SAFETY: a view is an address. Parallel loops share arrays as NumPy threads do; whether two iterations meet at an
// element is what the compiler's race check decides, not the type.
unsafe impl<E: Send, const N: usize> Send for View<E, N> {}
// SAFETY: as above.
unsafe impl<E: Sync, const N: usize> Sync for View<E, N> {}

impl<E: Elem, const N: usize> Default for View<E, N> {
    fn default() -> Self {
        View::EMPTY
    }
}

impl<E: Elem, const N: usize> std::fmt::Debug for View<E, N> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "View({} {:?} strides {:?})", E::DTYPE.name(), self.shape, self.strides)
    }
}

impl<E: Elem, const N: usize> View<E, N> {
    /// A view of no elements. (Of rank 0 it would have one: such a local is always assigned before it is read.)
    pub const EMPTY: Self = View {
        ptr: std::ptr::without_provenance_mut(align_of::<E>()),
        shape: [0; N],
        strides: [size_of::<E>() as isize; N],
        elem: PhantomData,
    };

    /// What stands for `None`: no elements, at no address.
    pub const NONE: Self =
        View { ptr: std::ptr::null_mut(), shape: [0; N], strides: [size_of::<E>() as isize; N], elem: PhantomData };

    /// Whether it is `None`.
    #[inline(always)]
    pub fn is_none(&self) -> bool {
        self.ptr.is_null()
    }

    /// # Safety
    /// Every element that `shape` and `strides` (bytes) reach from `ptr` is aligned, initialised memory that lives as
    /// long as the owner kept beside the view.
    #[inline(always)]
    pub const unsafe fn new(ptr: *mut u8, shape: [isize; N], strides: [isize; N]) -> Self {
        View { ptr, shape, strides, elem: PhantomData }
    }

    /// Length along axis `k`.
    #[inline(always)]
    pub fn dim(&self, k: usize) -> i64 {
        self.shape[k] as i64
    }

    /// Bytes between neighbours along axis `k`.
    #[inline(always)]
    pub fn stride(&self, k: usize) -> i64 {
        self.strides[k] as i64
    }

    /// Number of elements.
    #[inline(always)]
    pub fn size(&self) -> i64 {
        self.shape.iter().product::<isize>() as i64
    }

    /// The address of an item whose indices are in range.
    #[inline(always)]
    pub fn item(&self, index: [i64; N]) -> *mut E {
        self.address(index)
    }

    #[inline(always)]
    fn address(&self, index: [i64; N]) -> *mut E {
        let mut offset = 0isize;
        for (i, stride) in index.iter().zip(&self.strides) {
            offset = offset.wrapping_add((*i as isize).wrapping_mul(*stride));
        }
        self.ptr.wrapping_offset(offset).cast()
    }

    /// # Safety
    /// Each index is in `0..dim(k)`.
    #[inline(always)]
    pub unsafe fn get(&self, index: [i64; N]) -> E::Value {
        // SAFETY: in range by the caller; the view's own promise covers the rest.
        unsafe { self.address(index).read() }.load()
    }

    /// # Safety
    /// Each index is in `0..dim(k)`, and the memory may be written.
    #[inline(always)]
    pub unsafe fn set(&self, index: [i64; N], value: E::Value) {
        // SAFETY: as `get`; the argument check saw that the memory is writable.
        unsafe { self.address(index).write(E::store(value)) }
    }

    /// Address of the last axis' first element with the other indices given, as elements: LLVM sees a unit stride.
    #[inline(always)]
    fn inner_address(&self, index: [i64; N]) -> *mut E {
        let mut offset = 0isize;
        for (i, stride) in index.iter().zip(&self.strides).take(N.saturating_sub(1)) {
            offset = offset.wrapping_add((*i as isize).wrapping_mul(*stride));
        }
        self.ptr.wrapping_offset(offset).cast()
    }

    /// `get` for a view whose last axis has the stride of one element.
    ///
    /// # Safety
    /// As `get`; and the last stride is the element's size.
    #[inline(always)]
    pub unsafe fn get_inner(&self, index: [i64; N]) -> E::Value {
        // SAFETY: the element is in the view, so its offset stays inside one allocation.
        unsafe { self.inner_address(index).offset(index[N - 1] as isize).read() }.load()
    }

    /// `set` for a view whose last axis has the stride of one element.
    ///
    /// # Safety
    /// As `set`; and the last stride is the element's size.
    #[inline(always)]
    pub unsafe fn set_inner(&self, index: [i64; N], value: E::Value) {
        // SAFETY: the element is in the view, so its offset stays inside one allocation.
        unsafe { self.inner_address(index).offset(index[N - 1] as isize).write(E::store(value)) }
    }

    /// Strides of a C-ordered array of this shape.
    #[inline]
    pub fn c_strides(shape: [isize; N]) -> [isize; N] {
        let mut strides = [0; N];
        let mut step = size_of::<E>() as isize;
        for k in (0..N).rev() {
            strides[k] = step;
            step = step.wrapping_mul(shape[k].max(1));
        }
        strides
    }

    /// Whether the elements lie in C order without gaps. (Axes of length 1, and empty arrays, do not matter.)
    pub fn is_c_contiguous(&self) -> bool {
        let mut step = size_of::<E>() as isize;
        for k in (0..N).rev() {
            match self.shape[k] {
                0 => return true,
                1 => {}
                length => {
                    if self.strides[k] != step {
                        return self.shape.contains(&0);
                    }
                    step *= length;
                }
            }
        }
        true
    }

    /// Whether the elements lie in Fortran order without gaps.
    pub fn is_f_contiguous(&self) -> bool {
        self.transpose().is_c_contiguous()
    }

    /// The elements of a C-contiguous view.
    ///
    /// # Safety
    /// The view is C-contiguous and nobody writes to it while the slice lives.
    pub unsafe fn as_slice<'a>(&self) -> &'a [E] {
        // SAFETY: by the caller, and the view's own promise.
        unsafe { std::slice::from_raw_parts(self.ptr.cast(), self.size() as usize) }
    }

    /// The same memory as elements of another type of the same size: `a.view(np.uint64)`.
    ///
    /// # Safety
    /// Any bit pattern of `E` is a value of `T`, and `T` has the size of `E` and no greater alignment.
    pub unsafe fn reinterpret<T: Elem>(self) -> View<T, N> {
        debug_assert!(size_of::<T>() == size_of::<E>());
        View { ptr: self.ptr, shape: self.shape, strides: self.strides, elem: PhantomData }
    }

    /// Bounds of the memory that the view touches: first byte and the one after the last.
    pub fn extent(&self) -> (usize, usize) {
        let start = self.ptr.addr();
        if self.shape.contains(&0) {
            return (start, start);
        }
        let (mut low, mut high) = (start as isize, start as isize + size_of::<E>() as isize);
        for k in 0..N {
            let span = (self.shape[k] - 1) * self.strides[k];
            if span < 0 {
                low += span;
            } else {
                high += span;
            }
        }
        (low as usize, high as usize)
    }

    /// Whether the two views may share memory (their extents meet; exact for contiguous ones).
    pub fn may_overlap<T: Elem, const M: usize>(&self, other: &View<T, M>) -> bool {
        let ((a, b), (c, d)) = (self.extent(), other.extent());
        a < d && c < b && a != b && c != d
    }
}

//! C's memory: pointers, and the functions of the C library that reach behind them.

use std::ffi::{c_char, c_int, c_long, c_uint, c_void};

use crate::array::Array;
use crate::owner::Owner;
use crate::raise::{Cause, Exc, Raise, Value};
use crate::text::Bytes;
use crate::view::{Elem, View};

/// What a `void*` points to.
#[derive(Clone, Copy, Debug)]
#[repr(transparent)]
pub struct Void(#[allow(dead_code)] u8);

/// A pointer of C's. Who follows it vouches for it, as in C.
#[derive(Debug)]
#[repr(transparent)]
pub struct Ptr<T>(pub *mut T);

// SAFETY: an address; what lies there is the business of who follows it.
unsafe impl<T> Send for Ptr<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for Ptr<T> {}

/// The same pointer, of which the optimiser knows nothing: whether two of them overlap it finds out as the program runs.
#[inline(always)]
pub fn opaque<T>(pointer: Ptr<T>) -> Ptr<T> {
    let mut address = pointer.0;
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    #[expect(clippy::pointers_in_nomem_asm_block, reason = "the address alone goes through")]
    // SAFETY: an empty text, which changes nothing.
    unsafe {
        std::arch::asm!("/* {0} */", inout(reg) address, options(pure, nomem, nostack, preserves_flags));
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    {
        address = std::hint::black_box(address);
    }
    Ptr(address)
}

impl<T> Clone for Ptr<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ptr<T> {}

impl<T> Default for Ptr<T> {
    fn default() -> Self {
        Ptr::NULL
    }
}

impl<T> PartialEq for Ptr<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> PartialOrd for Ptr<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.0.partial_cmp(&other.0)
    }
}

impl<T> Ptr<T> {
    pub const NULL: Ptr<T> = Ptr(std::ptr::null_mut());

    /// The pointer moved by a number of items.
    #[inline(always)]
    pub fn offset(self, count: i64) -> Ptr<T> {
        Ptr(self.0.wrapping_offset(count as isize))
    }

    /// How many items lie between two pointers.
    #[inline(always)]
    pub fn distance(self, from: Ptr<T>) -> i64 {
        (self.0.addr() as i64).wrapping_sub(from.0.addr() as i64) / (size_of::<T>().max(1) as i64)
    }

    #[inline(always)]
    pub fn cast<U>(self) -> Ptr<U> {
        Ptr(self.0.cast())
    }

    #[inline(always)]
    pub fn address(self) -> usize {
        self.0.expose_provenance()
    }

    /// The pointer to an address that a number holds.
    #[inline(always)]
    pub fn at(address: usize) -> Ptr<T> {
        Ptr(std::ptr::with_exposed_provenance_mut(address))
    }
}

/// The error of a call through `NULL`, where C would crash.
#[cold]
pub fn null_call() -> Raise {
    Raise::plain(Exc::TypeError, "a pointer to a function is NULL")
}

/// The first of constant bytes, which live for ever and end in a zero.
pub fn bytes_pointer(bytes: &Bytes) -> Ptr<i8> {
    Ptr(bytes.items().as_ptr().cast_mut().cast())
}

/// Some bytes of C's as an object.
///
/// # Errors
/// `MemoryError`, `SystemError` for a negative count.
#[cfg(feature = "python")]
pub fn bytes_of(from: Ptr<Void>, count: i64) -> Result<crate::Obj, Raise> {
    // SAFETY: the source vouches for its pointer; the lock is held, as the result is an object.
    unsafe { crate::Obj::result(pyo3::ffi::PyBytes_FromStringAndSize(from.0.cast(), count as isize)) }
}

/// Some characters of C's as what texts are to Python.
///
/// # Errors
/// As of [`bytes_of`], `UnicodeDecodeError`.
#[cfg(feature = "python")]
pub fn text_of(from: Ptr<Void>, count: i64) -> Result<crate::Obj, Raise> {
    let Ok(count) = usize::try_from(count) else { return bytes_of(from, count) };
    // SAFETY: the source vouches for its pointer; the lock is held, as the result is an object.
    unsafe { crate::boundary::text_object(from.0.cast(), count).map(|object| crate::Obj::from_owned(object)) }
}

/// C's `malloc`.
pub fn malloc(size: u64) -> Ptr<Void> {
    // SAFETY: any size will do; the result may be null.
    Ptr(unsafe { libc::malloc(size as usize) }.cast())
}

/// `<T[:n]>start`: a view of memory that somebody else keeps.
///
/// # Errors
/// Cython's `ValueError` for a null pointer or an extent below 1.
pub fn pointed_1<E: Elem>(start: Ptr<impl Sized>, n: i64) -> Result<Array<E, 1>, Raise> {
    view(start.0.cast(), [n], Owner::Pointer)
}

/// `<T[:n, :m]>start`
///
/// # Errors
/// As [`pointed_1`].
pub fn pointed_2<E: Elem>(start: Ptr<impl Sized>, n: i64, m: i64) -> Result<Array<E, 2>, Raise> {
    view(start.0.cast(), [n, m], Owner::Pointer)
}

/// `<T[:n, :m, :k]>start`
///
/// # Errors
/// As [`pointed_1`].
pub fn pointed_3<E: Elem>(start: Ptr<impl Sized>, n: i64, m: i64, k: i64) -> Result<Array<E, 3>, Raise> {
    view(start.0.cast(), [n, m, k], Owner::Pointer)
}

/// Whether part of an array of C's takes as many items as there are.
///
/// # Errors
/// `ValueError` where it is longer or shorter.
#[inline]
pub fn check_part(length: i64, given: i64) -> Result<(), Raise> {
    if length == given { Ok(()) } else { Err(wrong_length(length, given)) }
}

#[cold]
fn wrong_length(length: i64, given: i64) -> Raise {
    let text = format!("Assignment to slice of wrong length, expected {given}, got {length}");
    Raise::new(Cause::Message(Exc::ValueError, text))
}

/// A view of an array of C's, which may go before it: Python gets a copy.
///
/// # Errors
/// As [`pointed_1`].
pub fn view_1<E: Elem>(start: Ptr<impl Sized>, n: i64) -> Result<Array<E, 1>, Raise> {
    view(start.0.cast(), [n], Owner::None)
}

/// As [`view_1`].
///
/// # Errors
/// As [`pointed_1`].
pub fn view_2<E: Elem>(start: Ptr<impl Sized>, n: i64, m: i64) -> Result<Array<E, 2>, Raise> {
    view(start.0.cast(), [n, m], Owner::None)
}

/// As [`view_1`].
///
/// # Errors
/// As [`pointed_1`].
pub fn view_3<E: Elem>(start: Ptr<impl Sized>, n: i64, m: i64, k: i64) -> Result<Array<E, 3>, Raise> {
    view(start.0.cast(), [n, m, k], Owner::None)
}

fn view<E: Elem, const N: usize>(start: *mut u8, shape: [i64; N], owner: Owner) -> Result<Array<E, N>, Raise> {
    if start.is_null() {
        return Err(Raise::plain(Exc::ValueError, "Cannot create cython.array from NULL pointer"));
    }
    if let Some((axis, n)) = shape.iter().enumerate().find(|(_, n)| **n <= 0) {
        let text = format!("Invalid shape in axis {axis}: {n}.");
        return Err(Raise::new(Cause::Args(Exc::ValueError, vec![Value::Str(text)])));
    }
    let mut strides = [size_of::<E>() as isize; N];
    for axis in (1..N).rev() {
        strides[axis - 1] = strides[axis].wrapping_mul(shape[axis] as isize);
    }
    // SAFETY: the source vouches for the memory, as in C.
    let view = unsafe { View::new(start, shape.map(|n| n as isize), strides) };
    Ok(Array::new(view, owner))
}

/// C's `calloc`.
pub fn calloc(count: u64, size: u64) -> Ptr<Void> {
    // SAFETY: as above.
    Ptr(unsafe { libc::calloc(count as usize, size as usize) }.cast())
}

/// C's `realloc`.
pub fn realloc(old: Ptr<Void>, size: u64) -> Ptr<Void> {
    // SAFETY: the source vouches for its pointer.
    Ptr(unsafe { libc::realloc(old.0.cast(), size as usize) }.cast())
}

/// C's `free`.
pub fn free(old: Ptr<Void>) {
    // SAFETY: the source vouches for its pointer.
    unsafe { libc::free(old.0.cast()) }
}

/// C's `memcpy`.
pub fn memcpy(to: Ptr<Void>, from: Ptr<Void>, size: u64) -> Ptr<Void> {
    // SAFETY: the source vouches for both blocks; they may overlap here.
    unsafe { std::ptr::copy(from.0.cast::<u8>(), to.0.cast::<u8>(), size as usize) }
    to
}

/// C's `memmove`.
pub fn memmove(to: Ptr<Void>, from: Ptr<Void>, size: u64) -> Ptr<Void> {
    memcpy(to, from, size)
}

/// C's `memset`.
pub fn memset(to: Ptr<Void>, value: i32, size: u64) -> Ptr<Void> {
    // SAFETY: the source vouches for the block.
    unsafe { std::ptr::write_bytes(to.0.cast::<u8>(), value as u8, size as usize) }
    to
}

type Comparison = Option<fn(Ptr<Void>, Ptr<Void>) -> Result<i32, Raise>>;

/// C's `qsort`; the first exception of the comparison ends it.
///
/// # Errors
/// What the comparison raises.
pub fn qsort(base: Ptr<Void>, count: u64, size: u64, compare: Comparison) -> Result<(), Raise> {
    let Some(compare) = compare else { return Err(null_call()) };
    let (count, size) = (count as usize, size as usize);
    if count < 2 || size == 0 {
        return Ok(());
    }
    // SAFETY: the source vouches for `count` items of `size` bytes.
    let bytes = unsafe { std::slice::from_raw_parts_mut(base.0.cast::<u8>(), count * size) };
    let copy = bytes.to_vec();
    let at = |index: usize| Ptr(copy[index * size..].as_ptr().cast_mut().cast());
    let order = merge_sorted(count, |a, b| Ok(compare(at(a), at(b))? <= 0))?;
    for (place, &index) in bytes.chunks_exact_mut(size).zip(&order) {
        place.copy_from_slice(&copy[index * size..(index + 1) * size]);
    }
    Ok(())
}

/// The positions below `count` in order, stable; a comparison that contradicts itself gives some order.
fn merge_sorted(count: usize, keeps: impl Fn(usize, usize) -> Result<bool, Raise>) -> Result<Vec<usize>, Raise> {
    let mut from: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut to = Vec::with_capacity(count);
        for run in from.chunks(2 * width) {
            let (mut left, mut right) = run.split_at(width.min(run.len()));
            while let (Some((&a, after_a)), Some((&b, after_b))) = (left.split_first(), right.split_first()) {
                if keeps(a, b)? {
                    to.push(a);
                    left = after_a;
                } else {
                    to.push(b);
                    right = after_b;
                }
            }
            to.extend_from_slice(left);
            to.extend_from_slice(right);
        }
        from = to;
        width *= 2;
    }
    Ok(from)
}

/// C's `bsearch`: an item that compares equal to `key`, or null.
///
/// # Errors
/// What the comparison raises.
pub fn bsearch(
    key: Ptr<Void>,
    base: Ptr<Void>,
    count: u64,
    size: u64,
    compare: Comparison,
) -> Result<Ptr<Void>, Raise> {
    let Some(compare) = compare else { return Err(null_call()) };
    let (mut low, mut high) = (0, count as usize);
    while low < high {
        let middle = low + (high - low) / 2;
        let item = Ptr(base.0.wrapping_byte_add(middle.wrapping_mul(size as usize)));
        match compare(key, item)? {
            0 => return Ok(item),
            ..0 => high = middle,
            1.. => low = middle + 1,
        }
    }
    Ok(Ptr::NULL)
}

macro_rules! library {
    ($($name:ident ($($argument:ident: $ty:ty => $c:ty),*) -> $result:ty;)*) => {$(
        #[doc = concat!("C's `", stringify!($name), "`.")]
        pub fn $name($($argument: $ty),*) -> $result {
            // SAFETY: the source vouches for its pointers.
            unsafe { c::$name($(<$ty as Argument<$c>>::argument($argument)),*).into_result() }
        }
    )*};
}

/// The C library's own.
mod c {
    use super::*;
    unsafe extern "C" {
        pub fn rand() -> c_int;
        pub fn srand(seed: c_uint);
        pub fn atoi(text: *const c_char) -> c_int;
        pub fn atol(text: *const c_char) -> c_long;
        pub fn atof(text: *const c_char) -> f64;
        pub fn strtod(text: *const c_char, end: *mut c_void) -> f64;
        pub fn strtol(text: *const c_char, end: *mut c_void, base: c_int) -> c_long;
        pub fn strtoul(text: *const c_char, end: *mut c_void, base: c_int) -> usize;
        pub fn memcmp(a: *const c_void, b: *const c_void, size: usize) -> c_int;
        pub fn memchr(a: *const c_void, byte: c_int, size: usize) -> *mut c_void;
        pub fn strlen(text: *const c_char) -> usize;
        pub fn strcmp(a: *const c_char, b: *const c_char) -> c_int;
        pub fn strncmp(a: *const c_char, b: *const c_char, size: usize) -> c_int;
        pub fn strcpy(to: *mut c_char, from: *const c_char) -> *mut c_char;
        pub fn strncpy(to: *mut c_char, from: *const c_char, size: usize) -> *mut c_char;
        pub fn strcat(to: *mut c_char, from: *const c_char) -> *mut c_char;
        pub fn strchr(text: *const c_char, byte: c_int) -> *mut c_char;
        pub fn strrchr(text: *const c_char, byte: c_int) -> *mut c_char;
        pub fn strstr(text: *const c_char, part: *const c_char) -> *mut c_char;
        pub fn time(to: *mut c_long) -> c_long;
        pub fn clock() -> c_long;
    }
}

/// A value as C takes it.
trait Argument<C> {
    fn argument(self) -> C;
}

impl Argument<c_int> for i32 {
    fn argument(self) -> c_int {
        self
    }
}

impl Argument<c_uint> for u32 {
    fn argument(self) -> c_uint {
        self
    }
}

impl Argument<usize> for u64 {
    fn argument(self) -> usize {
        self as usize
    }
}

impl<T, U> Argument<*const U> for Ptr<T> {
    fn argument(self) -> *const U {
        self.0.cast()
    }
}

impl<T, U> Argument<*mut U> for Ptr<T> {
    fn argument(self) -> *mut U {
        self.0.cast()
    }
}

/// A result of C's as ours.
trait IntoResult<T> {
    fn into_result(self) -> T;
}

impl<T> IntoResult<Ptr<T>> for *mut c_char {
    fn into_result(self) -> Ptr<T> {
        Ptr(self.cast())
    }
}

impl<T> IntoResult<Ptr<T>> for *mut c_void {
    fn into_result(self) -> Ptr<T> {
        Ptr(self.cast())
    }
}

impl IntoResult<u64> for usize {
    fn into_result(self) -> u64 {
        self as u64
    }
}

macro_rules! same {
    ($($ty:ty),*) => {$(
        impl IntoResult<$ty> for $ty {
            fn into_result(self) -> $ty {
                self
            }
        }
    )*};
}
same!(c_int, c_long, f64, ());

library! {
    rand() -> i32;
    srand(seed: u32 => c_uint) -> ();
    atoi(text: Ptr<i8> => *const c_char) -> i32;
    atol(text: Ptr<i8> => *const c_char) -> i64;
    atof(text: Ptr<i8> => *const c_char) -> f64;
    strtod(text: Ptr<i8> => *const c_char, end: Ptr<Void> => *mut c_void) -> f64;
    strtol(text: Ptr<i8> => *const c_char, end: Ptr<Void> => *mut c_void, base: i32 => c_int) -> i64;
    strtoul(text: Ptr<i8> => *const c_char, end: Ptr<Void> => *mut c_void, base: i32 => c_int) -> u64;
    memcmp(a: Ptr<Void> => *const c_void, b: Ptr<Void> => *const c_void, size: u64 => usize) -> i32;
    memchr(a: Ptr<Void> => *const c_void, byte: i32 => c_int, size: u64 => usize) -> Ptr<Void>;
    strlen(text: Ptr<i8> => *const c_char) -> u64;
    strcmp(a: Ptr<i8> => *const c_char, b: Ptr<i8> => *const c_char) -> i32;
    strncmp(a: Ptr<i8> => *const c_char, b: Ptr<i8> => *const c_char, size: u64 => usize) -> i32;
    strcpy(to: Ptr<i8> => *mut c_char, from: Ptr<i8> => *const c_char) -> Ptr<i8>;
    strncpy(to: Ptr<i8> => *mut c_char, from: Ptr<i8> => *const c_char, size: u64 => usize) -> Ptr<i8>;
    strcat(to: Ptr<i8> => *mut c_char, from: Ptr<i8> => *const c_char) -> Ptr<i8>;
    strchr(text: Ptr<i8> => *const c_char, byte: i32 => c_int) -> Ptr<i8>;
    strrchr(text: Ptr<i8> => *const c_char, byte: i32 => c_int) -> Ptr<i8>;
    strstr(text: Ptr<i8> => *const c_char, part: Ptr<i8> => *const c_char) -> Ptr<i8>;
    time(to: Ptr<Void> => *mut c_long) -> i64;
    clock() -> i64;
}

//! Made by pyrx: how a shim finds the library of its modules, and hands the import on to it.
//!
//! The library lies where it does from the shim's own file, whichever folder both are in.
#![no_std]

use core::ffi::{CStr, c_char, c_int, c_void};
use core::mem::{MaybeUninit, transmute};
use core::ptr::null;

/// What `dladdr` says of an address.
#[repr(C)]
struct Place {
    file: *const c_char,
    base: *const c_void,
    symbol: *const c_char,
    address: *const c_void,
}

#[cfg_attr(target_os = "linux", link(name = "c"))]
#[cfg_attr(target_os = "linux", link(name = "dl"))] // where the C library has it elsewhere
#[cfg_attr(target_os = "macos", link(name = "System"))]
unsafe extern "C" {
    fn dladdr(address: *const c_void, place: *mut Place) -> c_int;
    fn dlopen(path: *const c_char, flags: c_int) -> *mut c_void;
    fn dlsym(library: *mut c_void, symbol: *const c_char) -> *mut c_void;
    fn dlerror() -> *const c_char;
}

unsafe extern "C" {
    static PyExc_ImportError: *mut c_void;
    fn PyErr_Format(class: *mut c_void, format: *const c_char, ...) -> *mut c_void;
}

const NOW: c_int = 2;
const LOCAL: c_int = if cfg!(target_os = "macos") { 4 } else { 0 };
/// Bytes of a path that can be opened, its end included, on all systems.
const LONGEST: usize = 4096;

/// Of this shim, whatever else is called like its functions.
static HERE: u8 = 0;

/// What the entry point of a module gives, or null with an ImportError. `library` is the library's path from the folder of
/// the shim.
///
/// # Safety
/// Called by the interpreter, which holds the lock.
pub unsafe fn init(module: &CStr, library: &CStr, symbol: &CStr) -> *mut c_void {
    let mut path = [const { MaybeUninit::<u8>::uninit() }; LONGEST];
    let path: *mut c_char = path.as_mut_ptr().cast();
    unsafe {
        if !beside(library.as_ptr(), path) {
            let format = c"%s: %s, the library of its package, has a path that is too long";
            return PyErr_Format(PyExc_ImportError, format.as_ptr(), module.as_ptr(), library.as_ptr());
        }
        let opened = dlopen(path, NOW | LOCAL);
        if opened.is_null() {
            let format = c"%s needs %s, the library of its package, which cannot be loaded; install the package again (%s)";
            return PyErr_Format(PyExc_ImportError, format.as_ptr(), module.as_ptr(), path, dlerror());
        }
        let found = dlsym(opened, symbol.as_ptr());
        if found.is_null() {
            let format = c"%s is not in %s, the library of its package, which is of another version; install the package again";
            return PyErr_Format(PyExc_ImportError, format.as_ptr(), module.as_ptr(), path);
        }
        transmute::<*mut c_void, unsafe extern "C" fn() -> *mut c_void>(found)()
    }
}

/// Writes the path of what lies at `relative` from this file's folder; whether it is short enough.
unsafe fn beside(relative: *const c_char, path: *mut c_char) -> bool {
    let mut place = Place { file: null(), base: null(), symbol: null(), address: null() };
    unsafe {
        dladdr((&raw const HERE).cast(), &raw mut place);
        let folder = if place.file.is_null() { 0 } else { folder(place.file) };
        let mut at = 0;
        while at < folder {
            if at == LONGEST {
                return false;
            }
            *path.add(at) = *place.file.add(at);
            at += 1;
        }
        let mut read = 0;
        loop {
            if at == LONGEST {
                return false;
            }
            let byte = *relative.add(read);
            *path.add(at) = byte;
            if byte == 0 {
                return true;
            }
            (read, at) = (read + 1, at + 1);
        }
    }
}

/// How many bytes of a path are its folder, the last slash included.
unsafe fn folder(path: *const c_char) -> usize {
    let (mut at, mut length) = (0, 0);
    unsafe {
        while *path.add(at) != 0 {
            at += 1;
            if *path.add(at - 1) == b'/' as c_char {
                length = at;
            }
        }
    }
    length
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

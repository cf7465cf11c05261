//! `<stdio.h>` of the C library: the streams are C's own, with C's buffers.

use std::ffi::c_int;

use crate::mem::{Ptr, Void};

type Chars = Ptr<i8>;
type File = Ptr<Void>;

/// What C passes where a parameter list ends in `...`: its small integers and floats have been widened.
pub trait Passed: Copy {}

impl Passed for i32 {}
impl Passed for u32 {}
impl Passed for i64 {}
impl Passed for u64 {}
impl Passed for f64 {}
impl<T> Passed for Ptr<T> {}

macro_rules! functions {
    (
        fixed { $($name:ident ($($arg:ident: $ty:ty),*) -> $result:ty;)* }
        variadic { $($open:ident ($($before:ident: $before_ty:ty),*);)* }
    ) => {
        /// The C library's own.
        mod c {
            use super::*;
            unsafe extern "C" {
                $(pub fn $name($($arg: $ty),*) -> $result;)*
                $(pub fn $open($($before: $before_ty),*, ...) -> c_int;)*
            }
        }

        $(
            #[doc = concat!("C's `", stringify!($name), "`.")]
            pub fn $name($($arg: $ty),*) -> $result {
                // SAFETY: the source vouches for its pointers.
                unsafe { c::$name($($arg),*) }
            }
        )*

        $(
            #[doc = concat!("C's `", stringify!($open), "`, what stands for `...` as a tuple.")]
            pub fn $open($($before: $before_ty,)* rest: impl Arguments) -> i32 {
                rest.$open($($before),*)
            }
        )*

        /// Tuples of what C passes.
        pub trait Arguments {
            $(fn $open(self, $($before: $before_ty),*) -> i32;)*
        }

        functions!(@tuples { $($open ($($before: $before_ty),*);)* }
            [] [A a] [A a B b] [A a B b C c] [A a B b C c D d] [A a B b C c D d E e] [A a B b C c D d E e F f]
            [A a B b C c D d E e F f G g] [A a B b C c D d E e F f G g H h] [A a B b C c D d E e F f G g H h I i]
            [A a B b C c D d E e F f G g H h I i J j] [A a B b C c D d E e F f G g H h I i J j K k]
            [A a B b C c D d E e F f G g H h I i J j K k L l]
        );
    };
    (@tuples $table:tt $($items:tt)*) => { $(functions!(@tuple $table $items);)* };
    (@tuple $table:tt [$($item:ident $value:ident)*]) => {
        impl<$($item: Passed),*> Arguments for ($($item,)*) {
            functions!(@methods $table [$($value)*]);
        }
    };
    (@methods { $($open:ident $before:tt;)* } $values:tt) => { $(functions!(@method $open $before $values);)* };
    (@method $open:ident ($($before:ident: $before_ty:ty),*) [$($value:ident)*]) => {
        fn $open(self, $($before: $before_ty),*) -> i32 {
            let ($($value,)*) = self;
            // SAFETY: the source vouches for its pointers and for what its format asks for.
            unsafe { c::$open($($before,)* $($value),*) }
        }
    };
}

functions! {
    fixed {
        puts(text: Chars) -> i32;
        putchar(byte: i32) -> i32;
        getchar() -> i32;
        fputs(text: Chars, file: File) -> i32;
        fputc(byte: i32, file: File) -> i32;
        fgetc(file: File) -> i32;
        ungetc(byte: i32, file: File) -> i32;
        fgets(text: Chars, size: i32, file: File) -> Chars;
        fflush(file: File) -> i32;
        fopen(name: Chars, mode: Chars) -> File;
        fclose(file: File) -> i32;
        fread(to: Ptr<Void>, size: u64, count: u64, file: File) -> u64;
        fwrite(from: Ptr<Void>, size: u64, count: u64, file: File) -> u64;
        fseek(file: File, by: i64, from: i32) -> i32;
        ftell(file: File) -> i64;
        feof(file: File) -> i32;
        ferror(file: File) -> i32;
        perror(text: Chars) -> ();
        remove(name: Chars) -> i32;
        rename(from: Chars, to: Chars) -> i32;
        tmpfile() -> File;
        freopen(name: Chars, mode: Chars, file: File) -> File;
        fdopen(descriptor: i32, mode: Chars) -> File;
        setbuf(file: File, buffer: Chars) -> ();
        setvbuf(file: File, buffer: Chars, mode: i32, size: u64) -> i32;
        clearerr(file: File) -> ();
        rewind(file: File) -> ();
        fgetpos(file: File, to: Ptr<Void>) -> i32;
        fsetpos(file: File, from: Ptr<Void>) -> i32;
        getline(line: Ptr<Chars>, size: Ptr<Void>, file: File) -> u64;
    }
    variadic {
        printf(format: Chars);
        scanf(format: Chars);
        fprintf(file: File, format: Chars);
        sprintf(to: Chars, format: Chars);
        snprintf(to: Chars, size: u64, format: Chars);
        sscanf(text: Chars, format: Chars);
        fscanf(file: File, format: Chars);
    }
}

/// The variables of the C library that hold its streams.
mod streams {
    use super::File;

    #[cfg_attr(target_vendor = "apple", allow(non_upper_case_globals))]
    unsafe extern "C" {
        #[cfg_attr(target_vendor = "apple", link_name = "__stdinp")]
        pub static stdin: File;
        #[cfg_attr(target_vendor = "apple", link_name = "__stdoutp")]
        pub static stdout: File;
        #[cfg_attr(target_vendor = "apple", link_name = "__stderrp")]
        pub static stderr: File;
    }
}

macro_rules! stream {
    ($($name:ident),*) => {$(
        #[doc = concat!("C's `", stringify!($name), "`.")]
        pub fn $name() -> File {
            // SAFETY: set before any code of ours runs, and not changed since.
            unsafe { streams::$name }
        }
    )*};
}
stream!(stdin, stdout, stderr);

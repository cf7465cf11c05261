//! Runs kernels on operands from the standard input, for `tests/runtime`.
//!
//! Input: a line with a kernel's name, then lines of operand words in hexadecimal, then an empty line; as often as
//! wanted. Output: one line for each line of operands. The argument is the minor version of the running CPython.

mod table;
mod word;

use std::io::{BufRead, Write as _};

use word::{Read, Write};

/// A kernel behind words.
pub type Job = Box<dyn Fn(&mut dyn Iterator<Item = u64>) -> String>;

/// A function of up to four readable arguments with a writable result.
pub trait Kernel<Arguments> {
    fn job(self) -> Job;
}

macro_rules! kernels {
    ($($argument:ident),+) => {
        impl<Function, $($argument: Read,)+ Output: Write> Kernel<($($argument,)+)> for Function
        where
            Function: Fn($($argument),+) -> Output + 'static,
        {
            fn job(self) -> Job {
                Box::new(move |words| {
                    let mut line = String::new();
                    self($($argument::read(words)),+).write(&mut line);
                    line
                })
            }
        }
    };
}

kernels!(A);
kernels!(A, B);
kernels!(A, B, C);
kernels!(A, B, C, D);

fn main() {
    let minor = std::env::args().nth(1).and_then(|minor| minor.parse().ok());
    pyrx_runtime::math::running::set_minor(minor.expect("a minor version"));
    let table = table::table();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut job: Option<&Job> = None;
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("readable input");
        match job {
            None => job = Some(table.get(line.as_str()).unwrap_or_else(|| panic!("no kernel {line}"))),
            Some(_) if line.is_empty() => job = None,
            Some(run) => {
                let mut words = line.split(' ').map(|word| u64::from_str_radix(word, 16).expect("a hexadecimal word"));
                writeln!(out, "{}", run(&mut words).trim_start()).expect("writable output");
            }
        }
    }
}

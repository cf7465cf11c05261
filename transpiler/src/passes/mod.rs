//! Changes to the IR, in one fixed order. The IR is verified after each in tests.

mod bounds;
mod flags;
mod pointers;
mod poll;
pub mod ranges;
mod release;
mod rows;

pub use poll::iterations;

use crate::ir::Program;

/// A pass by the name that `pyrx dump --after` takes.
struct Pass {
    name: &'static str,
    run: fn(&mut Program),
}

/// The order of passes.
const PASSES: &[Pass] = &[
    Pass { name: "release", run: release::run },
    Pass { name: "ranges", run: ranges::run },
    Pass { name: "bounds", run: bounds::run },
    Pass { name: "rows", run: rows::run },
    Pass { name: "pointers", run: pointers::run },
    Pass { name: "poll", run: poll::run },
    Pass { name: "flags", run: flags::run },
];

/// Runs the passes, up to and including the named one.
pub fn run(program: &mut Program, last: Option<&str>) {
    for pass in PASSES {
        (pass.run)(program);
        if last == Some(pass.name) {
            return;
        }
    }
}

/// The names of the passes, in order.
pub fn names() -> Vec<&'static str> {
    PASSES.iter().map(|pass| pass.name).collect()
}

//! Ctrl-C, SIGTERM and SIGHUP: the running tool's process group dies, what is being renamed into place is finished, and
//! pyrx leaves.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// The process group of the tool that runs now, or 0.
static GROUP: AtomicI32 = AtomicI32::new(0);
/// Set when a signal came.
static LEAVING: AtomicBool = AtomicBool::new(false);
/// Held while a file exists under its temporary name.
static WRITING: Mutex<()> = Mutex::new(());

/// Starts the thread that waits for signals.
pub fn watch() {
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP]) else {
        return; // signals then end pyrx as they end any process
    };
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            leave(signal);
        }
    });
}

/// While the guard lives, a signal waits.
pub fn hold() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes which process group has to die with pyrx.
pub struct Running;

impl Running {
    pub fn new(child: &std::process::Child) -> Self {
        // A process id of Unix fits: `pid_t` is 32 bits and positive.
        GROUP.store(child.id() as i32, Ordering::SeqCst);
        Running
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        GROUP.store(0, Ordering::SeqCst);
    }
}

/// Called when a tool ended: if a signal ended it, pyrx is leaving, and this thread has nothing more to say.
pub fn stop_if_leaving() {
    while LEAVING.load(Ordering::SeqCst) {
        std::thread::park();
    }
}

fn leave(signal: i32) -> ! {
    LEAVING.store(true, Ordering::SeqCst);
    let _hold = hold();
    let group = GROUP.load(Ordering::SeqCst);
    if group > 0 {
        end(group);
    }
    // A progress bar may stand on the line.
    let clear = if std::io::stderr().is_terminal() { "\r\x1b[2K" } else { "" };
    // Not `eprintln!`: the terminal may be what went away, and a panic here would leave the other thread waiting for ever.
    let _ = write!(
        std::io::stderr(),
        "{clear}interrupted: nothing half-written is left\n  hint: run the same command again, it continues with what is \
         compiled already\n"
    );
    std::process::exit(128 + signal);
}

/// Kills a process group and waits a little until it is gone: killed processes may still run for a moment.
fn end(group: i32) {
    // SAFETY: `killpg` takes plain numbers; the group is that of a child that was not waited for when it was noted.
    unsafe { libc::killpg(group, libc::SIGKILL) };
    for _ in 0..200 {
        // SAFETY: as above; signal 0 only asks whether the group is there.
        if unsafe { libc::killpg(group, 0) } != 0 {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

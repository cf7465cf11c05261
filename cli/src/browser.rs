//! Opening a file in the user's browser.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};
use crate::{render, source};

/// Tries what BROWSER names, as Python's `webbrowser` reads it, then what the system has.
///
/// # Errors
/// None of them could be started, or none took the file.
pub fn open(file: &Path) -> Outcome<()> {
    let file = source::absolute(file).map_err(|error| Failure::file("open", file, &error))?;
    let named = std::env::var("BROWSER").unwrap_or_default();
    let mut commands: Vec<Vec<OsString>> = named_browsers(&named, &file);
    commands.extend(system_browsers(&file));
    if commands.iter().any(|command| starts(command)) {
        return Ok(());
    }
    let message = format!("no browser could be started to open {}", render::path(&file));
    Err(Failure::environment(message).hint("name one in the variable BROWSER, or open the file yourself"))
}

/// Commands between colons, each with `%s` for the file, or the file at the end. Nothing goes through a shell.
fn named_browsers(named: &str, file: &Path) -> Vec<Vec<OsString>> {
    let command = |text: &str| {
        let mut words: Vec<OsString> = Vec::new();
        for word in text.split_whitespace().filter(|word| *word != "&") {
            words.push(if word == "%s" { file.into() } else { word.into() });
        }
        if !text.contains("%s") {
            words.push(file.into());
        }
        words
    };
    named.split(':').filter(|text| !text.trim().is_empty()).map(command).collect()
}

fn system_browsers(file: &Path) -> Vec<Vec<OsString>> {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let python = ["python3", "-m", "webbrowser", "-t"].map(OsString::from);
    let address = OsString::from(pyrx_annotate::sarif::uri(&file.to_string_lossy()));
    vec![vec![opener.into(), file.into()], python.into_iter().chain([address]).collect()]
}

/// Whether the command ran and was content. One that goes on running, as a browser does, is left alone.
fn starts(command: &[OsString]) -> bool {
    let Some((program, args)) = command.split_first() else { return false };
    let quiet = || Stdio::null();
    let child = Command::new(program).args(args).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
    let Ok(mut child) = child else { return false };
    for _ in 0..40 {
        match child.try_wait() {
            Ok(None) => std::thread::sleep(std::time::Duration::from_millis(50)),
            Ok(Some(status)) => return status.success(),
            Err(_) => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commands(named: &str) -> Vec<Vec<OsString>> {
        named_browsers(named, Path::new("/tmp/a b.html"))
    }

    #[test]
    fn the_variable_names_commands_in_order() {
        assert_eq!(commands(""), Vec::<Vec<OsString>>::new());
        assert_eq!(commands("firefox"), [["firefox", "/tmp/a b.html"]]);
        assert_eq!(
            commands("w3m -o x=1 %s:links"),
            [vec!["w3m", "-o", "x=1", "/tmp/a b.html"], vec!["links", "/tmp/a b.html"]]
        );
    }
}

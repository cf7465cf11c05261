//! `-X directive=value` and `--strict` as the transpiler takes them.

use pyrx_transpiler::Options;
use pyrx_transpiler::hir::{DIRECTIVES, DirectiveRow};

use crate::args::CompileArgs;
use crate::failure::{Failure, Outcome};
use crate::nearest::nearest;

/// # Errors
/// A directive or value that does not exist, with the nearest that does.
pub fn parse(args: &CompileArgs) -> Outcome<Options> {
    let mut options = Options { strict: args.strict, ..Options::default() };
    for text in &args.directives {
        let (name, value) = text.split_once('=').unwrap_or((text, "true"));
        if let Err(words) = options.directives.set_word(name.trim(), value.trim()) {
            let value = crate::render::escape(value.trim());
            let message = format!("directive `{}` is {words}, not `{value}`", name.trim());
            return Err(Failure::environment(message).hint(format!("write for example `-X {}`", example(name.trim()))));
        }
        // What only Cython makes use of may have any value.
        if let Some(slot) = row(name.trim())?.slot {
            *slot(&mut options.directives) = boolean(name, value.trim())?;
        }
    }
    options.strict |= options.directives.strict;
    Ok(options)
}

/// A directive whose value is a word as it may be written.
fn example(name: &str) -> &'static str {
    match name {
        "c_string_type" => "c_string_type=str",
        "c_string_encoding" => "c_string_encoding=utf8",
        _ => "language_level=3",
    }
}

/// The options as text that differs when they do.
pub fn fingerprint(options: &Options) -> String {
    let mut directives = options.directives.clone();
    let value = |row: &DirectiveRow| Some(format!("{}={}", row.name, row.slot?(&mut directives)));
    let values: Vec<String> = DIRECTIVES.iter().filter_map(value).collect();
    let (level, texts) = (options.directives.int_division, options.directives.c_strings);
    format!("{} strict={} int_division={level} c_strings={texts:?}", values.join(" "), options.strict)
}

fn row(name: &str) -> Outcome<&'static DirectiveRow> {
    DIRECTIVES.iter().find(|row| row.name == name).ok_or_else(|| {
        let failure = Failure::environment(format!("unknown directive `{}`", crate::render::escape(name)));
        failure.hint(meant(name))
    })
}

fn meant(name: &str) -> String {
    let names = || DIRECTIVES.iter().map(|row| row.name);
    match nearest(name, names()) {
        Some(known) => format!("did you mean `{known}`?"),
        None => format!("the directives are {}", names().collect::<Vec<_>>().join(", ")),
    }
}

fn boolean(name: &str, value: &str) -> Outcome<bool> {
    match value.to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" | "on" => Ok(true),
        "false" | "0" | "no" | "off" => Ok(false),
        other => {
            let message = format!("directive `{name}` is true or false, not `{}`", crate::render::escape(other));
            Err(Failure::environment(message).hint(format!("write `-X {name}=false`")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(directives: &[&str]) -> Outcome<Options> {
        parse(&CompileArgs {
            directives: directives.iter().map(ToString::to_string).collect(),
            ..CompileArgs::default()
        })
    }

    #[test]
    fn directives_are_set_in_order() {
        let options = parsed(&["boundscheck=False", "cdivision", "cdivision=0"]).unwrap();
        assert!(!options.directives.boundscheck && !options.directives.cdivision);
    }

    #[test]
    fn directives_of_cython_are_accepted() {
        assert_eq!(parsed(&["language_level=3", "binding"]).unwrap().directives, Options::default().directives);
    }

    #[test]
    fn an_unknown_directive_names_the_nearest() {
        assert_eq!(parsed(&["boundschek=0"]).unwrap_err().hint.unwrap(), "did you mean `boundscheck`?");
        assert!(parsed(&["zzzzzzzzzzzz=0"]).unwrap_err().hint.unwrap().starts_with("the directives are"));
    }

    #[test]
    fn a_directive_takes_a_boolean() {
        assert!(parsed(&["boundscheck=maybe"]).unwrap_err().message.unwrap().contains("true or false"));
    }
}

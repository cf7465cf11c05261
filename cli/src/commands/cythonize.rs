//! `pyrx cythonize`: the command line that users of Cython have in their fingers.

use std::path::{Path, PathBuf};

use glob::Pattern;

use crate::args::{CleanArgs, CompileArgs, CythonizeArgs, TargetArgs};
use crate::build::{self, Request};
use crate::chosen::Chosen;
use crate::failure::{Failure, Outcome};
use crate::render;
use crate::terminal::Terminal;
use crate::together::Together;

/// Builds every module that the sources name, in order of their names.
pub fn run(args: &CythonizeArgs, terminal: &Terminal) -> Outcome<u8> {
    let files = files(&args.sources, &args.exclude)?;
    let (directives, include) = (args.directives.clone(), args.include.clone());
    let compile = CompileArgs { directives, include, ..CompileArgs::default() };
    let target = TargetArgs { native: args.native, python: args.python.clone() };
    let modules: Vec<Chosen> = files.iter().map(|file| Chosen::named(file, &compile)).collect();
    let together = Together::of(&modules, None, args.python.as_deref(), true);
    let mut status = 0;
    for file in &files {
        if args.force {
            super::clean::run(&CleanArgs { files: vec![file.clone()], cache: false }, terminal)?;
        }
        let siblings = together.with(file, &compile)?;
        let request = Request { annotate: args.annotate, siblings, ..Request::new(&compile, &target)? };
        if let Err(failure) = build::build(file, &request, terminal) {
            status = status.max(failure.report(terminal));
            if !args.keep_going {
                break;
            }
        }
    }
    Ok(status)
}

/// The modules that files, folders and patterns stand for, without those that are left out.
fn files(sources: &[String], exclude: &[String]) -> Outcome<Vec<PathBuf>> {
    let exclude: Vec<Pattern> = exclude.iter().map(|text| pattern(text)).collect::<Outcome<_>>()?;
    let mut found = Vec::new();
    for source in sources {
        let mut matched = of_source(source)?;
        if matched.is_empty() {
            let message = format!("no file matches {}", render::path(Path::new(source)));
            return Err(
                Failure::environment(message).hint("name a file, a folder, or a pattern such as \"pkg/**/*.pyx\"")
            );
        }
        matched.sort();
        found.extend(matched);
    }
    found.dedup();
    found.retain(|file| !exclude.iter().any(|pattern| pattern.matches_path(file)));
    Ok(found)
}

fn of_source(source: &str) -> Outcome<Vec<PathBuf>> {
    let path = Path::new(source);
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let text = if path.is_dir() { format!("{source}/**/*.pyx") } else { source.to_owned() };
    let found = glob::glob(&text).map_err(|error| no_pattern(&text, &error))?;
    // What cannot be read is told when it is built.
    Ok(found.map(|entry| entry.unwrap_or_else(|error| error.path().to_owned())).collect())
}

fn pattern(text: &str) -> Outcome<Pattern> {
    Pattern::new(text).map_err(|error| no_pattern(text, &error))
}

fn no_pattern(text: &str, error: &glob::PatternError) -> Failure {
    Failure::environment(format!("`{}` is no pattern of file names: {}", render::escape(text), error.msg))
}

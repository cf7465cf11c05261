//! Mutated sources leave no panic and no hang: bytes and tokens of the cases and examples changed at random, by a fixed seed.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use pyrx_transpiler::{Diagnostic, Options, Source, syntax};

/// `PYRX_MUTATIONS` asks for another number.
const COUNT: u64 = 5_000;
const WORKERS: u64 = 2;
const LIMIT: Duration = Duration::from_secs(2);

/// What is tried on each mutated source: the whole compiler.
fn subject(source: &Source) -> Vec<Diagnostic> {
    match pyrx_transpiler::compile(source, &Options::default()) {
        Err(errors) => errors,
        Ok(compiled) => compiled.warnings,
    }
}

#[test]
fn mutated_sources_neither_panic_nor_hang() {
    let asked = std::env::var("PYRX_MUTATIONS").ok().and_then(|count| count.parse().ok());
    let count: u64 = asked.unwrap_or(COUNT);
    let sources = sources();
    let (sender, receiver) = mpsc::channel();
    for worker in 0..WORKERS {
        let (sources, sender) = (sources.clone(), sender.clone());
        thread::spawn(move || {
            syntax::with_large_stack(|| {
                for seed in (worker..count).step_by(WORKERS as usize) {
                    sender.send((worker, seed, None)).expect("the test is waiting");
                    let failure = try_one(&sources, seed);
                    sender.send((worker, seed, Some(failure))).expect("the test is waiting");
                }
            });
        });
    }
    drop(sender);
    let mut failures = Vec::new();
    let mut running = [0; WORKERS as usize];
    let mut done = 0;
    while done < count {
        // A worker that hangs never reports; the other keeps the channel busy only so long.
        match receiver.recv_timeout(10 * LIMIT) {
            Ok((worker, seed, None)) => running[worker as usize] = seed,
            Ok((_, seed, Some(failure))) => {
                done += 1;
                failures.extend(failure.map(|failure| format!("seed {seed}: {failure}")));
            }
            Err(_) => panic!("no answer from one of the seeds {running:?}"),
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

/// What is wrong with how one mutated source is taken, if something is.
fn try_one(sources: &[String], seed: u64) -> Option<String> {
    let text = mutate(sources, seed);
    let source = Source::alone("mutated.py", "mutated", text);
    let started = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| subject(&source)));
    let elapsed = started.elapsed();
    let wrong = match outcome {
        Err(_) => Some("panicked".to_owned()),
        Ok(_) if elapsed > LIMIT => Some(format!("took {elapsed:?}")),
        Ok(diagnostics) => diagnostics.iter().find_map(|diagnostic| misplaced(&source.text, diagnostic)),
    };
    wrong.map(|wrong| format!("{wrong}\n{}", source.text))
}

/// A diagnostic whose span or form is not what the command line can show.
fn misplaced(text: &str, diagnostic: &Diagnostic) -> Option<String> {
    let (start, end) = (diagnostic.span.start as usize, diagnostic.span.end as usize);
    if start > end || text.get(start..end).is_none() {
        return Some(format!("span {start}..{end} of {:?} is not in the text", diagnostic.message));
    }
    (diagnostic.message.is_empty() || diagnostic.message.ends_with('.') && !diagnostic.message.ends_with("..."))
        .then(|| format!("message {:?}", diagnostic.message))
}

/// The texts of the cases of the front end and of the examples.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut paths = Vec::new();
    for folder in ["tests/cases/hir", "tests/cases/diag", "examples"] {
        collect(&root.join(folder), &mut paths);
    }
    paths.sort();
    let read = |path: &std::path::PathBuf| String::from_utf8(fs::read(path).expect("a source can be read"));
    let texts: Vec<String> = paths.iter().filter_map(|path| read(path).ok()).collect();
    assert!(texts.len() > 20, "the sources are where they are expected");
    texts
}

fn collect(folder: &Path, paths: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder exists") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            paths.push(path);
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Below a bound, which is at least 1.
    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
}

fn mutate(sources: &[String], seed: u64) -> String {
    let mut random = Random(seed);
    let mut text = sources[random.below(sources.len())].clone();
    // Large sources are cut, so that most of the time goes into many of them.
    if text.len() > 4_000 {
        let lines: Vec<&str> = text.lines().collect();
        let start = random.below(lines.len());
        text = lines[start..(start + 60).min(lines.len())].join("\n");
    }
    for _ in 0..=random.below(4) {
        text = if random.below(3) == 0 {
            mutate_bytes(text, &mut random)
        } else {
            mutate_tokens(&text, sources, &mut random)
        };
    }
    text
}

const BYTES: &[u8] = b"()[]{}:,.;@=+-*/%&|^~<>!\\'\"#\n\r\t\x0c\0 _aefrbu0193\xc3\xa9\xe2\x82\xac\xff\xf0\x9f\x98\x80";

fn mutate_bytes(text: String, random: &mut Random) -> String {
    let mut bytes = text.into_bytes();
    let at = random.below(bytes.len());
    let end = (at + 1 + random.below(12)).min(bytes.len());
    match random.below(6) {
        0 => bytes.insert(at, BYTES[random.below(BYTES.len())]),
        1 if at < bytes.len() => bytes[at] = BYTES[random.below(BYTES.len())],
        2 if at < bytes.len() => drop(bytes.drain(at..end)),
        3 => bytes.truncate(at),
        4 if at < bytes.len() => {
            let copied = bytes[at..end].to_vec();
            bytes.splice(at..at, copied);
        }
        _ if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
        _ => {}
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Runs of letters, of digits, of white space, and single other characters.
fn tokens(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        c if c.is_alphabetic() || c == '_' => 1,
        c if c.is_ascii_digit() => 2,
        ' ' => 3,
        _ => 0,
    };
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = class(first);
        let run = rest.find(|c| class(c) != kind).unwrap_or(rest.len());
        let length = if kind == 0 { first.len_utf8() } else { run };
        found.push(&rest[..length]);
        rest = &rest[length..];
    }
    found
}

const WORDS: &[&str] = &[
    "lambda",
    "yield",
    "await",
    "async",
    "global",
    "nonlocal",
    "del",
    "with",
    "match",
    "case",
    "try",
    "finally",
    "except",
    "break",
    "continue",
    "return",
    "if",
    "else",
    "elif",
    "for",
    "in",
    "not",
    "while",
    "class",
    "def",
    "import",
    "from",
    "as",
    ":=",
    "**",
    "//",
    "->",
    "...",
    "*",
    "f'{x!r:>{y}}'",
    "f\"{a['b']}\"",
    "t'x'",
    "'''",
    "\"\"\"",
    "[:, ::1]",
    "{**a}",
    "[*a]",
    "1_000",
    "0x",
    "1e999",
    "1j",
    "0777",
    "\\\n",
    "\n\t",
    "\u{feff}",
    "é",
    "ﬁ",
    "locals()",
    "# pythran export f(int, float[:,:])\n",
    "# cython: boundscheck=False\n",
    "@njit('f8(f8)')\n",
    "\"float64[:, ::1]\"",
    "order(F)",
    "or",
    "?",
    "list",
    "None",
];

fn mutate_tokens(text: &str, sources: &[String], random: &mut Random) -> String {
    let mut list: Vec<&str> = tokens(text);
    if list.is_empty() {
        return text.to_owned();
    }
    let (at, other) = (random.below(list.len()), random.below(list.len()));
    let donor = &sources[random.below(sources.len())];
    let donated = tokens(donor);
    match random.below(7) {
        0 => drop(list.remove(at)),
        1 => list.insert(at, list[other]),
        2 => list.swap(at, other),
        3 => list[at] = WORDS[random.below(WORDS.len())],
        4 => list.insert(at, WORDS[random.below(WORDS.len())]),
        5 if !donated.is_empty() => list[at] = donated[random.below(donated.len())],
        _ => {
            let (start, end) = (at.min(other), at.max(other).min(at.min(other) + 30));
            let copied: Vec<&str> = list[start..end].to_vec();
            let times = 1 + random.below(3);
            for _ in 0..times {
                list.splice(start..start, copied.iter().copied());
            }
        }
    }
    list.concat()
}

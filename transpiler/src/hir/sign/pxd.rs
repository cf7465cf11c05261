//! A `.pxd` beside the source: its headers as those of a `.pyi`, line by line.
//!
//! before: `cpdef double f(double x, unsigned int n=*) except -1 nogil`
//! after:  `def f(x: cython.double, n: cython.uint = ...) -> cython.double: ...`
//!
//! What is no header of a function or class becomes `pass`; types that pyrx does not know say nothing.

use super::scalars::cython_scalar;

/// The text of the stub, with as many lines.
pub fn to_stub(text: &str) -> String {
    let mut joined = String::new();
    let mut lines = text.lines();
    while let Some(first) = lines.next() {
        let (mut line, mut more) = (without_comment(first).to_owned(), 0);
        while line.matches('(').count() > line.matches(')').count() {
            let Some(next) = lines.next() else { break };
            line.push(' ');
            line.push_str(without_comment(next).trim());
            more += 1;
        }
        joined.push_str(&translated(&line));
        joined.push_str(&"\n".repeat(more + 1));
    }
    joined
}

fn without_comment(line: &str) -> &str {
    line.split('#').next().unwrap_or(line)
}

fn translated(line: &str) -> String {
    let code = line.trim();
    let indent = &line[..line.len() - line.trim_start().len()];
    let kept = code.is_empty() || code.starts_with('@') || code.starts_with("import ") || code.starts_with("from ");
    if kept && !code.contains("cimport") {
        return line.to_owned();
    }
    if let Some(modules) = code.strip_prefix("cimport ") {
        return format!("{indent}import {modules}");
    }
    let declared = code.strip_prefix("cpdef ").or_else(|| code.strip_prefix("cdef "));
    let header = declared.map(|rest| rest.trim_start_matches("inline ").trim());
    let translated = match header {
        Some(rest) if rest.starts_with("class ") => Some(rest.to_owned()),
        Some(rest) => function(rest),
        None => None,
    };
    // A block of other declarations stays one.
    let other = || if code.ends_with(':') { "if True:".to_owned() } else { "pass".to_owned() };
    format!("{indent}{}", translated.unwrap_or_else(other))
}

/// `double f(double x, int n=*) except -1`
fn function(header: &str) -> Option<String> {
    let (head, rest) = header.split_once('(')?;
    let (params, _) = rest.rsplit_once(')')?;
    let (returns, name) = typed(head)?;
    let params: Vec<String> = split(params).iter().map(|one| param(one)).collect::<Option<_>>()?;
    let returns = returns.map_or(String::new(), |ty| format!(" -> {ty}"));
    Some(format!("def {name}({}){returns}: ...", params.join(", ")))
}

fn param(text: &str) -> Option<String> {
    let (declared, default) = match text.split_once('=') {
        Some((declared, _)) => (declared, " = ..."),
        None => (text, ""),
    };
    let (ty, name) = typed(declared)?;
    Some(match ty {
        Some(ty) => format!("{name}: {ty}{default}"),
        None => format!("{name}{default}"),
    })
}

/// At the commas that stand in no brackets.
fn split(params: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, character) in params.char_indices() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&params[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&params[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// `unsigned int n`: the type as an annotation, if it is one that pyrx knows, and the name.
fn typed(declared: &str) -> Option<(Option<String>, &str)> {
    let declared = declared.trim();
    let at = declared.rfind(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(0, |at| at + 1);
    let (ty, name) = declared.split_at(at);
    (!name.is_empty()).then(|| (annotation(ty.trim()), name))
}

fn annotation(ty: &str) -> Option<String> {
    let ty = ty.strip_prefix("const ").unwrap_or(ty);
    if let Some((item, axes)) = ty.split_once('[') {
        return axes.contains(':').then(|| scalar(item)).flatten().map(|item| format!("{item}[{axes}"));
    }
    match ty {
        "void" => Some("None".to_owned()),
        "str" | "bytes" => Some(ty.to_owned()),
        _ => scalar(ty),
    }
}

/// `unsigned long long` and the like by one name of Cython's pure mode.
fn scalar(ty: &str) -> Option<String> {
    let words: Vec<&str> = ty.split_whitespace().collect();
    let unsigned = words.contains(&"unsigned");
    let rest: Vec<&str> = words.into_iter().filter(|word| !matches!(*word, "unsigned" | "signed")).collect();
    let name = match rest.as_slice() {
        [] if unsigned => "int".to_owned(),
        ["long", "int"] => "long".to_owned(),
        ["short", "int"] => "short".to_owned(),
        ["long", "long"] | ["long", "long", "int"] => "longlong".to_owned(),
        ["double", "complex"] => "doublecomplex".to_owned(),
        ["float", "complex"] => "floatcomplex".to_owned(),
        [one] => (*one).rsplit('.').next().unwrap_or(one).to_owned(),
        _ => return None,
    };
    let name = if unsigned { format!("u{name}") } else { name };
    cython_scalar(&name).map(|_| format!("cython.{name}"))
}

//! The comment lines that mean something: `#pythran export ...` anywhere, `# pyrx:` and `# cython:` at the top.

use rustpython_parser::Tok;
use rustpython_parser::lexer::LexResult;

use crate::Part;
use crate::span::Span;

/// A `#pythran export` line with the lines it continues on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportComment {
    /// From the first `#` to the end of the last line.
    pub span: Span,
    /// What stands after `export` and, in continuation lines, after `#`; one a line.
    pub pieces: Vec<Span>,
}

/// One `name=value` of a header comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectiveComment {
    pub name: String,
    /// As written; empty if there is no `=`.
    pub value: String,
    /// Of `name=value`.
    pub span: Span,
}

/// Finds the comment lines of a file.
pub fn collect(part: Part<'_>, tokens: &[LexResult]) -> (Vec<ExportComment>, Vec<DirectiveComment>) {
    let Part { text, base, .. } = part;
    let comments = comment_lines(part, tokens);
    let first_token = tokens.iter().flatten().find(|(token, _)| *token != Tok::Newline);
    let header_end = first_token.map_or(u32::MAX, |(_, range)| range.start().to_u32() - base);
    let header = comments.iter().filter(|comment| comment.start < header_end);
    let mut directives: Vec<DirectiveComment> = header.flat_map(|comment| directives(text, *comment)).collect();
    directives.iter_mut().for_each(|directive| directive.span = directive.span.shifted(base));
    let mut exports = exports(text, &comments);
    for export in &mut exports {
        export.span = export.span.shifted(base);
        export.pieces.iter_mut().for_each(|piece| *piece = piece.shifted(base));
    }
    (exports, directives)
}

/// The `# distutils:` lines above the first statement, which are for a C compiler.
pub fn settings(part: Part<'_>, tokens: &[LexResult]) -> Vec<Span> {
    let first = tokens.iter().flatten().find(|(token, _)| *token != Tok::Newline);
    let header_end = first.map_or(u32::MAX, |(_, range)| range.start().to_u32() - part.base);
    let comments = comment_lines(part, tokens).into_iter().take_while(|comment| comment.start < header_end);
    let is_setting = |comment: &Span| {
        let rest = after_word(part.text, *comment, "distutils");
        rest.is_some_and(|rest| part.text[rest.range()].trim_start().starts_with(':'))
    };
    comments.filter(is_setting).map(|comment| comment.shifted(part.base)).collect()
}

/// The spans in the text, from `#`, of lines that hold a comment only.
fn comment_lines(part: Part<'_>, tokens: &[LexResult]) -> Vec<Span> {
    let Part { text, base, .. } = part;
    let mut strings = tokens.iter().flatten().filter(|(token, _)| matches!(token, Tok::String { .. })).peekable();
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let content = line.trim_start_matches([' ', '\t', '\x0c', '\u{feff}']);
        let span = Span::new((start + line.len() - content.len()) as u32, (start + line.trim_end().len()) as u32);
        start += line.len();
        if !content.starts_with('#') {
            continue;
        }
        while strings.next_if(|(_, range)| range.end().to_u32() - base <= span.start).is_some() {}
        if strings.peek().is_none_or(|(_, range)| range.start().to_u32() - base >= span.start) {
            found.push(span);
        }
    }
    found
}

/// The part of a comment after its `#` and a word, if it starts with that word.
fn after_word(text: &str, comment: Span, word: &str) -> Option<Span> {
    let body = text[comment.start as usize..comment.end as usize].trim_start_matches('#').trim_start();
    let rest = body.strip_prefix(word)?;
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    ends.then(|| Span::new(comment.end - rest.len() as u32, comment.end))
}

fn exports(text: &str, comments: &[Span]) -> Vec<ExportComment> {
    let mut found = Vec::new();
    let mut lines = comments.iter().copied().peekable();
    while let Some(comment) = lines.next() {
        let Some(piece) = after_word(text, comment, "pythran").and_then(|rest| after_word(text, rest, "export")) else {
            continue;
        };
        let mut export = ExportComment { span: comment, pieces: vec![piece] };
        while is_open(text, &export.pieces) {
            let Some(next) = lines.next_if(|next| follows(text, export.span, *next)) else { break };
            export.span = export.span.to(next);
            export.pieces.push(Span::new(next.start + 1, next.end));
        }
        found.push(export);
    }
    found
}

/// Whether only white space of one line end lies between two comments, and the second starts no line of its own.
fn follows(text: &str, first: Span, second: Span) -> bool {
    let between = &text[first.end as usize..second.start as usize];
    between.trim().is_empty()
        && between.replace("\r\n", "\n").matches(['\n', '\r']).count() == 1
        && after_word(text, second, "pythran").is_none()
}

/// Whether a bracket is still open or a comma or backslash ends the text.
fn is_open(text: &str, pieces: &[Span]) -> bool {
    let mut open = 0i32;
    let mut last = ' ';
    for piece in pieces {
        for c in text[piece.start as usize..piece.end as usize].chars() {
            open += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
            last = if c.is_whitespace() { last } else { c };
        }
    }
    open > 0 || matches!(last, ',' | '\\')
}

fn directives(text: &str, comment: Span) -> Vec<DirectiveComment> {
    let rest = ["pyrx", "cython"].into_iter().find_map(|owner| {
        let rest = after_word(text, comment, owner)?;
        let colon = text[rest.start as usize..rest.end as usize].trim_start().strip_prefix(':')?;
        Some(Span::new(rest.end - colon.len() as u32, rest.end))
    });
    let Some(rest) = rest else { return Vec::new() };
    let mut start = rest.start;
    let mut found = Vec::new();
    for item in text[rest.start as usize..rest.end as usize].split(',') {
        let (name, value) = item.split_once('=').unwrap_or((item, ""));
        let at = start + (item.len() - item.trim_start().len()) as u32;
        let span = Span::new(at, at + item.trim().len() as u32);
        if !item.trim().is_empty() {
            found.push(DirectiveComment { name: name.trim().into(), value: value.trim().into(), span });
        }
        start += item.len() as u32 + 1;
    }
    found
}

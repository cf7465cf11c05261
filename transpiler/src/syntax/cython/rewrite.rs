//! The walk over the tokens: blocks, and where each line goes.

use std::collections::{BTreeMap, BTreeSet};

use rustpython_parser::Tok;
use rustpython_parser::lexer::{LexResult, LexicalError};
use rustpython_parser::text_size::{TextRange, TextSize};
use rustpython_parser::{Mode, parse_tokens};

use super::words::name_of;
use super::{CType, CTypeKind, Declarations, Edit, Segment, blank, forms};
use crate::diag::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::ast;
use crate::{Need, Part, Source};

/// A module of C's as Python tokens, file by file in the order they run, and what C adds.
#[derive(Debug)]
pub struct Rewritten<'s> {
    pub pieces: Vec<(Part<'s>, Vec<LexResult>)>,
    pub declarations: Declarations,
}

/// The rewritten text of the files that make a module; `whole` is the text of all files of the source, `old` the places
/// of names that are those of Python 2.
///
/// # Errors
/// What is no Cython, or is Cython that pyrx does not read yet.
pub fn rewrite<'s>(
    source: &'s Source,
    whole: &'s str,
    parts: &[Part<'s>],
    old: &BTreeSet<u32>,
) -> Result<Rewritten<'s>, Vec<Diagnostic>> {
    let mut rewriter = Rewriter::of_parts(source, whole, parts);
    rewriter.old = old.clone();
    rewriter.take(parts);
    if !rewriter.errors.is_empty() {
        rewriter.errors.sort_by_key(|error| error.span);
        return Err(rewriter.errors);
    }
    rewriter.find_uses();
    let pieces = rewriter.pieces();
    let mut declarations = rewriter.declarations;
    let announcing = |offset: u32| {
        source
            .parts()
            .any(|part| rewriter.announcing.contains(&part.base) && (part.base..=part.end()).contains(&offset))
    };
    drop_announced(&mut declarations, &announcing);
    let declares = |part: &Part<'_>| announcing(part.base);
    let classes = |part: &Part<'_>| {
        let within = |one: &super::CEnum| (part.base..=part.end()).contains(&one.span.start);
        declarations.enums.iter().any(|one| one.python && within(one))
    };
    let runs = |(part, _): &&(Part<'s>, Vec<LexResult>)| !declares(part) || classes(part);
    declarations.segments = segments(pieces.iter().filter(runs));
    Ok(Rewritten { pieces, declarations })
}

/// Of a variable that the module's own `.pxd` announces and its `.pyx` declares, too, only the latter stays.
fn drop_announced(declarations: &mut Declarations, announcing: &dyn Fn(u32) -> bool) {
    let announced = |span: Span| announcing(span.start);
    let own = declarations.globals.iter().filter(|one| !announced(one.span)).map(|one| one.name.clone());
    let own: BTreeSet<String> = own.collect();
    declarations.globals.retain(|one| !announced(one.span) || !own.contains(&one.name));
}

/// The rewritten text of a `.pxd` beside a module of Python: what it declares has bodies of nothing, and what cannot be
/// read says nothing; with what is no Cython.
pub fn headers<'s>(source: &'s Source, whole: &'s str, part: Part<'s>) -> (Rewritten<'s>, Vec<Diagnostic>) {
    let mut rewriter = Rewriter::new(source, whole, part.end());
    rewriter.headers = true;
    rewriter.take(&[part]);
    let pieces = rewriter.pieces();
    let mut wrong = rewriter.errors;
    wrong.retain(|error| error.code == Code::SYNTAX);
    (Rewritten { pieces, declarations: rewriter.declarations }, wrong)
}

/// The pieces of text that runs of tokens are in, in order: each file from where the last piece of it ended.
fn segments<'p, 's: 'p>(pieces: impl Iterator<Item = &'p (Part<'s>, Vec<LexResult>)> + Clone) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    for (at, (part, tokens)) in pieces.clone().enumerate() {
        let start = found.iter().rev().find(|other| other.base == part.base).map_or(part.base, |other| other.span.end);
        let goes_on = pieces.clone().skip(at + 1).any(|(other, _)| other.base == part.base);
        let last = tokens.iter().flatten().last().map_or(start, |(_, range)| range.end().to_u32());
        let span = Span::new(start, if goes_on { last.max(start) } else { part.end() });
        found.push(Segment { path: part.path.to_owned(), base: part.base, span });
    }
    found
}

/// The tokens of a file; the first that is wrong ends them.
fn lexed(part: Part<'_>) -> (Vec<(Tok, Span)>, Option<LexicalError>) {
    let mut failure = None;
    let mut tokens = Vec::new();
    for token in crate::syntax::tokens(&blank::blanked(part.text), part.base) {
        match token {
            Ok((token, range)) => {
                let (start, end) = (range.start().to_u32(), range.end().to_u32());
                // An integer ends with its suffix, of which the lexer does not know.
                let rest = part.text.get((end - part.base) as usize..).filter(|_| matches!(token, Tok::Int { .. }));
                let suffix = rest.map_or(0, |rest| rest.len() - rest.trim_start_matches(['u', 'U', 'l', 'L']).len());
                tokens.push((token, Span::new(start, end + suffix as u32)));
            }
            Err(error) => failure = Some(error),
        }
    }
    (tokens, failure)
}

/// What the lines of a block are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// The offset of the function's name.
    Function(u32),
    Class,
    /// Of an `if`, a loop, a `with`, a `try`.
    Control,
}

/// A line of a `cdef:` block.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockLine {
    /// Where it would start, were it indented as the `cdef:` is.
    pub start: u32,
    /// The indentation of the `cdef:`.
    pub margin: Span,
}

pub(super) struct Rewriter<'t> {
    pub text: &'t str,
    pub tokens: Vec<(Tok, Span)>,
    pub at: usize,
    pub out: Vec<(Tok, Span)>,
    pub declarations: Declarations,
    pub errors: Vec<Diagnostic>,
    /// Of the blocks around, innermost last.
    pub blocks: Vec<Block>,
    /// What the next indented block is.
    pub pending: Option<Block>,
    /// The header whose declarations are read.
    pub header: Option<String>,
    /// How many `IF`s are around.
    pub branches: u32,
    /// Files that were not at hand.
    pub missing: Vec<Need>,
    pub source: &'t Source,
    /// All files of the source.
    files: Vec<Part<'t>>,
    /// How many files were put in the place of an `include`.
    pub includes: usize,
    /// The end of the last file.
    end: u32,
    /// Why the lexer gave up in the last file.
    failure: Option<LexicalError>,
    /// A `.pxd` beside a module of Python is read: see [`headers`].
    pub headers: bool,
    /// The line at hand is one of a `cdef:` block.
    pub block_line: Option<BlockLine>,
    /// Names that `DEF` defines, as the tokens they stand for.
    pub constants: BTreeMap<String, Vec<Tok>>,
    /// Where the module's own `.pxd` starts, and the files that it includes.
    pub announcing: BTreeSet<u32>,
    /// Where names of Python 2 stand.
    old: BTreeSet<u32>,
}

/// Why a piece of the source was given up; the error is noted.
pub(super) struct GivenUp;

pub(super) type Parsing<T> = Result<T, GivenUp>;

impl<'t> Rewriter<'t> {
    fn new(source: &'t Source, whole: &'t str, end: u32) -> Self {
        Rewriter {
            text: whole,
            out: Vec::new(),
            tokens: Vec::new(),
            at: 0,
            declarations: Declarations::default(),
            errors: Vec::new(),
            blocks: Vec::new(),
            pending: None,
            header: None,
            branches: 0,
            missing: Vec::new(),
            source,
            files: source.parts().collect(),
            includes: 0,
            end,
            failure: None,
            headers: false,
            block_line: None,
            constants: super::compile_time::predefined(),
            announcing: BTreeSet::new(),
            old: BTreeSet::new(),
        }
    }

    fn of_parts(source: &'t Source, whole: &'t str, parts: &[Part<'t>]) -> Self {
        let mut rewriter = Rewriter::new(source, whole, parts.last().map_or(0, Part::end));
        rewriter.announcing.extend(parts.first().filter(|_| parts.len() > 1).map(|header| header.base));
        rewriter
    }

    /// Reads the files that make a module.
    pub fn read(source: &'t Source, whole: &'t str, parts: &[Part<'t>]) -> Self {
        let mut rewriter = Rewriter::of_parts(source, whole, parts);
        rewriter.take(parts);
        rewriter
    }

    fn take(&mut self, parts: &[Part<'t>]) {
        for (at, part) in parts.iter().enumerate() {
            let (tokens, failure) = self.file_tokens(*part, at + 1 == parts.len());
            self.failure = failure;
            self.tokens.extend(tokens);
        }
        self.module();
        self.built_in();
    }

    /// The tokens of a file that is one of several: without the mark of its end, and what is wrong noted.
    pub fn file_tokens(&mut self, part: Part<'t>, last: bool) -> (Vec<(Tok, Span)>, Option<LexicalError>) {
        let (mut tokens, failure) = lexed(part);
        let mut spellings = super::old_names::renamed(&mut tokens, &self.old);
        spellings.extend(super::old_statements::rewritten(&mut tokens));
        self.declarations.edits.extend(spellings.iter().cloned());
        self.declarations.spellings.extend(spellings);
        self.declarations.spellings.sort_by_key(|edit| edit.span);
        if last {
            return (tokens, failure);
        }
        if let Some(failure) = failure {
            self.errors.push(crate::syntax::lexical(part, &blank::blanked(part.text), failure));
        }
        tokens.retain(|(token, _)| *token != Tok::EndOfFile);
        (tokens, None)
    }

    /// The file that an offset is in.
    pub fn file(&self, offset: u32) -> Part<'t> {
        let at = self.files.partition_point(|part| part.base <= offset).saturating_sub(1);
        self.files.get(at).copied().unwrap_or(Part::alone(""))
    }

    /// What went out, file by file.
    fn pieces(&mut self) -> Vec<(Part<'t>, Vec<LexResult>)> {
        let range = |span: Span| TextRange::new(TextSize::new(span.start), TextSize::new(span.end));
        let mut pieces: Vec<(Part<'t>, Vec<LexResult>)> = Vec::new();
        for (token, span) in std::mem::take(&mut self.out) {
            let part = self.file(span.start);
            if pieces.last().is_none_or(|(last, _)| last.base != part.base) {
                pieces.push((part, Vec::new()));
            }
            if let Some((_, tokens)) = pieces.last_mut() {
                tokens.push(Ok((token, range(span))));
            }
        }
        let end = self.file(self.end);
        if pieces.last().is_none_or(|(last, _)| last.base != end.base) {
            pieces.push((end, Vec::new()));
        }
        if let (Some((_, tokens)), Some(failure)) = (pieces.last_mut(), self.failure.take()) {
            tokens.push(Err(failure));
        }
        pieces
    }

    fn module(&mut self) {
        while self.at < self.tokens.len() {
            match self.peek() {
                Some(Tok::Indent) => self.indent(),
                Some(Tok::Dedent) => self.dedent(),
                Some(Tok::Newline | Tok::EndOfFile) => self.copy(),
                _ => self.statement(),
            }
        }
        let end = self.end;
        while !self.blocks.is_empty() {
            self.leave(end);
        }
    }

    pub fn indent(&mut self) {
        self.copy();
        self.blocks.push(self.pending.take().unwrap_or(Block::Control));
    }

    pub fn dedent(&mut self) {
        self.copy();
        let end = self.out.iter().rev().find(|(token, _)| !matches!(token, Tok::Dedent | Tok::Newline));
        let end = end.map_or(0, |(_, span)| span.end);
        self.leave(end);
    }

    fn leave(&mut self, end: u32) {
        if let Some(Block::Function(name)) = self.blocks.pop() {
            self.end_function(name, end);
        }
    }

    /// The function's body ends here.
    pub fn end_function(&mut self, name: u32, end: u32) {
        if let Some(function) = self.declarations.functions.get_mut(&name) {
            function.span.end = end;
            function.body.end = end;
        }
    }

    /// One logical line, with the header of a compound statement taken for one.
    pub fn statement(&mut self) {
        let (start, out, place) = (self.at, self.out.len(), self.here());
        if self.line().is_err() {
            self.skip_line();
            if self.headers {
                self.out.truncate(out);
                self.emit(Tok::Pass, place);
                self.emit(Tok::Newline, place);
            }
        }
        // Whatever a line is, it is gone past.
        self.at = self.tokens.len().min(self.at.max(start + 1));
    }

    /// To the end of the line, over the block that belongs to it.
    pub fn skip_line(&mut self) {
        while !matches!(self.peek(), None | Some(Tok::Newline | Tok::EndOfFile)) {
            self.at += 1;
        }
        self.at = self.tokens.len().min(self.at + 1);
        if self.peek() == Some(&Tok::Indent) {
            self.skip_block();
        }
    }

    /// Over an indented block, from its `Indent` to its `Dedent`.
    pub fn skip_block(&mut self) {
        let mut depth = 0;
        while let Some(token) = self.peek() {
            depth += i32::from(*token == Tok::Indent) - i32::from(*token == Tok::Dedent);
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }

    pub fn peek(&self) -> Option<&Tok> {
        self.peek_at(0)
    }

    pub fn peek_at(&self, ahead: usize) -> Option<&Tok> {
        self.tokens.get(self.at + ahead).map(|(token, _)| token)
    }

    /// The name that the next token is.
    pub fn peek_name(&self) -> Option<&str> {
        self.name_at(0)
    }

    pub fn name_at(&self, ahead: usize) -> Option<&str> {
        self.peek_at(ahead).and_then(name_of)
    }

    pub fn is_name(&self, name: &str) -> bool {
        self.peek_name() == Some(name)
    }

    /// The place of the next token; of the end, where there is none.
    pub fn here(&self) -> Span {
        self.tokens.get(self.at).map_or(Span::new(self.end, self.end), |(_, span)| *span)
    }

    /// The place of the token before.
    pub fn before(&self) -> Span {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(Span::default(), |(_, span)| *span)
    }

    /// Where the text of what has been read ends.
    pub fn read_up_to(&self) -> Option<u32> {
        let read = self.tokens.iter().take(self.at).rev();
        read.into_iter().find(|(token, _)| !matches!(token, Tok::Dedent | Tok::Newline)).map(|(_, span)| span.end)
    }

    pub fn copy(&mut self) {
        if let Some(token) = self.tokens.get(self.at) {
            self.out.push(token.clone());
            self.at += 1;
        }
    }

    pub fn eat(&mut self, token: &Tok) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    pub fn eat_name(&mut self, name: &str) -> bool {
        let found = self.is_name(name);
        self.at += usize::from(found);
        found
    }

    pub fn expect(&mut self, token: &Tok, what: &str) -> Parsing<()> {
        if self.eat(token) { Ok(()) } else { self.fail(format!("expected {what}")) }
    }

    /// A name, and where it stands.
    pub fn name(&mut self, what: &str) -> Parsing<(String, Span)> {
        let span = self.here();
        match self.peek_name().map(str::to_owned) {
            Some(name) => {
                self.at += 1;
                Ok((name, span))
            }
            None => self.fail(format!("expected {what}")),
        }
    }

    /// Notes an error at the next token.
    pub fn fail<T>(&mut self, message: impl Into<String>) -> Parsing<T> {
        let span = self.here();
        self.fail_at(span, message)
    }

    pub fn fail_at<T>(&mut self, span: Span, message: impl Into<String>) -> Parsing<T> {
        self.errors.push(Diagnostic::error(Code::SYNTAX, span, message));
        Err(GivenUp)
    }

    /// Notes that a form of Cython's is not read yet.
    pub fn unsupported<T>(&mut self, span: Span, what: &str, hint: &str) -> Parsing<T> {
        let error = Diagnostic::error(Code::CYTHON_FORM, span, format!("{what} is not supported yet"));
        self.errors.push(error.hint(hint));
        Err(GivenUp)
    }

    /// Puts a token of our own out. The parser wants places that do not go back: one that would is moved behind the
    /// token before.
    pub fn emit(&mut self, token: Tok, span: Span) {
        let before = self.out.last().map_or(0, |(_, span)| span.end);
        let same = self.file(before).base == self.file(span.start).base;
        let start = if same { span.start.max(before) } else { span.start };
        self.out.push((token, Span::new(start, span.end.max(start))));
    }

    pub fn emit_name(&mut self, name: &str, span: Span) {
        self.emit(Tok::Name { name: name.to_owned() }, span);
    }

    /// A new row of the types; the name that stands for it goes out.
    pub fn emit_type(&mut self, ty: CType) -> usize {
        let span = ty.span;
        let index = self.add_type(ty);
        self.emit_name(&forms::type_name(index), span);
        index
    }

    pub fn add_type(&mut self, ty: CType) -> usize {
        self.declarations.types.push(ty);
        self.declarations.types.len() - 1
    }

    pub fn replace(&mut self, span: Span, with: impl Into<String>) {
        self.declarations.edits.push(Edit { span, with: with.into() });
    }

    /// The text between two places.
    pub fn between(&self, start: u32, end: u32) -> &'t str {
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// Where the line of a place starts.
    pub fn line_start(&self, at: u32) -> u32 {
        let before = self.text.get(..at as usize).unwrap_or("");
        before.rfind(['\n', '\r']).map_or(0, |newline| newline as u32 + 1)
    }

    /// Whether a `?` stands between the token before and the next.
    pub fn question_mark(&self) -> bool {
        self.between(self.before().end, self.here().start).contains('?')
    }

    /// The functions around hold something that only C has.
    pub fn uses_c(&mut self) {
        for block in &self.blocks {
            if let Block::Function(name) = block
                && let Some(function) = self.declarations.functions.get_mut(name)
            {
                function.uses_c = true;
            }
        }
    }

    /// An expression of what went out since `start`, which is taken back.
    pub fn parsed_since(&mut self, start: usize) -> Parsing<Box<ast::Expr>> {
        let tokens = self.out.split_off(start);
        let span = tokens.first().map_or(self.here(), |(_, span)| *span);
        let range = |span: Span| TextRange::new(TextSize::new(span.start), TextSize::new(span.end));
        let tokens = tokens.into_iter().map(|(token, span)| Ok((token, range(span))));
        match parse_tokens(tokens, Mode::Expression, "") {
            Ok(ast::Mod::Expression(parsed)) => Ok(parsed.body),
            _ => self.fail_at(span, "expected an expression"),
        }
    }

    /// Functions whose plain body names something of C, or has a block `with nogil`, use it, too.
    fn find_uses(&mut self) {
        self.declarations.names = self.c_names();
        let names = &self.declarations.names;
        let after = |at: usize, token: Tok| at > 0 && self.tokens[at - 1].0 == token;
        let named = |at: usize, token: &Tok| {
            name_of(token).is_some_and(|name| match name {
                "nogil" | "gil" if after(at, Tok::With) => true,
                name => names.contains(name) && !after(at, Tok::Dot),
            })
        };
        let tokens = self.tokens.iter().enumerate().filter(|(at, (token, _))| named(*at, token));
        let mentions: Vec<u32> = tokens.map(|(_, (_, span))| span.start).collect();
        for function in self.declarations.functions.values_mut() {
            let within = |at: &u32| function.span.start <= *at && *at < function.span.end;
            function.uses_c |= mentions.iter().any(|at| within(at) && *at != function.name_span.start);
        }
    }

    /// Names that mean nothing to Python.
    fn c_names(&self) -> BTreeSet<String> {
        let declarations = &self.declarations;
        let functions = declarations.functions.values();
        let functions = functions.filter(|function| function.kind == super::CKind::Cdef).map(|function| &function.name);
        // Of what Python sees, the items of an enum without a name are its numbers, too.
        let hidden = |one: &&super::CEnum| !one.python || one.name.is_some();
        let enums = declarations.enums.iter().filter(hidden);
        let enums = enums.flat_map(|one| {
            let name = one.name.iter().filter(|_| !one.python);
            one.items.iter().map(|item| &item.name).chain(name)
        });
        let structs = declarations.structs.iter().map(|one| &one.name);
        let typedefs = declarations.typedefs.iter().map(|one| &one.name);
        let fused = declarations.fused.iter().map(|one| &one.name);
        let externs = declarations.externs.iter().map(|one| &one.name);
        let globals = declarations.globals.iter().map(|one| &one.name);
        let python = super::imports::imported_names(&self.tokens);
        let cimports = declarations.cimports.iter().map(|one| &one.name).filter(|name| !python.contains(*name));
        let all = functions.chain(enums).chain(structs).chain(typedefs).chain(fused);
        all.chain(externs).chain(globals).chain(cimports).cloned().collect()
    }
}

impl CType {
    /// A type that none is written for.
    pub(super) fn unnamed(span: Span) -> CType {
        CType { span, kind: CTypeKind::Unnamed }
    }
}

//! Where a logical line goes by its first word.

use rustpython_parser::Tok;

use super::rewrite::{Block, BlockLine, Parsing, Rewriter};
use super::{CGlobal, CKind, CType, forms};
use crate::span::Span;

impl Rewriter<'_> {
    /// Rewrites one line up to its `Newline`, or a whole declaration with its block.
    pub(super) fn line(&mut self) -> Parsing<()> {
        let word = self.peek_name().unwrap_or("").to_owned();
        match (word.as_str(), self.peek_at(1)) {
            ("cdef", Some(_)) => self.cdef(),
            ("cpdef", Some(_)) => self.cpdef(),
            ("ctypedef", Some(_)) => self.ctypedef(),
            ("cimport", Some(_)) => self.cimport(),
            ("include", Some(Tok::String { .. })) => self.include(),
            ("DEF", Some(Tok::Name { .. })) => self.define(),
            ("IF", Some(token)) if !matches!(token, Tok::Equal | Tok::Dot | Tok::Lpar | Tok::Lsqb) => self.if_block(),
            _ => self.python_line(),
        }
    }

    /// A line that starts as Python's do.
    fn python_line(&mut self) -> Parsing<()> {
        match self.peek() {
            Some(Tok::From) if self.line_has_name("cimport") => self.cimport_from(),
            Some(Tok::Async) if self.peek_at(1) == Some(&Tok::Def) => {
                self.copy();
                self.def()
            }
            Some(Tok::Def) => self.def(),
            Some(Tok::For) if self.is_for_from() => self.for_from(),
            Some(Tok::At) => {
                self.decorator();
                Ok(())
            }
            // Names, whatever `DEF` says of them.
            Some(Tok::Global | Tok::Nonlocal) => {
                while !self.ends_line() {
                    self.copy();
                }
                Ok(())
            }
            Some(Tok::Class) => {
                self.pending = Some(Block::Class);
                self.rest_of_line();
                Ok(())
            }
            _ => {
                self.pending = Some(Block::Control);
                self.rest_of_line();
                Ok(())
            }
        }
    }

    /// Copies the line; brackets that close nothing are for the parser to say.
    pub(super) fn rest_of_line(&mut self) {
        loop {
            self.expression(&[]);
            if matches!(self.peek(), None | Some(Tok::Newline | Tok::EndOfFile)) {
                return;
            }
            self.copy();
        }
    }

    pub(super) fn line_has_name(&self, name: &str) -> bool {
        self.rest().any(|token| super::words::name_of(token) == Some(name))
    }

    /// Whether the line, or the statement, is at its end.
    fn ends_line(&self) -> bool {
        matches!(self.peek(), None | Some(Tok::Newline | Tok::Semi | Tok::EndOfFile))
    }

    fn line_has(&self, token: &Tok) -> bool {
        self.rest().any(|own| own == token)
    }

    /// The tokens up to the end of the line.
    fn rest(&self) -> impl Iterator<Item = &Tok> {
        self.tokens[self.at..].iter().map(|(token, _)| token).take_while(|token| **token != Tok::Newline)
    }

    /// Decorators of Cython's mean nothing to the residual module.
    fn decorator(&mut self) {
        let start = self.here();
        let root = self.name_at(1).unwrap_or("").to_owned();
        self.rest_of_line();
        let owned =
            self.declarations.cimports.iter().any(|import| import.name == root && import.module.starts_with("cython"));
        if owned {
            self.replace(start.to(self.before()), "");
        }
    }

    /// Whether a `from`, or bounds of the variable, stand where Python has `in`.
    fn is_for_from(&self) -> bool {
        for (token, _) in &self.tokens[self.at..] {
            match token {
                Tok::From => return true,
                Tok::In | Tok::Newline => return false,
                Tok::Colon => return self.bounded().is_some(),
                _ => {}
            }
        }
        false
    }

    /// The variable of `for start <= i < stop:`.
    fn bounded(&self) -> Option<String> {
        let (mut depth, mut relations) = (0, Vec::new());
        for (at, (token, _)) in self.tokens[self.at..].iter().enumerate() {
            match token {
                Tok::Lpar | Tok::Lsqb | Tok::Lbrace => depth += 1,
                Tok::Rpar | Tok::Rsqb | Tok::Rbrace => depth -= 1,
                Tok::Less | Tok::LessEqual | Tok::Greater | Tok::GreaterEqual if depth == 0 => relations.push(at),
                Tok::Colon if depth == 0 => break,
                Tok::Newline | Tok::EndOfFile => return None,
                _ => {}
            }
        }
        let [first, second] = relations[..] else { return None };
        self.name_at(first + 1).filter(|_| second == first + 2).map(str::to_owned)
    }

    /// `for i from start <= i < stop by step:`, also without `i from`.
    fn for_from(&mut self) -> Parsing<()> {
        self.pending = Some(Block::Control);
        let bounded = self.bounded().filter(|_| !self.line_has(&Tok::From));
        self.copy();
        let start = self.here();
        let (target, from) = match bounded {
            Some(target) => {
                let place = Span::new(start.start, start.start);
                self.emit_name(&target, place);
                (target, place)
            }
            None => {
                self.expression(&[Tok::From]);
                let target = self.between(start.start, self.before().end).trim().to_owned();
                let from = self.here();
                self.expect(&Tok::From, "`from`")?;
                (target, from)
            }
        };
        self.emit(Tok::In, from);
        self.emit_name(forms::FROM, from);
        self.emit(Tok::Lpar, from);
        self.expression(&[Tok::Less, Tok::LessEqual, Tok::Greater, Tok::GreaterEqual]);
        let first = self.relation()?;
        let (name, span) = self.name("the loop's variable")?;
        if target != name {
            return self.fail_at(span, "Variable name in for-from range does not match target");
        }
        let second = self.relation()?;
        self.emit(Tok::Comma, from);
        let start = self.at;
        let by = self.tokens[self.at..]
            .iter()
            .position(|(token, _)| matches!(token, Tok::Colon) || super::words::name_of(token) == Some("by"));
        let Some(end) = by.map(|ahead| start + ahead) else { return self.fail("expected `:`") };
        if super::words::name_of(&self.tokens[end].0) == Some("by") {
            // The word ends an expression as a comma would.
            self.tokens[end].0 = Tok::Comma;
            self.expression(&[Tok::Comma]);
            self.at = end + 1;
            self.emit(Tok::Comma, from);
            self.expression(&[Tok::Colon]);
        } else {
            self.expression(&[Tok::Colon]);
            self.emit(Tok::Comma, from);
            self.emit(Tok::None, from);
        }
        for relation in [first, second] {
            self.emit(Tok::Comma, from);
            let kind = rustpython_parser::StringKind::String;
            self.emit(Tok::String { value: relation.to_owned(), kind, triple_quoted: false }, from);
        }
        self.emit(Tok::Rpar, from);
        self.uses_c();
        self.rest_of_line();
        Ok(())
    }

    fn relation(&mut self) -> Parsing<&'static str> {
        let relation = match self.peek() {
            Some(Tok::Less) => "<",
            Some(Tok::LessEqual) => "<=",
            Some(Tok::Greater) => ">",
            Some(Tok::GreaterEqual) => ">=",
            _ => return self.fail("expected `<`, `<=`, `>` or `>=`"),
        };
        self.at += 1;
        Ok(relation)
    }

    /// Everything that starts with `cdef`.
    fn cdef(&mut self) -> Parsing<()> {
        let start = self.here();
        self.may_declare(start, "cdef")?;
        self.at += 1;
        self.cdef_rest(start)
    }

    /// Declarations stand at the top of a module or of a function's body.
    fn may_declare(&mut self, start: Span, word: &str) -> Parsing<()> {
        match self.blocks.last() {
            Some(Block::Control) => self.fail_at(start, format!("{word} statement not allowed here")),
            Some(Block::Class) if !self.headers => {
                self.unsupported(start, "a C method or attribute", "extension types are not read yet")
            }
            None | Some(Block::Class | Block::Function(_)) => Ok(()),
        }
    }

    /// What stands behind `cdef`, or on a line of a `cdef:` block.
    fn cdef_rest(&mut self, start: Span) -> Parsing<()> {
        while self.peek_name().is_some_and(|word| matches!(word, "public" | "api" | "readonly"))
            && self.peek_at(1) != Some(&Tok::Equal)
        {
            self.at += 1;
        }
        if self.block_line.is_none() && self.peek() == Some(&Tok::Colon) {
            return self.cdef_block(start);
        }
        if self.peek() == Some(&Tok::Class) && self.headers {
            self.pending = Some(Block::Class);
            self.rest_of_line();
            return Ok(());
        }
        if self.peek() == Some(&Tok::Class) {
            return self.unsupported(
                start,
                "an extension type (`cdef class`)",
                "keep it in a module that Cython builds, or write a Python class",
            );
        }
        if self.is_name("cppclass") {
            return self.unsupported(start, "a C++ class", "pyrx compiles to Rust: C++ classes have no place there");
        }
        if self.eat_name("extern") {
            return self.extern_(start);
        }
        if self.starts_fused() {
            self.fused()?;
            return self.declared(start);
        }
        if self.starts_aggregate() {
            if !self.blocks.is_empty() {
                return self.fail_at(start, "C struct/union/enum definition not allowed here");
            }
            return self.aggregate(start, false);
        }
        let inline = self.eat_name("inline");
        let base = self.declared_base()?;
        if self.is_function() {
            let returns = self.stars(base);
            return self.function(CKind::Cdef, returns, inline, start);
        }
        self.variables(base, start)
    }

    /// The type in front of the declared names; none is written in `cdef x = 1` and `cdef f(x)`.
    pub(super) fn declared_base(&mut self) -> Parsing<CType> {
        let named = self.peek_name().is_some_and(|name| !super::words::is_basic(name));
        let ends = match self.peek_at(1) {
            Some(Tok::Equal | Tok::Comma | Tok::Newline | Tok::Semi | Tok::EndOfFile) | None => true,
            Some(Tok::Lpar) => self.peek_at(2) != Some(&Tok::Star),
            _ => false,
        };
        if named && ends {
            return Ok(CType::unnamed(self.here()));
        }
        self.base_type()
    }

    /// Whether stars, a name and a bracket of parameters follow.
    pub(super) fn is_function(&self) -> bool {
        let stars =
            (0..8).take_while(|ahead| matches!(self.peek_at(*ahead), Some(Tok::Star | Tok::DoubleStar))).count();
        self.name_at(stars).is_some() && self.peek_at(stars + 1) == Some(&Tok::Lpar)
    }

    /// `cdef:` and its lines.
    fn cdef_block(&mut self, start: Span) -> Parsing<()> {
        self.at += 1;
        if !matches!(self.peek(), Some(Tok::Newline)) {
            return self.cdef_rest(start);
        }
        self.blank(start.to(self.before()));
        let margin = Span::new(self.line_start(start.start), start.start);
        self.at += 1;
        self.expect(&Tok::Indent, "an indented block")?;
        // How many blocks of functions are open.
        let mut depth = 0;
        loop {
            match self.peek() {
                None | Some(Tok::EndOfFile) => return Ok(()),
                Some(Tok::Dedent) if depth == 0 => break,
                Some(Tok::Indent) => {
                    depth += 1;
                    self.indent();
                }
                Some(Tok::Dedent) => {
                    depth -= 1;
                    self.dedent();
                }
                Some(Tok::Newline) => self.copy(),
                Some(_) if depth > 0 => self.statement(),
                Some(_) => self.cdef_line(margin),
            }
        }
        self.at += 1;
        Ok(())
    }

    /// A line of a `cdef:` block.
    fn cdef_line(&mut self, margin: Span) {
        let (start, line) = (self.at, self.here());
        let indented = (self.line_start(line.start) + margin.range().len() as u32).min(line.start);
        self.block_line = Some(BlockLine { start: indented, margin });
        let read = self.cdef_rest(line);
        self.block_line = None;
        if read.is_err() {
            self.skip_line();
        }
        self.at = self.tokens.len().min(self.at.max(start + 1));
    }

    /// The residual source does not have the statement.
    pub(super) fn blank(&mut self, span: Span) {
        let start = self.block_line.map_or(span.start, |line| line.start);
        let with = if self.blocks.is_empty() && self.branches == 0 { "" } else { "pass" };
        self.replace(Span::new(start, span.end), with);
    }

    /// `cdef T a = value, *b, c[3]`
    fn variables(&mut self, base: CType, start: Span) -> Parsing<()> {
        loop {
            let declarator = self.declarator(base.clone())?;
            if declarator.name.is_empty() {
                return self.fail("expected the name of a variable");
            }
            if !self.out.last().is_none_or(|(token, _)| {
                matches!(token, Tok::Newline | Tok::Indent | Tok::Dedent | Tok::Semi | Tok::Colon)
            }) {
                self.emit(Tok::Semi, declarator.name_span);
            }
            self.emit_name(&declarator.name, declarator.name_span);
            self.emit(Tok::Colon, declarator.name_span);
            let ty = self.emit_type(declarator.ty);
            let has_value = self.peek() == Some(&Tok::Equal);
            if self.blocks.is_empty() {
                let (name, span) = (declarator.name, declarator.name_span);
                self.declarations.globals.push(CGlobal { name, span, ty, has_value });
            }
            if has_value {
                self.copy();
                self.expression(&[Tok::Comma, Tok::Semi]);
            }
            if !self.eat(&Tok::Comma) || self.ends_line() {
                break;
            }
        }
        self.uses_c();
        if self.blocks.is_empty() {
            let whole = Span::new(self.block_line.map_or(start.start, |line| line.start), self.before().end);
            self.declarations.statements.push(whole);
            self.blank(whole);
        }
        match self.peek() {
            None | Some(Tok::Newline | Tok::EndOfFile) => Ok(()),
            Some(Tok::Semi) => {
                self.copy();
                if matches!(self.peek(), None | Some(Tok::Newline | Tok::EndOfFile)) { Ok(()) } else { self.line() }
            }
            _ => self.fail("expected `,` or the end of the line"),
        }
    }

    fn cpdef(&mut self) -> Parsing<()> {
        let start = self.here();
        self.may_declare(start, "cpdef")?;
        self.at += 1;
        if self.is_name("enum") {
            return self.aggregate(start, true);
        }
        let inline = self.eat_name("inline");
        let base = self.declared_base()?;
        if !self.is_function() {
            return self.fail("expected a function or `enum` behind `cpdef`");
        }
        let returns = self.stars(base);
        self.function(CKind::Cpdef, returns, inline, start)
    }
}

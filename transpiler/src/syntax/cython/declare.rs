//! What only declares: structs, unions, enums, `ctypedef`, fused types, what headers define.

use num_bigint::BigInt;
use rustpython_parser::Tok;

use super::compile_time;
use super::rewrite::{Parsing, Rewriter};
use super::{CEnum, CEnumItem, CExtern, CField, CFused, CStruct, CType, CTypeKind, CTypedef};
use crate::span::Span;
use crate::syntax::ast;

impl Rewriter<'_> {
    /// Whether a struct, union or enum is defined or named here, not used as a type.
    pub(super) fn starts_aggregate(&self) -> bool {
        let packed = usize::from(self.is_name("packed"));
        let word = self.name_at(packed);
        if !matches!(word, Some("struct" | "union" | "enum")) {
            return false;
        }
        let named = usize::from(self.name_at(packed + 1).is_some());
        let mut ahead = packed + 1 + named;
        ahead += usize::from(matches!(self.peek_at(ahead), Some(Tok::String { .. })));
        matches!(self.peek_at(ahead), Some(Tok::Colon | Tok::Newline))
            || named == 1 && self.peek_at(ahead) == Some(&Tok::Lpar)
    }

    /// `struct S:`, `packed struct S:`, `union U:`, `enum E:` with their blocks.
    pub(super) fn aggregate(&mut self, start: Span, python: bool) -> Parsing<()> {
        self.aggregate_named(python)?;
        self.declared(start)?;
        match self.declarations.enums.last().filter(|one| python && one.python) {
            Some(one) => self.python_enum(one.clone()),
            None => Ok(()),
        }
    }

    /// A `cpdef enum` is a class of Python's; without a name its items are numbers.
    fn python_enum(&mut self, one: CEnum) -> Parsing<()> {
        let mut items = Vec::new();
        for item in &one.items {
            match &item.value {
                Some(value) => items.push((&item.name, value)),
                None => return self.fail_at(item.span, "the value of this item is not known at compile time"),
            }
        }
        let text = match &one.name {
            Some(name) => {
                let items: Vec<String> = items.iter().map(|(name, value)| format!("('{name}', {value})")).collect();
                format!("{name} = __pyrx_enum__('{name}', [{}], __name__)", items.join(", "))
            }
            None => items.iter().map(|(name, value)| format!("{name} = {value}")).collect::<Vec<_>>().join("; "),
        };
        // What stands for the declaration so far is its last edit.
        if let Some(edit) = self.declarations.edits.last_mut() {
            edit.with = text;
        }
        Ok(())
    }

    fn aggregate_named(&mut self, python: bool) -> Parsing<()> {
        let packed = self.eat_name("packed");
        let (word, _) = self.name("`struct`, `union` or `enum`")?;
        let span = self.here();
        let scoped = word == "enum" && self.eat(&Tok::Class);
        let name = if self.peek_name().is_some() { Some(self.name("a name")?.0) } else { None };
        self.c_name();
        if word == "enum" {
            if self.eat(&Tok::Lpar) {
                // The base only says how C holds it.
                self.base_type()?;
                self.expect(&Tok::Rpar, "`)`")?;
            }
            let mut items = Vec::new();
            self.members(&mut |rewriter| rewriter.enum_item(&mut items))?;
            self.declarations.enums.push(CEnum { name, span, python, scoped, items });
            return Ok(());
        }
        let Some(name) = name else { return self.fail(format!("expected the name of the {word}")) };
        let forward = self.peek() != Some(&Tok::Colon);
        let mut fields = Vec::new();
        if !forward {
            self.members(&mut |rewriter| rewriter.fields(&mut fields))?;
            if fields.is_empty() && self.header.is_none() {
                let message = "Empty struct or union definition not allowed outside a 'cdef extern from' block";
                return self.fail_at(span, message);
            }
        }
        self.declarations.structs.push(CStruct { name, span, fields, packed, union: word == "union", forward });
        Ok(())
    }

    /// The name that C has for something, a string.
    pub(super) fn c_name(&mut self) -> Option<String> {
        let Some(Tok::String { value, .. }) = self.peek() else { return None };
        let value = value.clone();
        self.at += 1;
        Some(value)
    }

    /// The lines of a block, or the one line behind the colon; `member` reads up to the end of its own text.
    fn members(&mut self, member: &mut dyn FnMut(&mut Self) -> Parsing<()>) -> Parsing<()> {
        self.expect(&Tok::Colon, "`:`")?;
        if self.peek() != Some(&Tok::Newline) {
            return self.member_line(member);
        }
        self.at += 1;
        self.expect(&Tok::Indent, "an indented block")?;
        while !matches!(self.peek(), None | Some(Tok::Dedent | Tok::EndOfFile)) {
            if self.eat(&Tok::Newline) || self.eat(&Tok::Semi) {
                continue;
            }
            if self.member_line(member).is_err() {
                self.skip_line();
            }
        }
        self.eat(&Tok::Dedent);
        Ok(())
    }

    fn member_line(&mut self, member: &mut dyn FnMut(&mut Self) -> Parsing<()>) -> Parsing<()> {
        if self.eat(&Tok::Pass) || matches!(self.peek(), Some(Tok::String { .. })) && self.docstring_line() {
            return Ok(());
        }
        self.eat_name("cdef");
        member(self)
    }

    fn docstring_line(&mut self) -> bool {
        while matches!(self.peek(), Some(Tok::String { .. })) {
            self.at += 1;
        }
        true
    }

    /// `A = 1, B`
    fn enum_item(&mut self, items: &mut Vec<CEnumItem>) -> Parsing<()> {
        loop {
            let (name, span) = self.name("the name of a constant")?;
            let c_name = self.c_name();
            let written = if self.eat(&Tok::Equal) { Some(*self.argument()?) } else { None };
            let value = match written {
                Some(written) => self.enum_value(&written, items),
                // Only the header knows.
                None if self.header.is_some() => None,
                None => items.last().map_or(Some(BigInt::from(0)), |item| Some(item.value.as_ref()? + 1)),
            };
            if let (None, Some(header)) = (&value, self.header.clone()) {
                let ty = CType { span, kind: CTypeKind::Basic("int") };
                self.declarations.externs.push(CExtern { name: name.clone(), c_name, span, header, ty });
            }
            items.push(CEnumItem { name, span, value });
            if !self.eat(&Tok::Comma) || matches!(self.peek(), Some(Tok::Newline)) {
                return Ok(());
            }
        }
    }

    /// The value of an item, which may name items before it.
    fn enum_value(&self, written: &ast::Expr, items: &[CEnumItem]) -> Option<BigInt> {
        let others = self.declarations.enums.iter().flat_map(|one| &one.items);
        let known = items.iter().chain(others).map(|item| (item.name.as_str(), item.value.as_ref()));
        compile_time::integer(written, &known.collect())
    }

    /// `double x, y[3]`
    fn fields(&mut self, fields: &mut Vec<CField>) -> Parsing<()> {
        let base = self.base_type()?;
        loop {
            let declarator = self.declarator(base.clone())?;
            if declarator.name.is_empty() {
                return self.fail("expected the name of a field");
            }
            // `int f(int a)` holds a pointer to such a function.
            let ty = self.declared_type(declarator.ty, declarator.name_span)?;
            fields.push(CField { name: declarator.name, span: declarator.name_span, ty });
            if !self.eat(&Tok::Comma) || matches!(self.peek(), Some(Tok::Newline)) {
                return Ok(());
            }
        }
    }

    /// `ctypedef T name`, or of an aggregate or fused type.
    pub(super) fn ctypedef(&mut self) -> Parsing<()> {
        let start = self.here();
        if !self.blocks.is_empty() {
            return self.fail_at(start, "ctypedef statement not allowed here");
        }
        self.at += 1;
        self.typedef_rest()?;
        self.declared(start)
    }

    fn typedef_rest(&mut self) -> Parsing<()> {
        while self.peek_name().is_some_and(|word| matches!(word, "public" | "api")) {
            self.at += 1;
        }
        if self.peek() == Some(&Tok::Class) {
            let span = self.here();
            return self.unsupported(span, "an extension type (`ctypedef class`)", "use `object`");
        }
        if self.starts_aggregate() {
            return self.aggregate_named(false);
        }
        if self.starts_fused() {
            return self.fused();
        }
        let base = self.base_type()?;
        let declarator = self.declarator(base)?;
        let (name, span) = (declarator.name, declarator.name_span);
        if name.is_empty() {
            return self.fail("expected the name of the type");
        }
        let function = self.peek() == Some(&Tok::Lpar);
        let ty = self.declared_type(declarator.ty, span)?;
        self.declarations.typedefs.push(CTypedef { name, span, ty, function });
        Ok(())
    }

    /// The type of a declared name: that of a function if its parameters follow.
    pub(super) fn declared_type(&mut self, ty: CType, span: Span) -> Parsing<CType> {
        if self.peek() != Some(&Tok::Lpar) {
            return Ok(ty);
        }
        let signature = self.signature(ty)?;
        Ok(CType { span, kind: CTypeKind::Function(Box::new(signature)) })
    }

    /// `fused T:`
    pub(super) fn starts_fused(&self) -> bool {
        self.is_name("fused") && self.name_at(1).is_some() && self.peek_at(2) == Some(&Tok::Colon)
    }

    pub(super) fn fused(&mut self) -> Parsing<()> {
        self.at += 1;
        let (name, span) = self.name("the name of the type")?;
        let mut members = Vec::new();
        self.members(&mut |rewriter| {
            let ty = rewriter.abstract_type()?;
            members.push(ty);
            Ok(())
        })?;
        self.declarations.fused.push(CFused { name, span, members });
        Ok(())
    }

    /// `extern from "header.h" nogil:` and its block, or one declaration.
    pub(super) fn extern_(&mut self, start: Span) -> Parsing<()> {
        let mut header = String::new();
        if self.eat(&Tok::From) {
            match self.peek().cloned() {
                Some(Tok::String { value, .. }) => {
                    header = value;
                    self.at += 1;
                }
                Some(Tok::Star) => {
                    header = "*".into();
                    self.at += 1;
                }
                _ => return self.fail("expected the name of a header, or `*`"),
            }
            if self.eat_name("namespace") {
                return self.unsupported(start, "a C++ namespace", "pyrx compiles to Rust: C++ has no place there");
            }
            self.attributes()?;
            self.header = Some(header.clone());
            let read = self.members(&mut |rewriter| rewriter.extern_item(&header));
            self.header = None;
            read?;
        } else {
            self.extern_item(&header)?;
        }
        self.declared(start)
    }

    fn extern_item(&mut self, header: &str) -> Parsing<()> {
        if self.eat_name("ctypedef") {
            return self.typedef_rest();
        }
        if self.starts_aggregate() {
            return self.aggregate_named(false);
        }
        if self.peek() == Some(&Tok::Class) || self.is_name("cppclass") {
            let span = self.here();
            return self.unsupported(span, "an external class", "use `object`");
        }
        if self.is_name("cpdef") {
            let span = self.here();
            let hint = "declare it without `cpdef`, and write a `def` function that calls it";
            return self.unsupported(span, "a `cpdef` function of a header", hint);
        }
        self.eat_name("inline");
        let base = self.declared_base()?;
        loop {
            let declarator = self.declarator(base.clone())?;
            let (name, span, c_name) = (declarator.name, declarator.name_span, declarator.c_name);
            if name.is_empty() {
                return self.fail("expected a name");
            }
            let ty = self.declared_type(declarator.ty, span)?;
            self.attributes()?;
            if self.eat(&Tok::Equal) {
                // The header knows the value.
                self.argument()?;
            }
            self.declarations.externs.push(CExtern { name, c_name, span, header: header.to_owned(), ty });
            if !self.eat(&Tok::Comma) {
                return Ok(());
            }
        }
    }

    /// Ends a declaration that leaves no tokens.
    pub(super) fn declared(&mut self, start: Span) -> Parsing<()> {
        let span = Span::new(start.start, self.read_up_to().unwrap_or(start.end));
        self.emit(Tok::Pass, start);
        self.blank(span);
        let last = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        if matches!(last, Some((Tok::Dedent, _))) {
            // The block's own line end is gone.
            self.emit(Tok::Newline, Span::new(span.end, span.end));
        }
        Ok(())
    }
}

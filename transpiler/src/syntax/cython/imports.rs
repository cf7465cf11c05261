//! `cimport`: names of C's from other modules.

use std::collections::BTreeSet;

use rustpython_parser::Tok;

use super::CImport;
use super::rewrite::{Block, Parsing, Rewriter};
use super::standard::{LIBC_MATH, NUMPY_MATH, forwarded, members};
use super::words::name_of;
use crate::span::Span;

/// The structs that every module knows, and where they are declared.
const BUILT_IN: [(&str, &str); 1] = [("Py_buffer", "cpython.buffer")];

impl Rewriter<'_> {
    /// `cimport a.b as c, d`
    pub(super) fn cimport(&mut self) -> Parsing<()> {
        let start = self.here();
        self.at_module(start)?;
        self.at += 1;
        loop {
            let at = self.here();
            let module = self.dotted()?;
            let first = module.split('.').next().unwrap_or(&module).to_owned();
            let module = if module == NUMPY_MATH { LIBC_MATH.to_owned() } else { module };
            let name = self.alias()?;
            let span = at.to(self.before());
            // `cimport a.b` binds `a`; what is in it is found by the full name.
            let bound = if name.is_none() && module.contains('.') { first.clone() } else { module.clone() };
            self.declarations.cimports.push(CImport {
                span,
                level: 0,
                module: bound,
                full: module,
                member: None,
                name: name.unwrap_or(first),
            });
            if !self.eat(&Tok::Comma) {
                break;
            }
        }
        self.imported(start)
    }

    /// Structs that C knows without a `cimport` are as if there were one.
    pub(super) fn built_in(&mut self) {
        for (name, module) in BUILT_IN {
            let names = self.tokens.iter().filter(|(token, _)| matches!(token, Tok::Name { name: own } if own == name));
            let Some(span) = names.map(|(_, span)| *span).next() else { continue };
            let is_declared = self.declarations.cimports.iter().any(|one| one.name == name)
                || self.declarations.structs.iter().any(|one| one.name == name);
            if !is_declared {
                let (module, name) = (module.to_owned(), name.to_owned());
                let (full, member) = (module.clone(), Some(name.clone()));
                self.declarations.cimports.push(CImport { span, level: 0, module, full, member, name });
            }
        }
    }

    /// `from .a cimport b as c, d`
    pub(super) fn cimport_from(&mut self) -> Parsing<()> {
        let start = self.here();
        self.at_module(start)?;
        self.at += 1;
        let level = self.dots();
        let module = if self.is_name("cimport") { String::new() } else { self.dotted()? };
        if !self.eat_name("cimport") {
            return self.fail("expected `cimport`");
        }
        let bracket = self.eat(&Tok::Lpar);
        loop {
            let span = self.here();
            let member = if self.eat(&Tok::Star) { "*".to_owned() } else { self.name("a name")?.0 };
            let name = self.alias()?.unwrap_or_else(|| member.clone());
            let (module, member) = forwarded(&module, member);
            let span = span.to(self.before());
            if member == "*" && level == 0 && members(&module).next().is_some() {
                let all = members(&module).map(|member| CImport {
                    span,
                    level,
                    module: module.clone(),
                    full: module.clone(),
                    member: Some(member.to_owned()),
                    name: member.to_owned(),
                });
                self.declarations.cimports.extend(all);
                break;
            }
            let full = module.clone();
            // The header has no `abs`: the built-in is meant, and found.
            if (module.as_str(), member.as_str(), name.as_str()) != (LIBC_MATH, "abs", "abs") {
                self.declarations.cimports.push(CImport { span, level, module, full, member: Some(member), name });
            }
            if !self.eat(&Tok::Comma) || bracket && self.peek() == Some(&Tok::Rpar) {
                break;
            }
        }
        if bracket {
            self.expect(&Tok::Rpar, "`)`")?;
        }
        self.imported(start)
    }

    fn at_module(&mut self, start: Span) -> Parsing<()> {
        match self.blocks.iter().all(|block| *block == Block::Control) {
            true => Ok(()),
            false => self.fail_at(start, "cimport only allowed at module level"),
        }
    }

    fn imported(&mut self, start: Span) -> Parsing<()> {
        self.emit(Tok::Pass, start);
        self.uses_c();
        self.replace(start.to(self.before()), "pass");
        match self.peek() {
            None | Some(Tok::Newline | Tok::EndOfFile) => Ok(()),
            Some(Tok::Semi) => {
                self.rest_of_line();
                Ok(())
            }
            _ => self.fail("expected the end of the line"),
        }
    }

    fn dots(&mut self) -> u32 {
        let mut level = 0;
        loop {
            match self.peek() {
                Some(Tok::Dot) => level += 1,
                Some(Tok::Ellipsis) => level += 3,
                _ => return level,
            }
            self.at += 1;
        }
    }

    fn dotted(&mut self) -> Parsing<String> {
        let (mut name, _) = self.name("the name of a module")?;
        while self.eat(&Tok::Dot) {
            name = format!("{name}.{}", self.name("a name")?.0);
        }
        Ok(name)
    }

    fn alias(&mut self) -> Parsing<Option<String>> {
        if self.eat(&Tok::As) { Ok(Some(self.name("a name")?.0)) } else { Ok(None) }
    }
}

/// Names on the lines of Python's own imports.
pub(super) fn imported_names(tokens: &[(Tok, Span)]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in tokens.split(|(token, _)| matches!(token, Tok::Newline | Tok::Indent | Tok::Dedent)) {
        let starts = matches!(line.first(), Some((Tok::Import | Tok::From, _)));
        if starts && line.iter().any(|(token, _)| *token == Tok::Import) {
            found.extend(line.iter().filter_map(|(token, _)| name_of(token)).map(str::to_owned));
        }
    }
    found
}

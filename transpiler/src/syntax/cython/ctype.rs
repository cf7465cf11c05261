//! Types as C writes them: the base, what follows it, and declarators, where stars and sizes stand at the name.

use rustpython_parser::Tok;

use super::rewrite::{Parsing, Rewriter};
use super::words::{basic_type, is_base, is_basic, is_word};
use super::{CAxis, CParam, CSignature, CType, CTypeKind};
use crate::span::Span;

/// A name with its type.
pub(super) struct Declarator {
    pub name: String,
    pub name_span: Span,
    /// The name that C has for it, where that is another.
    pub c_name: Option<String>,
    pub ty: CType,
}

/// Words in front of a type that say nothing pyrx needs.
const QUALIFIERS: [&str; 2] = ["volatile", "restrict"];

impl Rewriter<'_> {
    /// A type without a declarator, as in a cast: base, brackets, stars.
    pub(super) fn abstract_type(&mut self) -> Parsing<CType> {
        let base = self.base_type()?;
        let pointer = self.stars(base);
        if self.peek() == Some(&Tok::Lpar) && self.peek_at(1) == Some(&Tok::Star) {
            return Ok(self.declarator(pointer)?.ty);
        }
        Ok(pointer)
    }

    /// A base type and the brackets behind it.
    pub(super) fn base_type(&mut self) -> Parsing<CType> {
        let start = self.here();
        if self.eat_name("const") {
            let inner = self.base_type()?;
            return Ok(self.typed(start, CTypeKind::Const(Box::new(inner))));
        }
        while self.peek_name().is_some_and(|name| QUALIFIERS.contains(&name)) {
            self.at += 1;
        }
        let base = match self.peek() {
            Some(Tok::Lpar) => self.ctuple()?,
            _ => self.simple_type()?,
        };
        let mut ty = base;
        while self.peek() == Some(&Tok::Lsqb) {
            ty = self.bracketed(ty)?;
        }
        Ok(ty)
    }

    /// `unsigned int`, `cnp.float64_t`, `struct Point`.
    fn simple_type(&mut self) -> Parsing<CType> {
        let start = self.here();
        let mut words: Vec<String> = Vec::new();
        while let Some(word) = self.peek_name().filter(|word| is_word(word)) {
            // Behind the name of a type `complex` may stand; `int short` is an `int` that is called `short`.
            if words.last().is_some_and(|last| is_base(last)) && word != "complex" {
                break;
            }
            words.push(word.to_owned());
            self.at += 1;
        }
        if !words.is_empty() {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            return match basic_type(&words) {
                Some(name) => Ok(self.typed(start, CTypeKind::Basic(name))),
                None => self.fail_at(start.to(self.before()), format!("`{}` is no type of C", words.join(" "))),
            };
        }
        if let ("struct" | "union" | "enum", Some(_)) = (self.peek_name().unwrap_or(""), self.name_at(1)) {
            self.at += 1;
        }
        let (mut name, _) = self.name("a type")?;
        while self.peek() == Some(&Tok::Dot) && self.name_at(1).is_some() {
            self.at += 1;
            let (part, _) = self.name("a name")?;
            name = format!("{name}.{part}");
        }
        let kind = match basic_type(&[&name]) {
            Some(name) => CTypeKind::Basic(name),
            None => CTypeKind::Named(super::old_names::plain(&name).to_owned()),
        };
        Ok(self.typed(start, kind))
    }

    /// `(double, int)`
    fn ctuple(&mut self) -> Parsing<CType> {
        let start = self.here();
        self.expect(&Tok::Lpar, "`(`")?;
        let mut items = Vec::new();
        let mut is_tuple = false;
        while !self.eat(&Tok::Rpar) {
            items.push(self.abstract_type()?);
            if self.peek() != Some(&Tok::Rpar) {
                self.expect(&Tok::Comma, "`,` or `)`")?;
                is_tuple = true;
            }
        }
        if let (false, [_]) = (is_tuple, &items[..]) {
            // `(float*)`: brackets around one type.
            return Ok(items.swap_remove(0));
        }
        Ok(self.typed(start, CTypeKind::Tuple(items)))
    }

    fn typed(&self, start: Span, kind: CTypeKind) -> CType {
        CType { span: start.to(self.before()), kind }
    }

    /// What brackets behind a base make of it: a view, a buffer, an array, a template.
    fn bracketed(&mut self, base: CType) -> Parsing<CType> {
        let start = base.span;
        self.expect(&Tok::Lsqb, "`[`")?;
        let kind = if self.bracket_has(&Tok::Colon) {
            CTypeKind::View { item: Box::new(base), axes: self.axes()? }
        } else if self.bracket_has(&Tok::Equal) || is_buffer_owner(&base) {
            self.buffer(base)?
        } else if matches!(self.peek(), Some(Tok::Int { .. }))
            || matches!(base.kind, CTypeKind::Basic(_) | CTypeKind::Array { .. })
        {
            let size = self.size()?;
            array_of(base, size).kind
        } else if let (CTypeKind::Named(owner), true) = (&base.kind, self.is_type_list()) {
            CTypeKind::Template { owner: owner.clone(), arguments: self.arguments()? }
        } else {
            let size = self.size()?;
            array_of(base, size).kind
        };
        self.expect(&Tok::Rsqb, "`]`")?;
        Ok(self.typed(start, kind))
    }

    /// Whether a token stands in the open bracket itself.
    fn bracket_has(&self, token: &Tok) -> bool {
        let mut depth = 0;
        for (found, _) in &self.tokens[self.at.min(self.tokens.len())..] {
            match found {
                Tok::Lpar | Tok::Lsqb | Tok::Lbrace => depth += 1,
                Tok::Rpar | Tok::Rsqb | Tok::Rbrace if depth == 0 => return false,
                Tok::Rpar | Tok::Rsqb | Tok::Rbrace => depth -= 1,
                Tok::Newline => return false,
                _ if depth == 0 && found == token => return true,
                _ => {}
            }
        }
        false
    }

    /// Whether nothing but names, dots, commas and brackets follow, that is, types: not a size.
    fn is_type_list(&self) -> bool {
        self.peek_name().is_some_and(|name| is_basic(name) || name.starts_with(char::is_lowercase))
            && !self.constants.contains_key(self.peek_name().unwrap_or(""))
    }

    fn arguments(&mut self) -> Parsing<Vec<CType>> {
        let mut arguments = vec![self.abstract_type()?];
        while self.eat(&Tok::Comma) {
            arguments.push(self.abstract_type()?);
        }
        Ok(arguments)
    }

    fn axes(&mut self) -> Parsing<Vec<CAxis>> {
        let mut axes = vec![self.axis()?];
        while self.eat(&Tok::Comma) {
            if self.peek() != Some(&Tok::Rsqb) {
                axes.push(self.axis()?);
            }
        }
        Ok(axes)
    }

    fn axis(&mut self) -> Parsing<CAxis> {
        self.expect(&Tok::Colon, "`:` or `::1` for each axis")?;
        if !self.eat(&Tok::Colon) {
            return Ok(CAxis::Strided);
        }
        let axis = match self.peek() {
            Some(Tok::Int { value }) if *value == 1.into() => {
                self.at += 1;
                CAxis::Contiguous
            }
            Some(Tok::Comma | Tok::Rsqb) => CAxis::Strided,
            _ => {
                let (mut name, _) = self.name("`::1`")?;
                while self.eat(&Tok::Dot) {
                    name = self.name("a name")?.0;
                }
                match name.as_str() {
                    "strided" => CAxis::Strided,
                    "contiguous" => CAxis::Inner,
                    _ => CAxis::Other,
                }
            }
        };
        Ok(axis)
    }

    /// `np.ndarray[double, ndim=2, mode="c"]`
    fn buffer(&mut self, owner: CType) -> Parsing<CTypeKind> {
        let CTypeKind::Named(owner) = owner.kind else {
            return self.fail_at(owner.span, "expected a type of buffers such as `np.ndarray`");
        };
        let mut item = None;
        let mut options = Vec::new();
        while self.peek() != Some(&Tok::Rsqb) {
            match (self.peek_name().map(str::to_owned), self.peek_at(1)) {
                (Some(name), Some(Tok::Equal)) => {
                    self.at += 2;
                    if name == "dtype" {
                        item = Some(self.abstract_type()?);
                    } else {
                        options.push((name, *self.argument()?));
                    }
                }
                _ if item.is_none() => item = Some(self.abstract_type()?),
                _ => options.push(("ndim".to_owned(), *self.argument()?)),
            }
            if !self.eat(&Tok::Comma) {
                break;
            }
        }
        match item {
            Some(item) => Ok(CTypeKind::Buffer { owner, item: Box::new(item), options }),
            None => self.fail("expected the type of the buffer's items"),
        }
    }

    /// An expression up to the comma or bracket that ends it.
    pub(super) fn argument(&mut self) -> Parsing<Box<crate::syntax::ast::Expr>> {
        let start = self.out.len();
        self.expression(&[Tok::Comma, Tok::Rsqb, Tok::Rpar, Tok::Colon, Tok::Newline]);
        self.parsed_since(start)
    }

    fn size(&mut self) -> Parsing<Option<Box<crate::syntax::ast::Expr>>> {
        if self.peek() == Some(&Tok::Rsqb) { Ok(None) } else { self.argument().map(Some) }
    }

    /// The stars behind a base.
    pub(super) fn stars(&mut self, mut ty: CType) -> CType {
        loop {
            let count = match self.peek() {
                Some(Tok::Star) => 1,
                Some(Tok::DoubleStar) => 2,
                _ if self.is_name("const") || self.peek_name().is_some_and(|name| QUALIFIERS.contains(&name)) => {
                    // `T *const p`: the pointer itself never changes.
                    self.at += 1;
                    continue;
                }
                _ => return ty,
            };
            self.at += 1;
            for _ in 0..count {
                ty = CType { span: ty.span.to(self.before()), kind: CTypeKind::Pointer(Box::new(ty)) };
            }
        }
    }

    /// `*p`, `a[3][4]`, `(*f)(double) noexcept nogil`, given the base.
    pub(super) fn declarator(&mut self, base: CType) -> Parsing<Declarator> {
        let ty = self.stars(base);
        if self.peek() == Some(&Tok::Lpar) {
            return self.function_pointer(ty);
        }
        let (name, name_span) = match self.peek_name() {
            Some(_) => self.name("a name")?,
            None => (String::new(), self.here()),
        };
        let c_name = self.c_name();
        let ty = self.sized(ty)?;
        Ok(Declarator { name, name_span, c_name, ty })
    }

    /// The sizes behind a name: the first is the outermost.
    fn sized(&mut self, item: CType) -> Parsing<CType> {
        if self.peek() != Some(&Tok::Lsqb) {
            return Ok(item);
        }
        self.at += 1;
        let size = self.size()?;
        self.expect(&Tok::Rsqb, "`]`")?;
        let inner = self.sized(item)?;
        Ok(CType { span: inner.span, kind: CTypeKind::Array { item: Box::new(inner), size } })
    }

    /// `(*name)(params) attributes`; also `(*name[3])(params)`.
    fn function_pointer(&mut self, returns: CType) -> Parsing<Declarator> {
        let start = returns.span;
        self.expect(&Tok::Lpar, "`(`")?;
        let mut stars = 0;
        loop {
            match self.peek() {
                Some(Tok::Star) => stars += 1,
                Some(Tok::DoubleStar) => stars += 2,
                _ => break,
            }
            self.at += 1;
        }
        let (name, name_span) = match self.peek_name() {
            Some(_) => self.name("a name")?,
            None => (String::new(), self.here()),
        };
        let c_name = self.c_name();
        let mut sizes = Vec::new();
        while self.eat(&Tok::Lsqb) {
            sizes.push(self.size()?);
            self.expect(&Tok::Rsqb, "`]`")?;
        }
        self.expect(&Tok::Rpar, "`)`")?;
        let signature = self.signature(returns)?;
        let mut ty = self.typed(start, CTypeKind::Function(Box::new(signature)));
        for _ in 1..stars {
            ty = CType { span: ty.span, kind: CTypeKind::Pointer(Box::new(ty)) };
        }
        for size in sizes.into_iter().rev() {
            ty = CType { span: ty.span, kind: CTypeKind::Array { item: Box::new(ty), size } };
        }
        Ok(Declarator { name, name_span, c_name, ty })
    }

    /// The parameters and attributes of a declaration without a body.
    pub(super) fn signature(&mut self, returns: CType) -> Parsing<CSignature> {
        self.expect(&Tok::Lpar, "`(`")?;
        let mut params = Vec::new();
        let mut variadic = false;
        while !self.eat(&Tok::Rpar) {
            if self.eat(&Tok::Ellipsis) {
                variadic = true;
            } else {
                params.push(self.declared_param()?);
            }
            if self.peek() != Some(&Tok::Rpar) {
                self.expect(&Tok::Comma, "`,` or `)`")?;
            }
        }
        // `f(void)` takes nothing.
        params.retain(|param: &CParam| !(param.name.is_empty() && matches!(param.ty.kind, CTypeKind::Basic("void"))));
        let attributes = self.attributes()?;
        Ok(CSignature { returns, params, variadic, attributes })
    }

    fn declared_param(&mut self) -> Parsing<CParam> {
        let base = self.base_type()?;
        let mut declarator = self.declarator(base)?;
        declarator.ty = self.declared_type(declarator.ty, declarator.name_span)?;
        self.none_clause();
        let has_default = self.eat(&Tok::Equal);
        let elsewhere =
            self.eat(&Tok::Star) || matches!(self.peek(), Some(Tok::Comma | Tok::Rpar)) && self.question_mark();
        if has_default && !elsewhere {
            self.argument()?;
        }
        Ok(CParam { ty: declarator.ty, name: declarator.name, has_default })
    }
}

/// `T[2][3]`, two arrays of three: the first size is the outermost.
fn array_of(item: CType, size: Option<Box<crate::syntax::ast::Expr>>) -> CType {
    let span = item.span;
    let kind = match item.kind {
        CTypeKind::Array { item, size: outer } => {
            CTypeKind::Array { item: Box::new(array_of(*item, size)), size: outer }
        }
        kind => CTypeKind::Array { item: Box::new(CType { span, kind }), size },
    };
    CType { span, kind }
}

/// Owners whose brackets hold the type of items without `ndim=`.
fn is_buffer_owner(base: &CType) -> bool {
    matches!(&base.kind, CTypeKind::Named(name) if name.rsplit('.').next() == Some("ndarray") || name.ends_with("array.array"))
}

//! The grammar of `#pythran export` lines, after Pythran's `spec.py`.
//!
//! ```text
//! exports := ['capsule' | 'ufunc'] export (',' export)*              what follows is ignored
//! export  := NAME | NAME '(' [param (',' param)*] ')'
//! param   := type ['?'] | NAME 'pkg'
//! type    := simple ('or' simple)*
//! simple  := atom ( ('[' axes ']')+ ['order' '(' ('C' | 'F') ')'] | 'list' | 'set' | ':' type 'dict' | '*' | 'type' | '(' types ')' )*
//! atom    := NAME | '(' types ')' | '[' type ']'
//! ```

use super::scalars::{PYTHRAN, pythran_scalar};
use crate::hir::lower::names::nearest;
use crate::span::Span;
use crate::ty::{ArrayType, Layout, Type};

/// What is wrong with a line, where, and how to mend it.
pub struct Wrong {
    pub span: Span,
    pub message: String,
    pub hint: Option<String>,
}

type Result<T> = std::result::Result<T, Wrong>;

/// One exported name.
pub struct Export {
    pub name: String,
    pub name_span: Span,
    pub span: Span,
    /// `None`: a global variable.
    pub params: Option<Vec<Param>>,
    /// Exported as a capsule, not as a Python function.
    pub capsule: bool,
}

/// The types that a parameter may have; `None` is a type that pyrx takes as a Python object.
pub struct Param {
    pub alternatives: Vec<Option<Type>>,
    pub optional: bool,
    pub span: Span,
}

/// Nesting of types that is more than anybody writes.
const MAX_NESTING: u32 = 50;

/// Pythran's own limit.
pub const MAX_OVERLOADS: usize = 128;

/// Reads the text of one line, given in pieces.
///
/// # Errors
/// The first place where it is wrong.
pub fn parse(text: &str, pieces: &[Span]) -> Result<Vec<Export>> {
    let tokens = pieces.iter().flat_map(|piece| tokens(text, *piece)).collect();
    let end = pieces.last().map_or(0, |piece| piece.end);
    let mut parser = Parser { text, tokens, at: 0, end: Span::new(end, end), nesting: 0 };
    parser.exports()
}

/// Names, numbers, `::` and single characters, up to a comment.
fn tokens(text: &str, piece: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut rest = &text[piece.start as usize..piece.end as usize];
    while let Some(first) = rest.chars().next() {
        let start = piece.end - rest.len() as u32;
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let length = match first {
            '#' => break,
            c if word(c) => rest.find(|c| !word(c)).unwrap_or(rest.len()),
            ':' if rest.starts_with("::") => 2,
            c => c.len_utf8(),
        };
        if !first.is_whitespace() && first != '\\' {
            found.push(Span::new(start, start + length as u32));
        }
        rest = &rest[length..];
    }
    found
}

struct Parser<'t> {
    text: &'t str,
    tokens: Vec<Span>,
    at: usize,
    end: Span,
    nesting: u32,
}

impl<'t> Parser<'t> {
    fn text(&self, span: Span) -> &'t str {
        &self.text[span.start as usize..span.end as usize]
    }

    fn span(&self) -> Span {
        self.tokens.get(self.at).copied().unwrap_or(self.end)
    }

    fn peek(&self) -> &'t str {
        self.tokens.get(self.at).map_or("", |token| self.text(*token))
    }

    fn ahead(&self, by: usize) -> &'t str {
        self.tokens.get(self.at + by).map_or("", |token| self.text(*token))
    }

    fn accept(&mut self, token: &str) -> bool {
        let found = self.peek() == token;
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, token: &str) -> Result<()> {
        if self.accept(token) { Ok(()) } else { Err(self.wrong(&format!("expected `{token}`"))) }
    }

    fn wrong(&self, expected: &str) -> Wrong {
        let found = match self.peek() {
            "" => "the line ends".into(),
            token => format!("found `{token}`"),
        };
        Wrong { span: self.span(), message: format!("{expected}, {found}"), hint: None }
    }

    fn name(&mut self, what: &str) -> Result<(String, Span)> {
        let (name, span) = (self.peek(), self.span());
        if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return Err(self.wrong(what));
        }
        self.at += 1;
        Ok((name.to_owned(), span))
    }

    fn exports(&mut self) -> Result<Vec<Export>> {
        let named = self.ahead(1).starts_with(|c: char| c.is_alphabetic() || c == '_');
        let kind = if named { self.peek() } else { "" };
        let capsule = kind == "capsule";
        self.at += usize::from(capsule || kind == "ufunc");
        let mut found = Vec::new();
        loop {
            found.push(self.export(capsule)?);
            if !self.accept(",") || self.peek().is_empty() {
                return Ok(found);
            }
        }
    }

    fn export(&mut self, capsule: bool) -> Result<Export> {
        let (name, name_span) = self.name("expected the name of a function")?;
        let params = if self.accept("(") { Some(self.params()?) } else { None };
        let span = name_span.to(self.tokens.get(self.at.wrapping_sub(1)).copied().unwrap_or(name_span));
        Ok(Export { name, name_span, span, params, capsule })
    }

    fn params(&mut self) -> Result<Vec<Param>> {
        let mut params: Vec<Param> = Vec::new();
        while !self.accept(")") {
            let start = self.span();
            let alternatives = self.param()?;
            let span = start.to(self.tokens.get(self.at.wrapping_sub(1)).copied().unwrap_or(start));
            let optional = self.accept("?");
            if !optional && params.last().is_some_and(|param| param.optional) {
                let message = "a parameter after an optional one is optional too".to_owned();
                return Err(Wrong { span, message, hint: Some("write `?` after its type".into()) });
            }
            params.push(Param { alternatives, optional, span });
            if !self.accept(",") && self.peek() != ")" {
                return Err(self.wrong("expected `,` or `)`"));
            }
        }
        Ok(params)
    }

    fn param(&mut self) -> Result<Vec<Option<Type>>> {
        if self.ahead(1) == "pkg" {
            self.at += 2;
            return Ok(vec![None]);
        }
        self.ty()
    }

    fn ty(&mut self) -> Result<Vec<Option<Type>>> {
        self.nesting += 1;
        if self.nesting > MAX_NESTING {
            return Err(Wrong { span: self.span(), message: "the type is nested too deeply".into(), hint: None });
        }
        let mut alternatives = self.simple()?;
        while self.accept("or") {
            alternatives.extend(self.simple()?);
        }
        if alternatives.len() > MAX_OVERLOADS {
            return Err(too_many(self.span()));
        }
        self.nesting -= 1;
        Ok(alternatives)
    }

    fn simple(&mut self) -> Result<Vec<Option<Type>>> {
        let span = self.span();
        let mut types = self.atom()?;
        loop {
            match self.peek() {
                "[" => types = vec![self.array(span, &types)?],
                "list" => types = self.one(|ty| ty.map(|ty| Type::List(Box::new(ty))), types),
                "set" | "type" | "*" => types = self.one(|_| None, types),
                ":" => {
                    self.at += 1;
                    self.ty()?;
                    self.expect("dict")?;
                    types = vec![None];
                }
                "(" => {
                    self.at += 1;
                    self.types()?;
                    types = vec![None];
                }
                _ => return Ok(types),
            }
        }
    }

    /// Takes a token and maps the types before it.
    fn one(&mut self, map: impl Fn(Option<Type>) -> Option<Type>, types: Vec<Option<Type>>) -> Vec<Option<Type>> {
        self.at += 1;
        types.into_iter().map(map).collect()
    }

    fn atom(&mut self) -> Result<Vec<Option<Type>>> {
        if self.accept("[") {
            let types = self.ty()?;
            self.expect("]")?;
            return Ok(types);
        }
        if self.accept("(") {
            return self.tuple();
        }
        let (name, span) = self.name("expected a type")?;
        match pythran_scalar(&name) {
            Some(ty) => Ok(vec![ty]),
            None if self.peek() == "type" && ["list", "set", "dict", "tuple"].contains(&&*name) => Ok(vec![None]),
            None => Err(unknown(&name, span)),
        }
    }

    /// The types up to a `)`, which is taken.
    fn types(&mut self) -> Result<Vec<Vec<Option<Type>>>> {
        let mut types = Vec::new();
        while !self.accept(")") {
            types.push(self.ty()?);
            if !self.accept(",") && self.peek() != ")" {
                return Err(self.wrong("expected `,` or `)`"));
            }
        }
        Ok(types)
    }

    /// A tuple of alternatives is one alternative for each choice.
    fn tuple(&mut self) -> Result<Vec<Option<Type>>> {
        let span = self.span();
        let items = self.types()?;
        let choices = product(&items).ok_or_else(|| too_many(span))?;
        Ok(choices.into_iter().map(|items| items.into_iter().collect::<Option<Vec<_>>>().map(Type::Tuple)).collect())
    }

    /// `None` if pyrx has no such elements.
    fn array(&mut self, dtype: Span, types: &[Option<Type>]) -> Result<Option<Type>> {
        let num = match types {
            [Some(Type::Num(num))] => Some(num),
            [None] => None,
            _ => {
                let message = "an array has elements of one scalar type".to_owned();
                return Err(Wrong { span: dtype, message, hint: Some("write for example `float64[:, :]`".into()) });
            }
        };
        let mut ndim = 0u8;
        while self.accept("[") {
            ndim = self.axes(ndim)?;
        }
        let layout = if self.accept("order") { self.order(ndim)? } else { Layout::Strided };
        Ok(num.map(|num| Type::Array(ArrayType::numpy(num.repr, ndim, layout))))
    }

    /// `:`, `::`, a number or nothing per axis, up to a `]`.
    fn axes(&mut self, mut ndim: u8) -> Result<u8> {
        loop {
            let axis = self.peek();
            self.at +=
                usize::from(matches!(axis, ":" | "::") || axis.bytes().all(|b| b.is_ascii_digit()) && !axis.is_empty());
            ndim += 1;
            if ndim > 32 {
                return Err(Wrong { span: self.span(), message: "an array has 1 to 32 axes".into(), hint: None });
            }
            if self.accept("]") {
                return Ok(ndim);
            }
            if !self.accept(",") {
                return Err(self.wrong("expected `:`, `,` or `]`"));
            }
            // A trailing comma is no axis.
            if self.peek() == "]" && matches!(axis, ":" | "::") {
                self.at += 1;
                return Ok(ndim);
            }
        }
    }

    fn order(&mut self, ndim: u8) -> Result<Layout> {
        self.expect("(")?;
        let (order, span) = self.name("expected `C` or `F`")?;
        self.expect(")")?;
        match &*order {
            "C" => Ok(Layout::C),
            // In one dimension both orders are the same.
            "F" if ndim == 1 => Ok(Layout::C),
            "F" => Ok(Layout::F),
            _ => Err(Wrong { span, message: format!("expected `C` or `F`, found `{order}`"), hint: None }),
        }
    }
}

fn unknown(name: &str, span: Span) -> Wrong {
    let known = match name {
        "double" => Some("float64"),
        "long" => Some("int"),
        "string" => Some("str"),
        _ => nearest(name, PYTHRAN.iter().map(|(known, _)| *known)),
    };
    let hint = known.map(|known| format!("did you mean `{known}`?"));
    Wrong { span, message: format!("`{name}` is not a type"), hint }
}

fn too_many(span: Span) -> Wrong {
    Wrong { span, message: format!("more than {MAX_OVERLOADS} overloads"), hint: None }
}

/// Every choice of one alternative each; `None` if there are too many.
pub fn product<T: Clone>(alternatives: &[Vec<T>]) -> Option<Vec<Vec<T>>> {
    let mut choices = vec![Vec::new()];
    for options in alternatives {
        choices = choices
            .iter()
            .flat_map(|choice: &Vec<T>| {
                options.iter().map(|option| choice.iter().chain([option]).cloned().collect::<Vec<T>>())
            })
            .collect();
        if choices.len() > MAX_OVERLOADS {
            return None;
        }
    }
    Some(choices)
}

//! The text form: the Python tokens of each line, what C adds, and the residual source.

use std::fmt::Write;

use rustpython_parser::Tok;
use rustpython_parser::lexer::LexResult;

use super::{CException, CSignature, CType, CTypeKind, Rewritten, residual};

/// The text form of a rewritten module.
pub fn dump(whole: &str, rewritten: &Rewritten<'_>) -> String {
    let Rewritten { pieces, declarations } = rewritten;
    let mut out: String = pieces.iter().map(|(_, tokens)| lines(tokens)).collect();
    for (at, ty) in declarations.types.iter().enumerate() {
        line(&mut out, format_args!("type {at} = {ty}"));
    }
    for function in declarations.functions.values() {
        let uses = if function.uses_c { " uses C" } else { "" };
        let kind = format!("{:?}", function.kind).to_lowercase();
        let attributes = &function.attributes;
        let nogil = if attributes.nogil { " nogil" } else { "" };
        line(&mut out, format_args!("{kind} {}{uses}{nogil}{}", function.name, exception(&attributes.exception)));
    }
    for one in &declarations.structs {
        let kind = if one.union { "union" } else { "struct" };
        let fields: Vec<String> = one.fields.iter().map(|field| format!("{}: {}", field.name, field.ty)).collect();
        line(&mut out, format_args!("{kind} {} {{{}}}", one.name, fields.join(", ")));
    }
    for one in &declarations.enums {
        let items: Vec<&str> = one.items.iter().map(|item| item.name.as_str()).collect();
        line(&mut out, format_args!("enum {} {{{}}}", one.name.as_deref().unwrap_or(""), items.join(", ")));
    }
    for one in &declarations.typedefs {
        line(&mut out, format_args!("typedef {} = {}", one.name, one.ty));
    }
    for one in &declarations.fused {
        let members: Vec<String> = one.members.iter().map(CType::to_string).collect();
        line(&mut out, format_args!("fused {} = {}", one.name, members.join(" | ")));
    }
    for one in &declarations.cimports {
        let dots = ".".repeat(one.level as usize);
        let member = one.member.as_ref().map_or(String::new(), |member| format!(":{member}"));
        line(&mut out, format_args!("cimport {dots}{}{member} as {}", one.module, one.name));
    }
    for one in &declarations.externs {
        line(&mut out, format_args!("extern {:?} {} = {}", one.header, one.name, one.ty));
    }
    for one in &declarations.globals {
        line(&mut out, format_args!("global {}: <type {}>", one.name, one.ty));
    }
    let residual = residual(whole, declarations, &[]);
    for piece in &residual {
        let name = if residual.len() > 1 { format!(" {}", piece.path) } else { String::new() };
        line(&mut out, format_args!("residual{name}:\n{}", piece.text));
    }
    out
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}

/// The tokens of each logical line, indented.
fn lines(tokens: &[LexResult]) -> String {
    let (mut out, mut depth, mut words) = (String::new(), 0usize, Vec::new());
    for (token, _) in tokens.iter().flatten() {
        match token {
            Tok::Indent => depth += 1,
            Tok::Dedent => depth = depth.saturating_sub(1),
            Tok::Newline | Tok::EndOfFile => {
                if !words.is_empty() {
                    line(&mut out, format_args!("{}{}", "    ".repeat(depth), words.join(" ")));
                }
                words.clear();
            }
            Tok::Name { name } => words.push(name.clone()),
            Tok::String { value, .. } => words.push(format!("{value:?}")),
            other => words.push(other.to_string().trim_matches('\'').to_owned()),
        }
    }
    out
}

fn exception(exception: &CException) -> &'static str {
    match exception {
        CException::Default => "",
        CException::Never => " noexcept",
        CException::Always => " except *",
        CException::Value { checked: true, .. } => " except? value",
        CException::Value { checked: false, .. } => " except value",
    }
}

impl std::fmt::Display for CType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.kind {
            CTypeKind::Unnamed => f.write_str("object"),
            CTypeKind::Basic(name) => f.write_str(name),
            CTypeKind::Named(name) => f.write_str(name),
            CTypeKind::Const(inner) => write!(f, "const {inner}"),
            CTypeKind::Pointer(inner) => write!(f, "{inner}*"),
            CTypeKind::Array { item, size } => write!(f, "{item}[{}]", if size.is_some() { "size" } else { "" }),
            CTypeKind::View { item, axes } => {
                let axes: Vec<&str> = axes
                    .iter()
                    .map(|axis| match axis {
                        super::CAxis::Strided => ":",
                        super::CAxis::Contiguous => "::1",
                        super::CAxis::Inner => "::contiguous",
                        super::CAxis::Other => "::?",
                    })
                    .collect();
                write!(f, "{item}[{}]", axes.join(", "))
            }
            CTypeKind::Buffer { owner, item, options } => {
                let options: Vec<&str> = options.iter().map(|(name, _)| name.as_str()).collect();
                write!(f, "{owner}[{item}; {}]", options.join(", "))
            }
            CTypeKind::Function(signature) => write!(f, "{signature}"),
            CTypeKind::Tuple(items) => {
                let items: Vec<String> = items.iter().map(CType::to_string).collect();
                write!(f, "({})", items.join(", "))
            }
            CTypeKind::Template { owner, arguments } => {
                let arguments: Vec<String> = arguments.iter().map(CType::to_string).collect();
                write!(f, "{owner}[{}]", arguments.join(", "))
            }
        }
    }
}

impl std::fmt::Display for CSignature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let params: Vec<String> = self.params.iter().map(|param| param.ty.to_string()).collect();
        write!(f, "fn({}) -> {}", params.join(", "), self.returns)?;
        f.write_str(if self.attributes.nogil { " nogil" } else { "" })?;
        f.write_str(exception(&self.attributes.exception))
    }
}

//! The texts that state recorded types: headers of functions, a stub, `#pythran export` lines, and the edited source.

use pyrx_transpiler::hir::{Outline, OutlinedParam, ParamKind};

use super::signature::{Typed, is_star, without};
use super::spell::{self, Place};
use super::ty::Type;

/// `def scaled(values: "float64[:]", factor: float = ..., *, offset=...)`: the parameters with the annotations given.
fn header(name: &str, params: &[OutlinedParam], annotations: &[Option<&str>], returns: Option<&str>) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut keywords = false;
    for (at, (param, annotation)) in params.iter().zip(annotations).enumerate() {
        if param.kind == ParamKind::KeywordOnly && !keywords {
            parts.push("*".to_owned());
        }
        keywords |= matches!(param.kind, ParamKind::VarArgs | ParamKind::KeywordOnly);
        let star = match param.kind {
            ParamKind::VarArgs => "*",
            ParamKind::VarKeywords => "**",
            ParamKind::PositionalOnly | ParamKind::Positional | ParamKind::KeywordOnly => "",
        };
        parts.push(match (annotation, param.default) {
            (Some(annotation), true) => format!("{star}{}: {annotation} = ...", param.name),
            (Some(annotation), false) => format!("{star}{}: {annotation}", param.name),
            (None, true) => format!("{star}{}=...", param.name),
            (None, false) => format!("{star}{}", param.name),
        });
        let next = params.get(at + 1).map(|next| next.kind);
        if param.kind == ParamKind::PositionalOnly && next != Some(ParamKind::PositionalOnly) {
            parts.push("/".to_owned());
        }
    }
    let returns = returns.map_or_else(String::new, |returns| format!(" -> {returns}"));
    format!("def {name}({}){returns}", parts.join(", "))
}

/// The annotations that can stand in the module, and why others cannot.
pub struct Annotated {
    /// One entry a parameter; `None` where there is nothing to write.
    pub annotations: Vec<Option<String>>,
    pub notes: Vec<String>,
}

impl Annotated {
    pub fn of(typed: &Typed, outline: &Outline) -> Annotated {
        let place = Place::Module(outline, typed.function);
        let several = typed.several.iter().map(|(at, given)| {
            // The indices are those of the function's parameters.
            format!("`{}` was given {given}: `--stub` writes overloads", typed.function.params[*at].name)
        });
        let mut notes: Vec<String> = several.collect();
        let mut annotations = Vec::new();
        for (param, ty) in typed.function.params.iter().zip(&typed.params) {
            let annotation = match (ty, &param.annotation) {
                (Some(ty), Some(stated)) => Err(misread(stated, ty, &place)),
                (Some(Type::None), None) => Err("it was only None; `--stub` states that".to_owned()),
                (Some(ty), None) => spell::annotation(ty, &place).map(Some),
                (None, _) => Ok(None),
            };
            annotations.push(annotation.unwrap_or_else(|reason| {
                notes.push(without(param, &reason));
                None
            }));
        }
        notes.extend(typed.remarks());
        Annotated { annotations, notes }
    }

    /// The header with these annotations, and with those that the source has.
    pub fn header(&self, typed: &Typed) -> String {
        let function = typed.function;
        let stated = function.params.iter().zip(&self.annotations);
        let all: Vec<Option<&str>> =
            stated.map(|(param, annotation)| annotation.as_deref().or(param.annotation.as_deref())).collect();
        header(&function.name, &function.params, &all, function.returns.as_deref())
    }

    /// What to insert into the source, and where.
    pub fn insertions(&self, typed: &Typed) -> Vec<(u32, String)> {
        let places = typed.function.params.iter().zip(&self.annotations);
        places.filter_map(|(param, annotation)| Some((param.end, format!(": {}", annotation.as_ref()?)))).collect()
    }
}

/// That an annotation stays, which is no native type.
fn misread(stated: &str, ty: &Type, place: &Place) -> String {
    let hint =
        spell::annotation(ty, place).map(|better| format!(": `{better}` in its place would be")).unwrap_or_default();
    format!("its annotation `{stated}` is no native type{hint}")
}

/// A stub's `def`s of a function; the type of each overload, or why there is none.
fn stubbed(typed: &Typed) -> Result<Vec<String>, String> {
    let function = typed.function;
    let several = typed.overloads.len() > 1;
    let one = |types: &Vec<Option<Type>>| {
        let write = |ty: &Option<Type>| ty.as_ref().map(|ty| spell::annotation(ty, &Place::Stub)).transpose();
        let annotations: Vec<Option<String>> = types.iter().map(write).collect::<Result<_, _>>()?;
        let mut lines = Vec::new();
        if several {
            lines.push("@overload".to_owned());
        }
        lines.extend(function.method.map(|decorator| format!("@{decorator}")));
        let annotations: Vec<Option<&str>> = annotations.iter().map(Option::as_deref).collect();
        lines.push(format!("{}: ...", header(&function.name, &function.params, &annotations, None)));
        Ok(lines)
    };
    if function.several {
        return Err("another function has the same name".to_owned());
    }
    let overloads: Vec<Vec<String>> = typed.overloads.iter().map(one).collect::<Result<_, String>>()?;
    Ok(overloads.into_iter().flatten().collect())
}

/// The text of a stub with the functions, and those that it cannot state, with why. Empty if it states none.
pub fn stub<'a, 't>(functions: &'a [&'a Typed<'t>]) -> (String, Vec<(&'a Typed<'t>, String)>) {
    let mut body = String::new();
    let mut wrong = Vec::new();
    let mut inside: &[String] = &[];
    for typed in functions {
        let lines = match stubbed(typed) {
            Ok(lines) => lines,
            Err(reason) => {
                wrong.push((*typed, reason));
                continue;
            }
        };
        let classes = &typed.function.classes[..];
        if classes != inside {
            for (depth, class) in classes.iter().enumerate() {
                body.push_str(&format!("{}class {class}:\n", "    ".repeat(depth)));
            }
        }
        inside = classes;
        for line in lines {
            body.push_str(&format!("{}{line}\n", "    ".repeat(classes.len())));
        }
    }
    if body.is_empty() {
        return (body, wrong);
    }
    let imports: [(&str, &str); 3] =
        [("@overload", "from typing import overload\n"), ("numpy.", "import numpy\n"), ("pyrx.", "import pyrx\n")];
    let head: String = imports.iter().filter(|(word, _)| body.contains(word)).map(|(_, line)| *line).collect();
    let gap = if head.is_empty() { "" } else { "\n" };
    (format!("{head}{gap}{body}"), wrong)
}

/// The `#pythran export` lines of a function, or why there are none.
pub fn exports(typed: &Typed) -> Result<Vec<String>, String> {
    let function = typed.function;
    if !function.classes.is_empty() {
        return Err("Pythran exports no methods".to_owned());
    }
    if function.several {
        return Err("another function has the same name".to_owned());
    }
    if function.typed {
        return Err("annotations of other parameters win over export lines".to_owned());
    }
    let params = &function.params;
    if params.iter().any(|param| is_star(param) || param.kind == ParamKind::KeywordOnly) {
        return Err("Pythran has no word for parameters with a star".to_owned());
    }
    let line = |types: &Vec<Option<Type>>| -> Result<String, String> {
        let untyped = |at: usize| {
            let reason = typed.untyped.iter().find(|(untyped, _)| *untyped == at);
            without(&params[at], reason.map_or("it was not given", |(_, reason)| reason))
        };
        let texts = types.iter().zip(params).enumerate().map(|(at, (ty, param))| {
            let text = spell::pythran(ty.as_ref().ok_or_else(|| untyped(at))?)?;
            Ok(if param.default { format!("{text}?") } else { text })
        });
        let texts: Vec<String> = texts.collect::<Result<_, String>>()?;
        Ok(format!("#pythran export {}({})", function.name, texts.join(", ")))
    };
    let mut lines: Vec<String> = Vec::new();
    for types in &typed.overloads {
        let line = line(types)?;
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    Ok(lines)
}

/// The source with texts inserted at offsets; all else stays byte for byte.
pub fn inserted(source: &str, mut insertions: Vec<(u32, String)>) -> String {
    insertions.sort_by_key(|(at, _)| *at);
    let mut text = String::with_capacity(source.len() + 64 * insertions.len());
    let mut from = 0;
    for (at, insertion) in insertions {
        let at = at as usize;
        text.push_str(source.get(from..at).unwrap_or_default());
        text.push_str(&insertion);
        from = at;
    }
    text.push_str(source.get(from..).unwrap_or_default());
    text
}

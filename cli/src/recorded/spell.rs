//! How types are written: as annotations, in a stub, in `#pythran export` lines.

use pyrx_transpiler::hir::{Outline, Outlined};

use super::ty::{Layout, Type};

/// Where an annotation will stand.
pub enum Place<'a> {
    /// In a function of the module, whose names it has to use.
    Module(&'a Outline, &'a Outlined),
    /// In a stub that imports `numpy` and `pyrx`.
    Stub,
}

/// An annotation, or why it cannot be written there.
pub fn annotation(ty: &Type, place: &Place) -> Result<String, String> {
    let (text, quoted) = Writer { place }.ty(ty)?;
    let hidden = matches!(place, Place::Module(_, function) if function.hidden);
    Ok(if quoted || hidden { format!("\"{text}\"") } else { text })
}

struct Writer<'a> {
    place: &'a Place<'a>,
}

impl Writer<'_> {
    /// The text, and whether it has to stand in quotes: some of its names are not there when the module is imported.
    fn ty(&self, ty: &Type) -> Result<(String, bool), String> {
        match ty {
            Type::None => Ok(("None".to_owned(), false)),
            Type::Bool => self.builtin("bool"),
            Type::Int => self.builtin("int"),
            Type::Float => self.builtin("float"),
            Type::Complex => self.builtin("complex"),
            Type::Str => self.builtin("str"),
            Type::Bytes => self.builtin("bytes"),
            Type::Scalar(dtype) => self.scalar(dtype),
            Type::Array(dtype, rank, layout) => Ok(self.array(dtype, *rank, *layout)),
            Type::List(item) => self.generic("list", std::slice::from_ref(item)),
            Type::Tuple(items) => self.generic("tuple", items),
        }
    }

    fn builtin(&self, name: &'static str) -> Result<(String, bool), String> {
        match self.place {
            Place::Module(outline, _) if outline.rebound.contains(&name) => {
                Err(format!("`{name}` has another meaning in this module"))
            }
            _ => Ok((name.to_owned(), false)),
        }
    }

    fn generic(&self, name: &'static str, items: &[impl std::borrow::Borrow<Type>]) -> Result<(String, bool), String> {
        let (name, mut quoted) = self.builtin(name)?;
        let mut texts = Vec::new();
        for item in items {
            let (text, inside) = self.ty(item.borrow())?;
            quoted |= inside;
            texts.push(text);
        }
        Ok((format!("{name}[{}]", texts.join(", ")), quoted))
    }

    fn scalar(&self, dtype: &str) -> Result<(String, bool), String> {
        let name = if dtype == "bool" { "bool_" } else { dtype };
        match self.place {
            Place::Stub => Ok((format!("numpy.{name}"), false)),
            Place::Module(outline, _) => match &outline.numpy {
                Some(numpy) => Ok((format!("{}.{name}", numpy.name), !numpy.early)),
                None => self.plain(dtype),
            },
        }
    }

    /// Python's type of the same width, for a module that does not know NumPy: it converts.
    fn plain(&self, dtype: &str) -> Result<(String, bool), String> {
        match dtype {
            "bool" => self.builtin("bool"),
            "int64" => self.builtin("int"),
            "float64" => self.builtin("float"),
            "complex128" => self.builtin("complex"),
            _ => Err(format!("`numpy.{dtype}` can be written only where the module imports numpy")),
        }
    }

    /// Inside quotes, element types need no import.
    fn array(&self, dtype: &str, rank: u8, layout: Layout) -> (String, bool) {
        let name = if dtype == "bool" { "bool_" } else { dtype };
        let axes = axes(rank, layout);
        match self.place {
            Place::Stub => (format!("pyrx.{name}[{axes}]"), false),
            Place::Module(outline, _) => match &outline.pyrx {
                Some(pyrx) => (format!("{}.{name}[{axes}]", pyrx.name), !pyrx.early),
                None => (format!("{name}[{axes}]"), true),
            },
        }
    }
}

fn axes(rank: u8, layout: Layout) -> String {
    let mut axes = vec![":"; usize::from(rank)];
    let contiguous = match layout {
        Layout::Strided => None,
        Layout::C => axes.last_mut(),
        Layout::Fortran => axes.first_mut(),
    };
    if let Some(axis) = contiguous {
        *axis = "::1";
    }
    axes.join(", ")
}

/// A type as Pythran writes it.
pub fn pythran(ty: &Type) -> Result<String, String> {
    Ok(match ty {
        Type::None => "None".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Int => "int".to_owned(),
        Type::Float => "float".to_owned(),
        Type::Complex => "complex".to_owned(),
        Type::Str => "str".to_owned(),
        Type::Scalar("bool") => "bool".to_owned(),
        Type::Scalar(dtype) => (*dtype).to_owned(),
        Type::Array(dtype, rank, layout) => {
            let order = match layout {
                Layout::Strided => "",
                Layout::C => " order(C)",
                Layout::Fortran => " order(F)",
            };
            format!("{dtype}[{}]{order}", axes(*rank, Layout::Strided))
        }
        Type::List(item) => format!("{} list", pythran(item)?),
        Type::Tuple(items) => {
            let items: Vec<String> = items.iter().map(pythran).collect::<Result<_, _>>()?;
            let comma = if items.len() == 1 { "," } else { "" };
            format!("({}{comma})", items.join(", "))
        }
        Type::Bytes => return Err("Pythran has no name for `bytes`".to_owned()),
    })
}

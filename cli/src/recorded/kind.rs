//! What a recorded value is, as `python/pyrx/_record.py` writes it: a word, then what it says more.

use serde_json::Value;

/// What one argument of one call was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Bool,
    Int,
    /// An integer that no float holds exactly, for all we know.
    Wide,
    Float,
    Complex,
    Str,
    Bytes,
    None,
    /// A NumPy scalar of this dtype.
    Scalar(String),
    Array {
        dtype: String,
        ndim: u64,
        c_contiguous: bool,
        f_contiguous: bool,
    },
    /// The kinds of its items.
    List(Vec<Kind>),
    Tuple(Vec<Kind>),
    /// The name of a type that pyrx has none for.
    Other(String),
}

impl Kind {
    /// `None` if it is not of the agreed form.
    pub fn read(value: &Value) -> Option<Kind> {
        let (word, more) = value.as_array()?.split_first()?;
        let text = |at: usize| more.get(at).and_then(Value::as_str).map(str::to_owned);
        let flag = |at: usize| more.get(at).and_then(Value::as_bool);
        let kinds = || more.iter().map(Kind::read).collect::<Option<Vec<_>>>();
        Some(match word.as_str()? {
            "bool" => Kind::Bool,
            "int" => Kind::Int,
            "wide" => Kind::Wide,
            "float" => Kind::Float,
            "complex" => Kind::Complex,
            "str" => Kind::Str,
            "bytes" => Kind::Bytes,
            "none" => Kind::None,
            "scalar" => Kind::Scalar(text(0)?),
            "array" => Kind::Array {
                dtype: text(0)?,
                ndim: more.get(1)?.as_u64()?,
                c_contiguous: flag(2)?,
                f_contiguous: flag(3)?,
            },
            "list" => Kind::List(kinds()?),
            "tuple" => Kind::Tuple(kinds()?),
            "other" => Kind::Other(text(0)?),
            _ => return None,
        })
    }

    /// As a sentence names it.
    pub fn name(&self) -> String {
        match self {
            Kind::Bool => "bool".to_owned(),
            Kind::Int => "int".to_owned(),
            Kind::Wide => "an int beyond 2**53".to_owned(),
            Kind::Float => "float".to_owned(),
            Kind::Complex => "complex".to_owned(),
            Kind::Str => "str".to_owned(),
            Kind::Bytes => "bytes".to_owned(),
            Kind::None => "None".to_owned(),
            Kind::Scalar(dtype) => format!("NumPy's {dtype}"),
            Kind::Array { dtype, ndim, .. } => format!("{ndim}-dimensional {dtype} array"),
            Kind::List(items) if items.is_empty() => "an empty list".to_owned(),
            Kind::List(items) => format!("list of {}", names(items)),
            Kind::Tuple(items) if items.is_empty() => "an empty tuple".to_owned(),
            Kind::Tuple(items) => format!("tuple of {}", names(items)),
            Kind::Other(name) => name.clone(),
        }
    }
}

/// `int, float and None`, each name once.
pub fn names<'a>(kinds: impl IntoIterator<Item = &'a Kind>) -> String {
    let mut names: Vec<String> = Vec::new();
    for name in kinds.into_iter().map(Kind::name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

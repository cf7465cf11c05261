//! Annotations that say no native type: what they say, and what to write.

use super::scalars::{NUMPY, PYRX};
use crate::hir::builtins::is_builtin;
use crate::hir::lower::names::nearest;
use crate::hir::{Global, Module};
use crate::syntax::ast::{Expr, Operator};
use crate::syntax::{self, span};

/// Built-in classes whose values are native.
const BUILTINS: [&str; 8] = ["int", "float", "complex", "bool", "str", "bytes", "list", "tuple"];
/// Modules whose names annotations are made of, and how they are imported.
const MODULES: [(&str, &str); 4] =
    [("pyrx", "import pyrx"), ("np", "import numpy as np"), ("numpy", "import numpy"), ("cython", "import cython")];
/// Hints are told on their own, and as "... to make lines 3 to 9 native".
const NATIVE: &str = "annotate a native type (`int`, `float`, `complex`, `bool`, `str`, an array such as `pyrx.float64[:]`, or a list or tuple of them)";

/// What is wrong with an annotation.
pub struct Misread {
    /// A clause: "the annotation `flot` names nothing that is defined".
    pub because: String,
    /// What to write instead, if the annotation tells.
    pub hint: Option<String>,
}

/// Why the annotation of a parameter says nothing. `suggested` is the header that its function may have.
pub fn misread(module: &Module, param: &str, annotation: &str, suggested: Option<&str>) -> Misread {
    let text = annotation.trim_matches(['"', '\'']).trim();
    let suggested = suggested.filter(|header| header.contains(&format!("{param}: pyrx.")));
    let reader = Reader { module, param, suggested };
    let found = syntax::parse_expression(text, 0).and_then(|expr| reader.read(&expr, text));
    let (clause, hint) = found.unwrap_or_else(|| ("is no native type".to_owned(), None));
    Misread { because: format!("the annotation `{annotation}` {clause}"), hint }
}

struct Reader<'m> {
    module: &'m Module,
    param: &'m str,
    /// A header in which the parameter is an array.
    suggested: Option<&'m str>,
}

/// Names of NumPy that annotations are made of.
fn numpy() -> impl Iterator<Item = &'static str> {
    let sized = PYRX.iter().map(|(name, _)| *name).filter(|name| *name != "bint");
    sized.chain(NUMPY.iter().map(|(name, _)| *name)).chain(["ndarray"])
}

fn unfit() -> Found {
    ("is no native type".to_owned(), Some(NATIVE.to_owned()))
}

/// What an annotation does, and what to write.
type Found = (String, Option<String>);

impl Reader<'_> {
    /// `text` is where the expression's ranges lie.
    fn read(&self, expr: &Expr, text: &str) -> Option<Found> {
        if let Some(choices) = self.choices(expr) {
            return Some(self.union(&choices, text));
        }
        match expr {
            Expr::Subscript(subscript) => {
                let axes = text.get(span(&*subscript.slice).range()).filter(|axes| axes.contains(':'));
                self.names(&subscript.value, axes).or_else(|| self.generic(&subscript.value, &subscript.slice, text))
            }
            Expr::Name(_) | Expr::Attribute(_) => {
                self.names(expr, None).or_else(|| self.bare(expr)).or_else(|| Some(unfit()))
            }
            _ => None,
        }
    }

    /// The types that a value may have by `X | Y`, `Optional[X]` or `Union[X, Y]`, `None` aside, and whether that is one.
    fn choices<'e>(&self, expr: &'e Expr) -> Option<(Vec<&'e Expr>, bool)> {
        let all = match expr {
            Expr::BinOp(op) if op.op == Operator::BitOr => vec![&*op.left, &*op.right],
            Expr::Subscript(subscript) => match (self.path(&subscript.value)?.as_str(), &*subscript.slice) {
                ("typing.Optional", one) => return Some((vec![one], true)),
                ("typing.Union", Expr::Tuple(all)) => all.elts.iter().collect(),
                _ => return None,
            },
            _ => return None,
        };
        let (mut others, mut none) = (Vec::new(), false);
        for one in all {
            match self.choices(one) {
                Some((inner, has_none)) => {
                    others.extend(inner);
                    none |= has_none;
                }
                None if syntax::is_none(one) => none = true,
                None => others.push(one),
            }
        }
        Some((others, none))
    }

    fn union(&self, (others, none): &(Vec<&Expr>, bool), text: &str) -> Found {
        let shown: Vec<&str> = others.iter().filter_map(|other| text.get(span(*other).range())).collect();
        let param = self.param;
        let (clause, hint) = match (&shown[..], none) {
            ([one], true) => (
                "allows `None` too, and a native value has one type",
                Some(format!("annotate `{param}: {one}` and pass a value that stands for `None`")),
            ),
            (["int", "float"] | ["float", "int"], false) => (
                "allows two types, and a native value has one",
                Some(format!("annotate `{param}: float`, which takes integers too")),
            ),
            ([one, ..], _) => (
                "allows several types, and a native value has one",
                Some(format!("annotate one of them, for example `{param}: {one}`")),
            ),
            ([], _) => ("is no native type", None),
        };
        (clause.to_owned(), hint)
    }

    /// Names that are not there, with the nearest that are.
    fn names(&self, expr: &Expr, axes: Option<&str>) -> Option<Found> {
        let (param, axes) = (self.param, axes.map_or(String::new(), |axes| format!("[{axes}]")));
        match expr {
            Expr::Name(name) if self.is_unknown(&name.id) => {
                if let Some((_, import)) = MODULES.iter().find(|(module, _)| *module == name.id.as_str()) {
                    return Some((
                        format!("names `{}`, which is not imported", name.id),
                        Some(format!("add `{import}`")),
                    ));
                }
                let arrays = || PYRX.iter().map(|(name, _)| *name);
                let plain = nearest(&name.id, BUILTINS).filter(|_| axes.is_empty()).map(str::to_owned);
                let meant = plain.or_else(|| nearest(&name.id, arrays()).map(|near| format!("pyrx.{near}{axes}")));
                let hint = meant.map_or(NATIVE.to_owned(), |meant| format!("write `{param}: {meant}`"));
                let hint = Some(hint);
                Some((format!("names `{}`, which is not defined", name.id), hint))
            }
            Expr::Attribute(attribute) => {
                let full = self.path(&attribute.value)?;
                if let (Expr::Name(name), true) = (&*attribute.value, full.starts_with("builtins.")) {
                    return self.names(&Expr::Name(name.clone()), None);
                }
                let name = attribute.attr.as_str();
                if full != "numpy" || numpy().any(|known| known == name) {
                    return None;
                }
                let near = nearest(name, numpy())?;
                let Expr::Name(root) = &*attribute.value else { return None };
                let hint = format!("write `{param}: {}.{near}{axes}`", root.id);
                Some((format!("names `{}.{name}`, which there is not", root.id), Some(hint)))
            }
            _ => None,
        }
    }

    fn bare(&self, expr: &Expr) -> Option<Found> {
        let param = self.param;
        Some(match self.path(expr)?.as_str() {
            "numpy.ndarray" | "numpy.typing.NDArray" | "numpy.typing.ArrayLike" => (
                "says neither the items' type nor the number of dimensions".to_owned(),
                Some(match self.suggested {
                    Some(header) => format!("say both, as in `{header}`"),
                    None => format!("say both, as in `{param}: pyrx.float64[:]` with a colon for each dimension"),
                }),
            ),
            "builtins.list" | "typing.List" => {
                ("does not say what the list holds".to_owned(), Some(format!("say it, as in `{param}: list[float]`")))
            }
            "builtins.tuple" | "typing.Tuple" => (
                "does not say what the tuple holds".to_owned(),
                Some(format!("say it, as in `{param}: tuple[float, float]`")),
            ),
            "typing.Any" => ("allows any object".to_owned(), Some(NATIVE.to_owned())),
            _ => return None,
        })
    }

    fn generic(&self, base: &Expr, argument: &Expr, text: &str) -> Option<Found> {
        let param = self.param;
        let path = self.path(base)?;
        Some(match path.as_str() {
            "builtins.list" | "typing.List" => match self.path(argument).as_deref() {
                Some("numpy.ndarray" | "numpy.typing.NDArray") => (
                    "does not say what arrays the list holds".to_owned(),
                    Some(format!("say it, as in `{param}: list[pyrx.float64[:]]` with a colon for each dimension")),
                ),
                _ => self.inner(argument, text).unwrap_or_else(unfit),
            },
            "builtins.tuple" | "typing.Tuple" => self.inner(argument, text).unwrap_or_else(unfit),
            "typing.Sequence" | "typing.Iterable" | "collections.abc.Sequence" | "collections.abc.Iterable" => {
                let item = text.get(span(argument).range()).unwrap_or("float");
                let hint = format!("annotate `{param}: list[{item}]`, or an array such as `{param}: pyrx.float64[:]`");
                ("allows any class that is a sequence".to_owned(), Some(hint))
            }
            "typing.Callable" | "collections.abc.Callable" => (
                "is a function, which is called as a Python object".to_owned(),
                Some("call a function of this module by its name".to_owned()),
            ),
            _ => unfit(),
        })
    }

    /// What is wrong with an item's type.
    fn inner(&self, argument: &Expr, text: &str) -> Option<Found> {
        let parts = match argument {
            Expr::Tuple(parts) => &parts.elts[..],
            single => std::slice::from_ref(single),
        };
        parts.iter().find_map(|part| match self.names(part, None) {
            Some((clause, hint)) => {
                // The hint names the parameter's type; here it is an item's.
                Some((clause, hint.map(|hint| hint.replace(&format!("{}: ", self.param), ""))))
            }
            None => self.choices(part).map(|_| {
                let shown = text.get(span(part).range()).unwrap_or_default();
                (format!("holds `{shown}`, and a native value has one type"), Some("annotate one of them".to_owned()))
            }),
        })
    }

    fn is_unknown(&self, name: &str) -> bool {
        !self.module.star_import && !self.module.globals.contains_key(name) && !is_builtin(name)
    }

    /// The full name of a dotted expression: of what is bound nowhere, as of a builtin.
    fn path(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Name(name) => match self.module.globals.get(name.id.as_str()) {
                Some(Global::Module(full) | Global::Member(full)) => Some(full.clone()),
                Some(_) => None,
                None => Some(format!("builtins.{}", name.id)),
            },
            Expr::Attribute(attribute) => Some(format!("{}.{}", self.path(&attribute.value)?, attribute.attr)),
            _ => None,
        }
    }
}

//! What tells one state of a module of C's from another: its own texts, and those of others that are compiled into it.

use super::rewrite::Rewriter;
use super::units::{has_bodies_elsewhere, named, parts};
use crate::{Need, Part, Source};

/// A number that differs where the texts do that a module is compiled from: its own and what they include, and those of the
/// modules that it cimports from. The same whichever module asks.
pub fn of_module(source: &Source, name: &str) -> u64 {
    let mut texts = Vec::new();
    let (mut modules, mut at) = (vec![name.to_owned()], 0);
    while let Some(module) = modules.get(at).cloned() {
        let own = own_parts(source, &module, at == 0);
        for other in cimported(source, &own, &module) {
            if !modules.contains(&other) {
                modules.push(other);
            }
        }
        texts.extend(own);
        at += 1;
    }
    include(source, &mut texts);
    // Paths depend on where the command runs, the order on what is compiled.
    let mut texts: Vec<&str> = texts.into_iter().map(|part| part.text).collect();
    texts.sort_unstable();
    of_text(&texts.join("\0"))
}

/// The files of a module; of one that is cimported the `.pyx` only where that has bodies which are compiled in.
fn own_parts<'s>(source: &'s Source, module: &str, is_first: bool) -> Vec<Part<'s>> {
    let all = parts(source, module);
    let Some(header) = source.part(&Need::Declarations(module.to_owned())) else { return all };
    if is_first || has_bodies_elsewhere(&Rewriter::read(source, &source.whole(), &[header]).declarations) {
        return all;
    }
    vec![header]
}

fn cimported(source: &Source, parts: &[Part<'_>], module: &str) -> Vec<String> {
    let needs = named(&Rewriter::read(source, &source.whole(), parts).declarations, module);
    let at_hand = needs.into_iter().filter(|need| source.part(need).is_some());
    let names = at_hand.filter_map(|need| match need {
        Need::Declarations(name) => Some(name),
        Need::Stub | Need::Definitions(_) | Need::Module(_) | Need::Include { .. } => None,
    });
    names.collect()
}

/// Adds what the texts include, directly or not.
fn include<'s>(source: &'s Source, texts: &mut Vec<Part<'s>>) {
    let mut at = 0;
    while let Some(from) = texts.get(at).map(|part| part.path) {
        let files = source.files.iter().zip(source.parts().skip(1));
        let included = files.filter(|(file, _)| match &file.need {
            Need::Include { from: own, .. } => own == from && file.text.is_some(),
            Need::Stub | Need::Declarations(_) | Need::Definitions(_) | Need::Module(_) => false,
        });
        for (_, part) in included {
            if texts.iter().all(|known| known.base != part.base) {
                texts.push(part);
            }
        }
        at += 1;
    }
}

/// A number that differs where texts do: FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
pub fn of_text(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

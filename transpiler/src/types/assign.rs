//! Types that flow into assignment targets.

use super::body::Body;
use super::promote::{self, RightHand};
use super::{index_type, iterate, methods, power, wanted};
use crate::hir::{AugTarget, BinOp, Expr, ExprId, Target, TargetKind};
use crate::ty::Type;

impl<'a> Body<'a, '_> {
    pub(super) fn assign(&mut self, targets: &'a [Target], value: &'a Expr) {
        let depends = power::is_power(value) || self.is_fused_function(value) || wanted::is_choice(value);
        for target in targets.iter().filter(|_| depends) {
            if let Some(place) = self.place_type(target) {
                self.direct_power(value, &place);
                self.want_pointer(value, &place);
                self.want_number(value, &place);
            }
        }
        if targets.iter().any(|target| matches!(target.kind, TargetKind::Tuple { .. })) {
            self.unpacked.insert(value.id);
        }
        let untyped = |target: &Target| match target.kind {
            TargetKind::Local(web) => self.function.webs[web.0 as usize].declared.is_none(),
            _ => false,
        };
        let ty = if targets.iter().all(untyped) { self.chosen(value, |_| true) } else { self.expr(value) };
        for target in targets {
            if let TargetKind::Local(web) = target.kind {
                self.note_sign(web, value);
                self.note_object(web, value);
            }
            self.bind(target, &ty);
            if let TargetKind::Local(web) = target.kind {
                let held = self.instance.web(web).clone();
                self.expect(value, &held);
            }
            let object = |web| *self.instance.web(web) == Type::Object;
            if matches!(target.kind, TargetKind::Local(web) if object(web)) && super::body::holds_list(&ty) {
                // What the variable holds as an object is no copy.
                self.leak(value);
            }
        }
    }

    /// Binds a target to a value of this type.
    pub(super) fn bind(&mut self, target: &'a Target, ty: &Type) {
        match &target.kind {
            TargetKind::Local(web) => self.widen(web.0 as usize, ty),
            TargetKind::Global(_) => {}
            TargetKind::Attribute { value, .. } => {
                self.expr(value);
            }
            TargetKind::Index { value, index } => {
                self.expr(value);
                self.index_items(index);
                self.item_stored(value, index, ty);
            }
            TargetKind::Tuple { elements, star } => self.bind_tuple(elements, *star, ty),
        }
    }

    fn bind_tuple(&mut self, elements: &'a [Target], star: Option<usize>, ty: &Type) {
        let types = unpacked(ty, elements.len(), star);
        for (element, ty) in elements.iter().zip(&types) {
            self.bind(element, ty);
        }
    }

    pub(super) fn aug_assign(&mut self, target: &'a AugTarget, op: BinOp, value: &'a Expr, result: ExprId) {
        match target {
            AugTarget::Local { read, write, .. } => {
                let value_type = self.expr(value);
                let old = self.inference.known(self.instance.web(*read).clone());
                let ty = self.in_place(op, &old, &value_type, value);
                self.set(result, ty.clone());
                self.note_in_place_sign(op, *read, *write, value, &ty);
                self.note_object(*write, value);
                self.widen(write.0 as usize, &ty);
                if matches!(old, Type::List(_)) && ty != old {
                    // It is the same list that has grown.
                    self.widen_group(*read, &ty);
                }
            }
            AugTarget::Global { name, .. } => {
                let value_type = self.expr(value);
                let library = || super::memory::settable(self.module(), name).map(|variable| variable.ty.ty());
                let ty = match super::memory::variable(self.module(), name).cloned().or_else(library) {
                    Some(variable) => self.in_place(op, &variable, &value_type, value),
                    None => Type::Object,
                };
                self.set(result, ty);
            }
            AugTarget::Attribute { value: object, name, .. } => {
                let of = self.expr(object);
                let value_type = self.expr(value);
                let part = || {
                    super::memory::part_of_complex(self.function, object, name)?;
                    methods::attribute(&of, name)
                };
                let library =
                    || super::memory::settable_member(self.module(), object, name).map(|variable| variable.ty.ty());
                let ty = match self.field(&of, name).or_else(part).or_else(library) {
                    Some(field) => self.in_place(op, &field, &value_type, value),
                    None => Type::Object,
                };
                self.set(result, ty);
            }
            AugTarget::Index { value: container, index, .. } => {
                let container_type = self.expr(container);
                self.index_items(index);
                let value_type = self.expr(value);
                let item = match &container_type {
                    Type::Array(array) => {
                        index_type(*array, index, |expr| self.instance.expr(expr.id).clone()).unwrap_or(Type::Object)
                    }
                    other => other.pointee().cloned().unwrap_or_else(|| methods::item_of(other)),
                };
                let ty = self.in_place(op, &self.inference.known(item), &value_type, value);
                match ty {
                    Type::Never | Type::Num(_) => self.item_stored(container, index, &ty),
                    _ if container_type.pointee().is_some() => {}
                    _ => self.leak(container),
                }
                self.set(result, ty);
            }
        }
    }

    /// The type of `old op= value`. An array changes in place; that is the interpreter's, for now.
    fn in_place(&mut self, op: BinOp, old: &Type, value_type: &Type, value: &Expr) -> Type {
        let (Type::Num(a), Type::Num(b)) = (old, value_type) else {
            return self.binary_type(op, old, value_type, None, Some(value));
        };
        match promote::in_place(op, *a, *b) {
            (op, RightHand::Natural) => {
                let power = promote::binary(op, *a, *b, RightHand::Natural, self.directives);
                power.map_or(Type::Object, |arithmetic| Type::Num(arithmetic.result))
            }
            (op, _) => self.binary_type(op, old, value_type, None, Some(value)),
        }
    }
}

/// The types of the parts when a value is unpacked into `count` targets; `Object` where the interpreter unpacks.
pub fn unpacked(ty: &Type, count: usize, star: Option<usize>) -> Vec<Type> {
    match (ty, star) {
        (Type::Never, _) => vec![Type::Never; count],
        (Type::Tuple(items), None) if items.len() == count => items.clone(),
        (Type::Tuple(items), Some(star)) if items.len() + 1 >= count => unpacked_star(items, count, star),
        // A list or array may have another length; the check is made when it runs.
        (Type::List(_) | Type::Array(_) | Type::Range, None) => vec![iterate::item_type(ty); count],
        _ => vec![Type::Object; count],
    }
}

fn unpacked_star(items: &[Type], count: usize, star: usize) -> Vec<Type> {
    let after = count - star - 1;
    let middle = &items[star..items.len() - after];
    let rest = middle.iter().fold(Type::Never, |joined, item| super::join_exact(&joined, item));
    let list = match rest {
        Type::Object => Type::Object,
        item => Type::List(Box::new(super::kept_item(item))),
    };
    let mut types = items[..star].to_vec();
    types.push(list);
    types.extend_from_slice(&items[items.len() - after..]);
    types
}

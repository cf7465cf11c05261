//! Operators.

use super::{Obj, error, status};
use crate::raise::Raise;
use pyo3::ffi::{self, PyObject};

macro_rules! operators {
    ($($name:ident $binary:ident $inplace:ident),* $(,)?) => {
        /// `a op b`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum BinOp { $($name,)* Pow }

        unsafe fn apply(op: BinOp, inplace: bool, a: *mut PyObject, b: *mut PyObject) -> *mut PyObject {
            // SAFETY: live objects, by the caller.
            unsafe {
                match (op, inplace) {
                    $((BinOp::$name, false) => ffi::$binary(a, b), (BinOp::$name, true) => ffi::$inplace(a, b),)*
                    (BinOp::Pow, false) => ffi::PyNumber_Power(a, b, ffi::Py_None()),
                    (BinOp::Pow, true) => ffi::PyNumber_InPlacePower(a, b, ffi::Py_None()),
                }
            }
        }
    };
}

operators! {
    Add PyNumber_Add PyNumber_InPlaceAdd,
    Sub PyNumber_Subtract PyNumber_InPlaceSubtract,
    Mul PyNumber_Multiply PyNumber_InPlaceMultiply,
    MatMul PyNumber_MatrixMultiply PyNumber_InPlaceMatrixMultiply,
    TrueDiv PyNumber_TrueDivide PyNumber_InPlaceTrueDivide,
    FloorDiv PyNumber_FloorDivide PyNumber_InPlaceFloorDivide,
    Mod PyNumber_Remainder PyNumber_InPlaceRemainder,
    LShift PyNumber_Lshift PyNumber_InPlaceLshift,
    RShift PyNumber_Rshift PyNumber_InPlaceRshift,
    BitAnd PyNumber_And PyNumber_InPlaceAnd,
    BitOr PyNumber_Or PyNumber_InPlaceOr,
    BitXor PyNumber_Xor PyNumber_InPlaceXor,
}

/// `op a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnOp {
    Neg,
    Pos,
    Invert,
    Not,
}

/// `a op b` of comparisons, identity and membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CmpOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
    Is,
    IsNot,
    In,
    NotIn,
}

/// `a op b`.
///
/// # Errors
/// What the operands raise; so for every function here.
pub fn binary(op: BinOp, a: &Obj, b: &Obj) -> Result<Obj, Raise> {
    // SAFETY: live objects.
    unsafe { Obj::result(apply(op, false, a.as_ptr(), b.as_ptr())) }
}

/// `a op= b`: the new value of `a`.
///
/// # Errors
/// See [`binary`].
pub fn inplace(op: BinOp, a: &Obj, b: &Obj) -> Result<Obj, Raise> {
    // SAFETY: live objects.
    unsafe { Obj::result(apply(op, true, a.as_ptr(), b.as_ptr())) }
}

/// # Errors
/// See [`binary`].
pub fn unary(op: UnOp, a: &Obj) -> Result<Obj, Raise> {
    let object = a.as_ptr();
    // SAFETY: a live object.
    unsafe {
        Obj::result(match op {
            UnOp::Neg => ffi::PyNumber_Negative(object),
            UnOp::Pos => ffi::PyNumber_Positive(object),
            UnOp::Invert => ffi::PyNumber_Invert(object),
            UnOp::Not => return Ok(boolean(!truth(a)?)),
        })
    }
}

/// # Errors
/// See [`binary`].
pub fn compare(op: CmpOp, a: &Obj, b: &Obj) -> Result<Obj, Raise> {
    let rich = match op {
        CmpOp::Lt => ffi::Py_LT,
        CmpOp::Le => ffi::Py_LE,
        CmpOp::Eq => ffi::Py_EQ,
        CmpOp::Ne => ffi::Py_NE,
        CmpOp::Gt => ffi::Py_GT,
        CmpOp::Ge => ffi::Py_GE,
        CmpOp::Is => return Ok(boolean(a.is(b))),
        CmpOp::IsNot => return Ok(boolean(!a.is(b))),
        CmpOp::In => return Ok(boolean(contains(b, a)?)),
        CmpOp::NotIn => return Ok(boolean(!contains(b, a)?)),
    };
    // SAFETY: live objects.
    unsafe { Obj::result(ffi::PyObject_RichCompare(a.as_ptr(), b.as_ptr(), rich)) }
}

fn contains(container: &Obj, item: &Obj) -> Result<bool, Raise> {
    // SAFETY: live objects.
    let found = unsafe { ffi::PySequence_Contains(container.as_ptr(), item.as_ptr()) };
    status(found).map(|()| found != 0)
}

/// `bool(a)`.
///
/// # Errors
/// See [`binary`].
pub fn truth(a: &Obj) -> Result<bool, Raise> {
    // SAFETY: a live object.
    match unsafe { ffi::PyObject_IsTrue(a.as_ptr()) } {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(error()),
    }
}

fn boolean(value: bool) -> Obj {
    // SAFETY: static objects.
    unsafe { Obj::from_borrowed(if value { ffi::Py_True() } else { ffi::Py_False() }) }
}

//! The stable codes of diagnostics, one row each.

/// A stable code such as `P0101`; the row's text explains it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(pub &'static str);

/// What is known of a code.
#[derive(Clone, Copy, Debug)]
pub struct CodeRow {
    pub code: Code,
    /// One clause without a full stop.
    pub meaning: &'static str,
    /// Markdown: what it means, a program that has it, what pyrx says, the program mended. `pyrx explain` and the manual show it.
    pub page: &'static str,
}

/// Declares the codes once: a constant for each, and the table the manual is made of.
macro_rules! codes {
    ($($name:ident $code:literal $meaning:literal;)*) => {
        impl Code { $(#[doc = $meaning] pub const $name: Code = Code($code);)* }
        /// Every code with its meaning and its page, in order.
        pub const CODES: &[CodeRow] = &[$(CodeRow {
            code: Code::$name,
            meaning: $meaning,
            page: include_str!(concat!("pages/", $code, ".md")),
        }),*];
    };
}

codes! {
    SYNTAX "P0101" "the source is not valid Python";
    SYNTAX_TOO_NEW "P0102" "the source uses syntax newer than this pyrx reads";
    NESTING "P0103" "the source is nested too deeply";
    ENCODING "P0104" "the source is not UTF-8";
    CYTHON_FORM "P0105" "the source has a form of Cython's that pyrx does not read yet";
    C_CALL "P0106" "a C function is called with arguments that it does not take";
    C_CONVERSION "P0107" "a value of a C type is used where its type does not fit";
    CYTHON_FILE "P0108" "what the source includes or cimports is not there";
    UNDECLARED "P0109" "a name of a `.pyx` is neither declared nor a builtin";
    C_DECLARATION "P0110" "a declaration of C's declares a name again, or what C cannot have";
    SIGNATURE "P0201" "a signature line or a type annotation cannot be read";
    SIGNATURE_TARGET "P0202" "a signature line names no function of the module, or disagrees with it";
    DIRECTIVE "P0203" "a directive is unknown or has a wrong value";
    FUSED "P0210" "a fused type stands where no type can be chosen for it, or a call fits none of its types";
    STRICT "P0301" "a function is not native, and strict mode asks for it";
    RACE "P0401" "iterations of a parallel loop may touch the same place";
    PRIVATE_READ "P0402" "an iteration of a parallel loop reads a variable that other iterations change";
    PRANGE "P0403" "a parallel loop has an option that does not exist, or a wrong value of one";
    NOGIL "P0404" "a `with nogil` block or `nogil` function uses Python objects";
    INTERNAL "P0901" "pyrx made Rust that does not compile; the function was left to the interpreter";
}

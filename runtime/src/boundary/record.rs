//! Elements that are structs of C's: the formats of buffers that fit them, and their objects.

use super::arg::{ArgLayout, ArgSpec, FromPy};
use super::c_view::{described, other_order};
use super::to_py::ToPy;
use crate::raise::{Cause, Exc, Raise};
use crate::view::{Dtype, Elem, Field, Record};
use pyo3::ffi::PyObject;

/// The dict of an element.
///
/// # Safety
/// An element lies at the address.
///
/// # Errors
/// `MemoryError`.
pub unsafe fn get<E: Elem + ToPy>(at: *const u8) -> Result<*mut PyObject, Raise> {
    // SAFETY: by the caller.
    unsafe { at.cast::<E>().read_unaligned() }.to_py()
}

/// Makes an element of a dict.
///
/// # Safety
/// The address has room for one.
///
/// # Errors
/// As the conversion of a struct.
pub unsafe fn set<E: Elem + FromPy>(object: *mut PyObject, at: *mut u8) -> Result<(), Raise> {
    const SPEC: ArgSpec = ArgSpec {
        name: "",
        expected: "struct",
        layout: ArgLayout::Any,
        writable: false,
        exact: false,
        function: "",
        c: None,
    };
    let value = E::from_py(object, const { &SPEC })?;
    // SAFETY: by the caller.
    unsafe { at.cast::<E>().write_unaligned(value) };
    Ok(())
}

/// Whether a buffer of this format and size of elements holds such structs; field names are not compared, only what lies
/// where. (The walk is that of `Cython/Utility/Buffer.c`, which gives the texts.)
///
/// # Errors
/// Cython's `ValueError`.
pub(super) fn check(format: &[u8], size: isize, record: &'static Record, name: &'static str) -> Result<(), Raise> {
    let mut walk = Walk::new(record, name);
    walk.text(format, 0)?;
    if size as usize != record.size {
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        return wrong(format!(
            "Item size of buffer ({size} byte{}) does not match size of '{name}' ({} byte{})",
            plural(size as usize),
            record.size,
            plural(record.size)
        ));
    }
    Ok(())
}

fn wrong<T>(text: String) -> Result<T, Raise> {
    Err(Raise::new(Cause::Message(Exc::ValueError, text)))
}

/// A struct that is walked through.
struct Frame {
    /// How messages call it.
    name: &'static str,
    fields: &'static [Field],
    at: usize,
    /// Where it starts, from the start of the whole.
    offset: usize,
}

/// What the next element of the format must be.
#[derive(Clone, Copy)]
struct Wanted {
    written: &'static str,
    item: Dtype,
    offset: usize,
    shape: &'static [usize],
}

impl Wanted {
    /// As the format has codes: `char` is of either sign.
    fn group(&self) -> u8 {
        match self.item {
            Dtype::I8 | Dtype::U8 if self.written == "char" => b'H',
            Dtype::I8 | Dtype::I16 | Dtype::I32 | Dtype::I64 => b'I',
            Dtype::Bool | Dtype::U8 | Dtype::U16 | Dtype::U32 | Dtype::U64 => b'U',
            Dtype::F32 | Dtype::F64 => b'R',
            Dtype::C64 | Dtype::C128 | Dtype::Record(_) => b'C',
        }
    }
}

struct Walk {
    whole: Wanted,
    /// The structs around what comes next; empty for a struct that may be a complex number, and at the end.
    frames: Vec<Frame>,
    ended: bool,
    /// How far the format has come in an element, in bytes.
    offset: usize,
    new_mode: u8,
    new_count: usize,
    mode: u8,
    count: usize,
    /// The code that waits to be matched; 0 for none.
    code: u8,
    complex: bool,
    is_valid_array: bool,
    alignment: usize,
}

impl Walk {
    fn new(record: &'static Record, name: &'static str) -> Walk {
        let whole = Wanted { written: name, item: Dtype::Record(record), offset: 0, shape: &[] };
        let mut walk = Walk {
            whole,
            frames: Vec::new(),
            ended: false,
            offset: 0,
            new_mode: b'@',
            new_count: 1,
            mode: b'@',
            count: 0,
            code: 0,
            complex: false,
            is_valid_array: false,
            alignment: 0,
        };
        walk.descend();
        walk
    }

    /// What comes next; `None` at the end.
    fn head(&self) -> Option<Wanted> {
        let Some(frame) = self.frames.last() else { return (!self.ended).then_some(self.whole) };
        let field = frame.fields.get(frame.at)?;
        let offset = frame.offset + field.offset;
        Some(Wanted { written: field.written, item: field.item, offset, shape: field.shape })
    }

    /// Into structs, up to the first number.
    fn descend(&mut self) {
        while let Some(Wanted { written, item: Dtype::Record(record), offset, .. }) = self.head()
            && !record.complex
        {
            self.enter(written, record, offset);
        }
    }

    fn enter(&mut self, name: &'static str, record: &'static Record, offset: usize) {
        self.frames.push(Frame { name, fields: record.fields, at: 0, offset });
    }

    /// To what comes after the head. Returns whether it was the last.
    fn advance(&mut self) -> bool {
        loop {
            let Some(frame) = self.frames.last_mut() else {
                self.ended = true;
                return true;
            };
            frame.at += 1;
            if frame.at < frame.fields.len() {
                self.descend();
                return false;
            }
            self.frames.pop();
        }
    }

    /// The error of an element that is another than the one that comes next.
    fn unexpected<T>(&self) -> Result<T, Raise> {
        let got = if self.code == 0 { "end" } else { described(self.code, self.complex) };
        let text = match (self.head(), self.frames.last()) {
            (None, _) => format!("Buffer dtype mismatch, expected end but got {got}"),
            (Some(head), None) => format!("Buffer dtype mismatch, expected '{}' but got {got}", head.written),
            (Some(head), Some(frame)) => {
                let field = frame.fields[frame.at].name;
                format!("Buffer dtype mismatch, expected '{}' but got {got} in '{}.{field}'", head.written, frame.name)
            }
        };
        wrong(text)
    }

    /// Matches the elements that were read and not matched yet.
    fn chunk(&mut self) -> Result<(), Raise> {
        if self.code == 0 {
            return Ok(());
        }
        let mut repeats = 1;
        if let Some(head) = self.head()
            && !head.shape.is_empty()
        {
            repeats = self.array(head)?;
        }
        let (size, align, group) = self.element()?;
        while self.count > 0 {
            let Some(head) = self.head() else { return self.unexpected() };
            if self.mode == b'@' {
                self.offset = self.offset.next_multiple_of(align);
                if self.alignment == 0 {
                    self.alignment = align;
                }
            }
            if head.item.size() != size || head.group() != group {
                if let Dtype::Record(record) = head.item {
                    self.enter(head.written, record, head.offset);
                    continue;
                }
                let char = head.group() == b'H' || group == b'H';
                if !char || head.item.size() != size {
                    return self.unexpected();
                }
            }
            if self.offset != head.offset {
                let (next, expected) = (self.offset, head.offset);
                return wrong(format!("Buffer dtype mismatch; next field is at offset {next} but {expected} expected"));
            }
            self.offset += size * repeats;
            self.count -= 1;
            if self.advance() && self.count > 0 {
                return self.unexpected();
            }
        }
        self.code = 0;
        self.complex = false;
        Ok(())
    }

    /// The items of the array that comes next: a text counts as one of bytes.
    fn array(&mut self, head: Wanted) -> Result<usize, Raise> {
        let mut ndim = 0;
        if matches!(self.code, b's' | b'p') {
            self.is_valid_array = head.shape.len() == 1;
            ndim = 1;
            if self.count != head.shape[0] {
                return wrong(format!("Expected a dimension of size {}, got {}", head.shape[0], self.count));
            }
        }
        if !self.is_valid_array {
            return wrong(format!("Expected {} dimensions, got {ndim}", head.shape.len()));
        }
        self.is_valid_array = false;
        self.count = 1;
        Ok(head.shape.iter().product())
    }

    /// Size, alignment and group of the code that waits.
    fn element(&self) -> Result<(usize, usize, u8), Raise> {
        let native = matches!(self.mode, b'@' | b'^');
        let (size, group) = match self.code {
            b'c' => (1, b'H'),
            b'b' | b's' | b'p' => (1, b'I'),
            b'?' | b'B' => (1, b'U'),
            b'h' => (2, b'I'),
            b'H' => (2, b'U'),
            b'i' => (4, b'I'),
            b'I' => (4, b'U'),
            b'l' => (if native { 8 } else { 4 }, b'I'),
            b'L' => (if native { 8 } else { 4 }, b'U'),
            b'q' => (8, b'I'),
            b'Q' => (8, b'U'),
            b'f' => (4, b'R'),
            b'd' => (8, b'R'),
            b'g' if native => (16, b'R'),
            b'g' => {
                let text = "Python does not define a standard format string size for long double ('g')..";
                return wrong(text.to_owned());
            }
            b'O' => (8, b'O'),
            other => return wrong(format!("Unexpected format string character: '{}'", char::from(other))),
        };
        Ok(if self.complex { (2 * size, size, b'C') } else { (size, size, group) })
    }

    /// Reads the format from a position to its end, or to that of a struct in it; where it stops.
    fn text(&mut self, format: &[u8], mut at: usize) -> Result<usize, Raise> {
        let mut complex = false;
        loop {
            let code = format.get(at).copied().unwrap_or(0);
            match code {
                0 => {
                    if self.code != 0 && self.head().is_none() {
                        return self.unexpected();
                    }
                    self.chunk()?;
                    return if self.head().is_some() { self.unexpected() } else { Ok(at) };
                }
                b' ' | b'\r' | b'\n' => at += 1,
                b'<' | b'>' | b'!' => {
                    let little = code == b'<';
                    if little != cfg!(target_endian = "little") {
                        return wrong(other_order(little).to_owned());
                    }
                    self.new_mode = b'=';
                    at += 1;
                }
                b'=' | b'@' | b'^' => {
                    self.new_mode = code;
                    at += 1;
                }
                b'T' => at = self.substruct(format, at + 1)?,
                b'}' => {
                    let alignment = self.alignment;
                    self.chunk()?;
                    if alignment > 0 {
                        self.offset = self.offset.next_multiple_of(alignment);
                    }
                    return Ok(at + 1);
                }
                b'x' => {
                    self.chunk()?;
                    self.offset += self.new_count;
                    self.new_count = 1;
                    self.count = 0;
                    self.mode = self.new_mode;
                    at += 1;
                }
                b'Z' => {
                    if !matches!(format.get(at + 1), Some(b'f' | b'd' | b'g')) {
                        return wrong("Unexpected format string character: 'Z'".to_owned());
                    }
                    complex = true;
                    at += 1;
                }
                b'?' | b'c' | b'b' | b'B' | b'h' | b'H' | b'i' | b'I' | b'l' | b'L' | b'q' | b'Q' | b'f' | b'd'
                | b'g' | b'O' | b'p' | b's' => {
                    self.read(code, complex)?;
                    complex = false;
                    at += 1;
                }
                b':' => {
                    let end = format[at + 1..].iter().position(|&code| code == b':');
                    at = end.map_or(format.len(), |end| at + end + 2);
                }
                b'(' => at = self.shape(format, at + 1)?,
                _ => (self.new_count, at) = number(format, at)?,
            }
        }
    }

    /// One code, alone or with those before it.
    fn read(&mut self, code: u8, complex: bool) -> Result<(), Raise> {
        let pooled = (self.code, self.complex, self.mode) == (code, complex, self.new_mode) && !self.is_valid_array;
        if pooled && code != b's' {
            self.count += self.new_count;
        } else {
            self.chunk()?;
            self.count = self.new_count;
            self.mode = self.new_mode;
            self.code = code;
            self.complex = complex;
        }
        self.new_count = 1;
        Ok(())
    }

    /// `T{...}`, as often as was said; where it ends.
    fn substruct(&mut self, format: &[u8], at: usize) -> Result<usize, Raise> {
        let (count, alignment) = (self.new_count, self.alignment);
        self.new_count = 1;
        if format.get(at) != Some(&b'{') {
            return wrong("Buffer acquisition: Expected '{' after 'T'".to_owned());
        }
        self.chunk()?;
        self.count = 0;
        self.alignment = 0;
        let mut after = at + 1;
        for _ in 0..count {
            after = self.text(format, at + 1)?;
        }
        if alignment > 0 {
            self.alignment = alignment;
        }
        Ok(after)
    }

    /// `(2,3)` before a code; where it ends.
    fn shape(&mut self, format: &[u8], mut at: usize) -> Result<usize, Raise> {
        if self.new_count != 1 {
            return wrong("Cannot handle repeated arrays in format string".to_owned());
        }
        self.chunk()?;
        let Some(head) = self.head() else { return self.unexpected() };
        let mut axes = 0;
        while let Some(&code) = format.get(at).filter(|code| **code != b')') {
            if code.is_ascii_whitespace() {
                at += 1;
                continue;
            }
            let length;
            (length, at) = number(format, at)?;
            if let Some(wanted) = head.shape.get(axes).filter(|wanted| **wanted != length) {
                return wrong(format!("Expected a dimension of size {wanted}, got {length}"));
            }
            match format.get(at) {
                Some(b',') => at += 1,
                Some(b')') => {}
                other => {
                    let other = char::from(other.copied().unwrap_or(0));
                    return wrong(format!("Expected a comma in format string, got '{other}'"));
                }
            }
            axes += 1;
        }
        if axes != head.shape.len() {
            return wrong(format!("Expected {} dimension(s), got {axes}", head.shape.len()));
        }
        if at >= format.len() {
            return wrong("Unexpected end of format string, expected ')'".to_owned());
        }
        self.is_valid_array = true;
        Ok(at + 1)
    }
}

/// The number at a position of a format, and where it ends.
fn number(format: &[u8], at: usize) -> Result<(usize, usize), Raise> {
    let digits = format[at..].iter().take_while(|code| code.is_ascii_digit()).count();
    let number = std::str::from_utf8(&format[at..at + digits]).ok().and_then(|digits| digits.parse().ok());
    match number {
        Some(number) => Ok((number, at + digits)),
        None => {
            let code = char::from(format.get(at).copied().unwrap_or(0));
            wrong(format!("Does not understand character buffer dtype format string ('{code}')"))
        }
    }
}

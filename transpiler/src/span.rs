//! Byte ranges in the source text, and the lines and columns they stand for.

/// A half-open byte range in the source text of the module.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(start: u32, end: u32) -> Self {
        Span { start, end }
    }

    /// For slicing the source text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The same place where offsets start later.
    pub fn shifted(self, base: u32) -> Span {
        Span::new(self.start + base, self.end + base)
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A place as an editor shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// 1-based, in its file.
    pub line: u32,
    /// 0-based, in bytes of UTF-8, as `ast` counts columns.
    pub column: u32,
}

/// Where each line of a source text starts; of several files, one behind the other.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// The offset at which each file starts, and how many lines lie before it.
    files: Vec<(u32, u32)>,
}

impl LineIndex {
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            let ends_line = byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends_line {
                starts.push(at as u32 + 1);
            }
        }
        LineIndex { starts, files: vec![(0, 0)] }
    }

    /// The lines of files that start at these offsets, in order, the first at 0.
    pub fn of_files(whole: &str, bases: impl IntoIterator<Item = u32>) -> Self {
        let starts = LineIndex::new(whole).starts;
        let before = |base: u32| (base, starts.partition_point(|&start| start < base) as u32);
        let files = bases.into_iter().map(before).collect();
        LineIndex { starts, files }
    }

    /// The number of the file that an offset is in: 0 is the module itself.
    pub fn file(&self, offset: u32) -> usize {
        self.files.partition_point(|&(base, _)| base <= offset).saturating_sub(1)
    }

    pub fn place(&self, offset: u32) -> Place {
        let line = self.starts.partition_point(|&start| start <= offset);
        // `starts[0]` is 0, so at least one start is not after any offset.
        let start = self.starts[line - 1];
        let before = self.files.get(self.file(offset)).map_or(0, |&(_, before)| before);
        Place { line: line as u32 - before, column: offset - start }
    }

    pub fn line(&self, offset: u32) -> u32 {
        self.place(offset).line
    }

    /// The byte range of a 1-based line, its newline included; `None` past the end.
    pub fn line_start(&self, line: u32) -> Option<u32> {
        self.starts.get(line.checked_sub(1)? as usize).copied()
    }

    pub fn line_count(&self) -> u32 {
        self.starts.len() as u32
    }
}

//! Catalogue rows of the builtins whose kernels are in this folder.

use crate::catalogue::Row;

pub const ROWS: &[Row] = &[];

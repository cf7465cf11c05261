//! Linked into every extension that pyrx generates.

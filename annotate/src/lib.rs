//! Facts recorded by the transpiler, as an HTML page or as JSON. Pure: no files.

//! The office: files that take a while to write, in a wasm module of their own which runs beside the page.

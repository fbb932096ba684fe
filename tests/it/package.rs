//! A code package as Lambda keeps one.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The package with this one file in it.
pub fn of(name: &str, content: &[u8]) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    package.start_file(name, SimpleFileOptions::default()).expect("room in memory");
    package.write_all(content).expect("room in memory");
    package.finish().expect("room in memory").into_inner()
}

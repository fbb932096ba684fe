//! Code packages as strangers may make them: whatever comes, it is read within bounds or refused with a reason.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::documents::package::{Package, Unread};
use crate::testing::code::package;

fn refused(bytes: Vec<u8>) -> String {
    match Package::read(bytes) {
        Err(Unread::Unfit(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn sources_are_read_and_the_files_of_libraries_are_counted_alone() {
    let files = [
        ("index.mjs", "export {};"),
        ("node_modules/left-pad/index.js", "module.exports = 1;"),
        ("picture.png", "png"),
    ];
    let read = Package::read(package(&files)).unwrap();
    assert_eq!(read.paths().collect::<Vec<_>>(), ["index.mjs", "node_modules/left-pad/index.js", "picture.png"]);
    assert_eq!(read.sources().collect::<Vec<_>>(), [("index.mjs", "export {};")]);
    assert!(read.has_libraries());
}

#[test]
fn what_leads_out_of_the_package_is_refused() {
    for path in ["../index.mjs", "/etc/passwd", "a/../../b.js", "C:\\index.mjs"] {
        assert!(refused(package(&[(path, "")])).contains("a file with the path"), "{path}");
    }
}

/// A thousand times smaller than what it holds.
#[test]
fn a_file_that_unpacks_to_more_than_is_read_is_refused() {
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("index.mjs", SimpleFileOptions::default()).unwrap();
    bomb.write_all(&vec![b' '; 64 * 1024 * 1024]).unwrap();
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 100_000);
    assert!(refused(bomb).contains("the file index.mjs is larger"));
}

#[test]
fn many_files_that_unpack_to_more_than_is_read_together_are_refused() {
    let text = " ".repeat(1024 * 1024);
    let names: Vec<String> = (0..9).map(|number| format!("{number}.js")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), text.as_str())).collect();
    assert!(refused(package(&files)).contains("larger than what is read"));
}

#[test]
fn more_files_than_anybody_writes_are_refused() {
    let names: Vec<String> = (0..1001).map(|number| format!("{number}.js")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert!(refused(package(&files)).contains("more than 1000 files"));
}

#[test]
fn two_files_of_one_name_are_refused() {
    let bytes = package(&[("index.mjs", "1"), ("index.mjx", "2")]);
    let twins = replaced(&bytes, b"index.mjx", b"index.mjs");
    assert!(Package::read(twins).is_err());
}

#[test]
fn encrypted_files_are_refused() {
    // The first flag of an entry says that it is encrypted, in both places where an entry is described.
    let bytes = package(&[("index.mjs", "1")]);
    let flagged = |bytes: &[u8], head: &[u8], at: usize| {
        let start = bytes.windows(4).position(|window| window == head).unwrap();
        let mut bytes = bytes.to_vec();
        bytes[start + at] |= 1;
        bytes
    };
    let bytes = flagged(&flagged(&bytes, b"PK\x03\x04", 6), b"PK\x01\x02", 8);
    assert!(refused(bytes).contains("index.mjs is encrypted"));
}

#[test]
fn a_package_that_breaks_off_and_what_is_none_are_told_apart() {
    let whole = package(&[("index.mjs", "export {};")]);
    assert!(matches!(Package::read(whole[..whole.len() / 2].to_vec()), Err(Unread::Damaged(_))));
    assert!(matches!(Package::read(b"<!doctype html>".to_vec()), Err(Unread::NoZip)));
    assert!(matches!(Package::read(Vec::new()), Err(Unread::NoZip)));
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for at in 0..bytes.len() - from.len() {
        if bytes[at..].starts_with(from) {
            bytes[at..at + from.len()].copy_from_slice(to);
        }
    }
    bytes
}

proptest! {
    #[test]
    fn whatever_comes_is_read_or_refused(rest in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = Package::read([b"PK\x03\x04".as_slice(), &rest].concat());
    }

    #[test]
    fn a_package_with_a_few_other_bytes_is_read_or_refused(at in 0..300_usize, with in any::<u8>()) {
        let mut bytes = package(&[("index.mjs", "export const handler = 1;"), ("package.json", "{}")]);
        let at = at % bytes.len();
        bytes[at] = with;
        let _ = Package::read(bytes);
    }
}

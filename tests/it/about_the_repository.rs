//! Tests about the repository's files; each opens with its reason.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::catalog::{self, Exercise};
use crate::harness::tools::repository;

/// A verifier with more lines than this below its declarations has taken over a reader's work.
const LONGEST_VERIFIER: usize = 60;

/// Collects complaints over all files, so that one run shows them all.
pub fn none(wrong: impl IntoIterator<Item = String>) {
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A verifier says what the book wants; talking to AWS is the readers' work, which every verifier shares.
#[test]
fn verifiers_leave_the_sdk_to_the_readers() {
    none(verifiers().into_iter().filter(|path| read(path).contains("aws_sdk")).map(|path| path.display().to_string()));
}

/// A verifier reads like a sentence; its clauses and reads are data, and as many as the exercise has.
#[test]
fn verifiers_are_short() {
    none(verifiers().into_iter().filter_map(|path| {
        let lines = read(&path).lines().skip_while(|line| !line.starts_with("pub async fn verify")).count();
        (lines > LONGEST_VERIFIER).then(|| format!("{}: {lines} lines, more than {LONGEST_VERIFIER}", path.display()))
    }));
}

fn verifiers() -> Vec<PathBuf> {
    let verifier = |exercise: &Exercise| repository().join("checks").join(&exercise.slug).with_extension("rs");
    catalog::all().iter().map(verifier).collect()
}

/// Who opens a file learns from its first line what it is for.
#[test]
fn every_file_opens_with_what_it_is_for() {
    let ours = ["rs", "sh", "toml", "py"];
    let files = files(repository()).into_iter();
    let files =
        files.filter(|path| path.extension().is_some_and(|extension| ours.iter().any(|ours| extension == *ours)));
    none(files.filter(|path| !opens_with_a_comment(&read(path))).map(|path| path.display().to_string()));
}

fn opens_with_a_comment(text: &str) -> bool {
    let first = text.lines().find(|line| !line.starts_with("#!/")).unwrap_or_default();
    let comment = ["//!", "//", "#", "\"\"\""].iter().find_map(|mark| first.strip_prefix(mark));
    comment.is_some_and(|text| text.trim().len() > 10)
}

/// The repository's files, without what Git, Cargo and Python put beside them.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let ours = paths.filter(|path| !["CACHEDIR.TAG", "pyvenv.cfg", "HEAD"].iter().any(|mark| path.join(mark).exists()));
    ours.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

//! Tests about the repository's files; each opens with its reason.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::catalog::{self, Exercise};
use crate::harness::tools::repository;
use crate::imports::Imports;
use crate::types;

/// A verifier with more lines than this below its declarations has taken over a reader's work.
const LONGEST_VERIFIER: usize = 60;

/// The layers of the program, each of which uses only those before it. A folder in a folder stands before the outer one.
#[rustfmt::skip]
const LAYERS: [&str; 22] = [
    "failure", "ui", "catalog", "practice", "workspace", "quiz", "checked", "progress", "review", "cli", "check", "left",
    "map", "report", "doctor", "pages", "dialogue", "watch::session", "watch::screen", "watch", "commands", "",
];
/// The crates whose files must not import each other in large circles.
const CRATES: [&str; 2] = ["src", "checks"];
/// The most files in a circle. What recurs by nature, such as the layout of Markdown, needs two or three.
const LARGEST_CIRCLE: usize = 3;

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

/// A check that is judged again is judged as of its own time, so whatever judges is told the time by the account's clock.
#[test]
fn judges_know_no_clock_but_the_one_they_are_given() {
    // The clock itself; and doctor's look at how far the machine's clock is off.
    const OWN: [&str; 2] = ["checks/outside.rs", "checks/health.rs"];
    const CLOCKS: [&str; 3] = ["SystemTime::now", "Timestamp::now", "Zoned::now"];
    let tests = ["checks/tests/", "checks/testing/", "checks/tests.rs", "checks/testing.rs"];
    let own = |path: &Path| path.strip_prefix(repository()).expect("a file of it").to_string_lossy().into_owned();
    let judging = files(&repository().join("checks")).into_iter().filter(|path| {
        let path = own(path);
        path.ends_with(".rs") && !tests.iter().any(|tests| path.starts_with(tests)) && !OWN.contains(&path.as_str())
    });
    none(judging.filter_map(|path| {
        let text = read(&path);
        let clock = CLOCKS.iter().find(|clock| text.contains(*clock))?;
        Some(format!("{} asks {clock}, and not the account's clock", own(&path)))
    }));
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
    catalog::all().iter().filter(|exercise| !exercise.is_asked()).map(verifier).collect()
}

/// A change of a file can only be felt in its own layer and in those above.
#[test]
fn no_file_imports_a_layer_above_its_own() {
    let layer = |module: &str| {
        let is_in = |layer: &&str| module == *layer || module.starts_with(&format!("{layer}::"));
        LAYERS.iter().position(is_in).unwrap_or_else(|| panic!("{module} is in no layer"))
    };
    let upward = Imports::of(&repository().join("src")).arrows().into_iter().flat_map(|(module, used)| {
        let above = used.into_iter().filter(|used| layer(used) > layer(&module)).collect::<Vec<_>>();
        above.into_iter().map(move |used| format!("{module} imports {used}, which is a layer above it"))
    });
    none(upward);
}

/// In a large circle nobody can say what a change reaches.
#[test]
fn files_import_each_other_in_small_circles_at_most() {
    none(CRATES.iter().flat_map(|folder| {
        let circles = Imports::of(&repository().join(folder)).circles();
        let large = circles.into_iter().filter(|circle| circle.len() > LARGEST_CIRCLE);
        large.map(move |circle| format!("{folder}: {} files in a circle: {circle:?}", circle.len()))
    }));
}

/// A name that stands for two things explains neither.
#[test]
fn two_types_never_share_a_name() {
    let shared = types::names(&repository().join("src")).into_iter().filter(|(_, files)| files.len() > 1);
    none(shared.map(|(name, files)| format!("{name}: {}", files.join(", "))));
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
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let ours = paths.filter(|path| !["CACHEDIR.TAG", "pyvenv.cfg", "HEAD"].iter().any(|mark| path.join(mark).exists()));
    ours.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// A second stack for the same thing takes its time to compile, and is one more to trust. So is a C library.
#[test]
fn http_and_tls_are_compiled_once_and_have_no_c_library() {
    let lock: toml::Table = read(&repository().join("Cargo.lock")).parse().expect("Cargo wrote it");
    let packages = lock["package"].as_array().expect("there are several");
    let times = |wanted: &&str| packages.iter().filter(|package| package["name"].as_str() == Some(*wanted)).count();
    let once = ["h2", "http", "http-body", "hyper", "hyper-rustls", "hyper-util", "ring", "rustls", "tokio-rustls"];
    let never = ["aws-lc-rs", "aws-lc-sys", "native-tls", "openssl-sys"];
    none(once.iter().filter(|name| times(name) != 1).map(|name| format!("{name} is there {} times", times(name))));
    none(never.iter().filter(|name| times(name) > 0).map(|name| format!("{name} is there")));
}

//! Makes the table of verifiers from the chapter folders, and the list of words that a report keeps. A verifier that no
//! `mod` line names ends the build.

#[path = "build/vocabulary.rs"]
mod vocabulary;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("verifiers.rs");
    println!("cargo::rerun-if-changed={}", here.display());
    println!("cargo::rerun-if-changed={}", here.with_file_name("exercises").display());
    let words = out.with_file_name("vocabulary.txt");
    fs::write(&words, vocabulary::vocabulary(&here)).unwrap_or_else(|error| panic!("{}: {error}", words.display()));
    match table(&here) {
        Ok(table) => {
            fs::write(&out, table).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
            ExitCode::SUCCESS
        }
        Err(flaws) => {
            for flaw in flaws {
                println!("cargo::error={flaw}");
            }
            ExitCode::FAILURE
        }
    }
}

/// The table of the verifiers that lie in the chapter folders below `checks`.
///
/// # Errors
/// Each verifier and chapter that no `mod` line names, and each `mod` line of a chapter that names no verifier.
pub fn table(checks: &Path) -> Result<String, Vec<String>> {
    let mut flaws = Vec::new();
    let mut table = String::from("/// Every verifier, by chapter and slug.\npub const VERIFIERS: &[Verifier] = &[\n");
    for chapter in entries(checks).iter().filter(|path| is_chapter(path)).map(|path| stem(path)) {
        let verifiers: Vec<_> =
            entries(&checks.join(&chapter)).into_iter().filter(|path| is_rust(path)).map(|path| stem(&path)).collect();
        flaws.extend(unnamed(checks, "lib.rs", &chapter, "mod", &format!("{chapter}/")));
        let file = format!("{chapter}.rs");
        for slug in &verifiers {
            flaws.extend(unnamed(checks, &file, slug, "pub mod", &format!("{chapter}/{slug}.rs")));
            row(&mut table, &chapter, slug);
        }
        for (line, slug) in modules(&checks.join(&file)).iter().filter(|(_, slug)| !verifiers.contains(slug)) {
            flaws.push(format!("checks/{file}:{line}: there is no verifier checks/{chapter}/{slug}.rs"));
        }
    }
    table.push_str("];\n");
    if flaws.is_empty() { Ok(table) } else { Err(flaws) }
}

fn row(table: &mut String, chapter: &str, slug: &str) {
    let module = format!("crate::{chapter}::{slug}");
    let _ = writeln!(
        table,
        "    Verifier {{ slug: \"{chapter}/{slug}\", clauses: {module}::CLAUSES, reads: {module}::READS, \
         verify: |aws, you, it| Box::pin({module}::verify(aws, you, it)) }},"
    );
}

/// The complaint that `file` has no line for the module, which is in `place`.
fn unnamed(checks: &Path, file: &str, module: &str, keyword: &str, place: &str) -> Option<String> {
    let is_named = modules(&checks.join(file)).iter().any(|(_, named)| named == module);
    let line = format!("{keyword} {module};");
    (!is_named).then(|| format!("checks/{place} is no part of the crate: add the line `{line}` to checks/{file}"))
}

/// The modules that a file names, each with the number of its line; none if there is no such file.
fn modules(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let named = |line: &str| {
        let line = line.trim().trim_start_matches("pub(crate) ").trim_start_matches("pub ");
        Some(line.strip_prefix("mod ")?.strip_suffix(';')?.to_owned())
    };
    text.lines().enumerate().filter_map(|(index, line)| Some((index + 1, named(line)?))).collect()
}

fn is_chapter(path: &Path) -> bool {
    path.is_dir()
        && stem(path).strip_prefix("ch").is_some_and(|n| n.len() == 2 && n.bytes().all(|b| b.is_ascii_digit()))
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// What is in a folder, by name.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths
}

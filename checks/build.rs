//! Lists the verifiers that lie in the chapter folders, so that a new one needs no line elsewhere.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    println!("cargo::rerun-if-changed={}", here.display());
    let mut modules = String::new();
    let mut table = String::from("/// Every verifier, by chapter and slug.\npub const VERIFIERS: &[Verifier] = &[\n");
    for chapter in sorted(&here)?.iter().filter(|path| is_chapter(path)) {
        println!("cargo::rerun-if-changed={}", chapter.display());
        list_chapter(chapter, &mut modules, &mut table)?;
    }
    table.push_str("];\n");
    fs::write(out.join("verifiers.rs"), modules + &table)
}

fn list_chapter(folder: &Path, modules: &mut String, table: &mut String) -> io::Result<()> {
    let chapter = stem(folder);
    for file in sorted(folder)?.iter().filter(|path| path.extension().is_some_and(|e| e == "rs")) {
        let name = stem(file);
        let module = format!("{chapter}_{name}");
        let _ = writeln!(modules, "#[path = {:?}]\nmod {module};", file.display().to_string());
        let _ = writeln!(
            table,
            "    Verifier {{ slug: \"{chapter}/{name}\", clauses: {module}::CLAUSES, reads: {module}::READS, \
             verify: |aws, you, it| Box::pin({module}::verify(aws, you, it)) }},"
        );
    }
    Ok(())
}

fn is_chapter(path: &Path) -> bool {
    path.is_dir()
        && stem(path).strip_prefix("ch").is_some_and(|n| n.len() == 2 && n.bytes().all(|b| b.is_ascii_digit()))
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

//! The verifiers as a whole: each has tests of its own.

use std::fs;
use std::path::Path;

use crate::VERIFIERS;

/// A verifier that only the tables go through was never seen to judge anything.
#[test]
fn no_forgotten_verifier() {
    let forgotten: Vec<_> = VERIFIERS.iter().filter_map(|verifier| forgotten(verifier.slug)).collect();
    assert!(forgotten.is_empty(), "{}", forgotten.join("\n"));
}

/// What the tests of a verifier lack.
fn forgotten(slug: &str) -> Option<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let read = |name: &str| fs::read_to_string(tests.join(name)).unwrap_or_default();
    let (chapter, module) = slug.split_once('/').expect("a slug has a chapter");
    let (own, of_chapter) = (read(&format!("{slug}.rs")), read(&format!("{chapter}.rs")));
    if own.is_empty() {
        return Some(format!("checks/tests/{slug}.rs is missing"));
    }
    if !of_chapter.lines().any(|line| line == format!("mod {module};")) {
        return Some(format!("checks/tests/{chapter}.rs lacks the line `mod {module};`"));
    }
    let tries_it = own.contains("#[tokio::test]") && own.contains(&format!("\"{slug}\""));
    (!tries_it).then(|| format!("checks/tests/{slug}.rs has no test of {slug}"))
}

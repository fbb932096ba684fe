//! What docs/trust.md promises is tested: each test that it names exists.

use crate::about_the_repository::{none, read};
use crate::harness::tools::repository;
use crate::kinds::functions;

/// A page that names tests which are gone promises too much.
#[test]
fn every_test_that_the_page_of_trust_names_exists() {
    let page = read(&repository().join("docs/trust.md"));
    let folders = ["checks", "src", "tests"].map(|folder| functions(&repository().join(folder)));
    let tests = folders.concat();
    let is_test = |name: &&str| {
        name.len() > 8
            && name.contains('_')
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    let named: Vec<_> = page.split('`').skip(1).step_by(2).filter(is_test).collect();
    assert!(named.len() > 30, "the page was not read: {named:?}");
    none(
        named
            .into_iter()
            .filter(|name| !tests.contains(&format!("fn {name}(")))
            .map(|name| format!("there is no {name}")),
    );
}

/// Every promise has a test beside it.
#[test]
fn no_promise_is_without_a_test() {
    let page = read(&repository().join("docs/trust.md"));
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| promise"));
    none(rows.filter(|row| row.matches('`').count() < 2).map(str::to_owned));
}

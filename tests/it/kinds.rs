//! The table of kinds of wrong verdicts: all that it names exists.

use std::path::Path;

use crate::about_the_repository::{none, read};
use crate::harness::catalog::{self, Exercise};
use crate::harness::tools::repository;

/// A row: its kind, its clauses, and its states and tests.
type Row = [String; 3];

fn rows() -> Vec<Row> {
    let text = read(&repository().join("checks/KINDS.md"));
    let is_row = |line: &&str| line.starts_with("| ") && !line.starts_with("| kind |");
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let row = |line: &str| cells(line).try_into().unwrap_or_else(|_| panic!("three cells are wanted: {line}"));
    text.lines().filter(is_row).map(row).collect()
}

/// What stands between backticks.
fn named(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

fn exercise(number: &str) -> Option<&'static Exercise> {
    catalog::all().iter().find(|exercise| exercise.id == number)
}

/// A fault is looked for in every clause of its kind, so the table must not name what is gone.
#[test]
fn every_clause_state_and_test_of_the_table_of_kinds_exists() {
    let tests = functions(&repository().join("checks")) + &functions(&repository().join("tests"));
    let rows = rows();
    assert!(rows.len() > 10, "the table was not read");
    none(rows.iter().flat_map(|[kind, clauses, states]| {
        let no_clause = named(clauses).filter(|clause| !is_clause(clause));
        let no_state = named(states).filter(|state| !is_state(state) && !tests.contains(&format!("fn {state}(")));
        let wrong = no_clause.chain(no_state).map(|name| format!("{kind}: there is no {name}"));
        let is_empty = [clauses, states].into_iter().any(|cell| named(cell).next().is_none());
        wrong.chain(is_empty.then(|| format!("{kind}: clauses and states are wanted"))).collect::<Vec<_>>()
    }));
}

/// A clause is `exercise id`; its verifier declares the constant.
fn is_clause(name: &str) -> bool {
    let Some((number, id)) = name.split_once(' ') else { return false };
    let Some(exercise) = exercise(number) else { return false };
    let verifier = read(&repository().join("checks").join(&exercise.slug).with_extension("rs"));
    let constant = id.to_uppercase();
    let declares = |line: &str| {
        let rest = line.strip_prefix("    ").and_then(|line| line.strip_prefix(&constant));
        rest.is_some_and(|rest| rest.starts_with(':') || rest.starts_with(" ="))
    };
    verifier.lines().any(declares)
}

/// A state is `exercise/file`.
fn is_state(name: &str) -> bool {
    let Some((number, file)) = name.split_once('/') else { return false };
    let states = exercise(number).map(Exercise::mistakes).unwrap_or_default();
    states.iter().any(|path| path.file_stem().is_some_and(|stem| stem == file))
}

/// The text of all Rust files below a folder.
pub fn functions(folder: &Path) -> String {
    let files = catalog::files(folder);
    files.iter().filter(|path| path.extension().is_some_and(|end| end == "rs")).map(|path| read(path)).collect()
}

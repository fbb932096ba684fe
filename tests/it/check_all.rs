//! `check --all --format json`: scripts find every clause of every exercise, by the id that no rewording changes.

use crate::harness::catalog;
use crate::harness::emulator::Emulator;
use crate::harness::workspace::Workspace;

/// Holds the findings of all exercises against the ids of their clauses, in order. Of an exercise that asks
/// there is one, about the answer.
fn assert_every_finding_has_its_id(workspace: &Workspace) {
    let report = workspace.check(&["--all"]);
    let slugs: Vec<&str> = report.exercises.iter().map(|exercise| exercise.slug.as_str()).collect();
    let expected: Vec<&str> = catalog::all().iter().map(|exercise| exercise.slug.as_str()).collect();
    assert_eq!(slugs, expected);
    for (exercise, about) in report.exercises.iter().zip(catalog::all()) {
        let ids: Vec<&str> = exercise.findings.iter().map(|finding| finding.id.as_str()).collect();
        let clauses = msl_learn_checks::clause_ids(&exercise.slug);
        let clauses = if about.about.asks.is_some() { vec!["answer".to_owned()] } else { clauses };
        assert_eq!(ids, clauses, "{}", exercise.slug);
        let is_name =
            |id: &&str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b"_0123456789".contains(&b));
        assert!(ids.iter().all(is_name), "{}: {ids:?}", exercise.slug);
    }
    let findings = report.exercises.iter().map(|exercise| exercise.findings.len()).sum::<usize>();
    assert!(findings > report.exercises.len(), "only {findings} findings");
}

#[test]
fn every_finding_has_its_id_in_an_account_where_nothing_is_built() {
    assert_every_finding_has_its_id(&Workspace::of(&Emulator::ministack()));
}

#[test]
fn every_finding_has_its_id_where_nothing_answers() {
    assert_every_finding_has_its_id(&Workspace::at("http://127.0.0.1:1", "000000000000"));
}

//! The golden path: the book from beginning to end in one account, each exercise not done before its solution and done
//! after it.

use crate::harness::catalog::{self, Exercise};
use crate::harness::gaps;
use crate::harness::kind::Kind;
use crate::harness::report::Checked;
use crate::harness::station::Visit;
use crate::harness::verdict::Verdict;
use crate::harness::walk;

#[test]
fn golden_path_in_ministack() {
    walk_through(Kind::MiniStack);
}

#[test]
fn golden_path_in_moto() {
    walk_through(Kind::Moto);
}

fn walk_through(kind: Kind) {
    let walk = walk::of(kind);
    let mut wrong = walk.wrong();
    if walk.is_whole() {
        wrong.extend(at_the_end(kind, &walk.end().visit()));
    }
    assert!(wrong.is_empty(), "{} things are wrong in {kind}:\n\n{}", wrong.len(), wrong.join("\n"));
}

/// In the end every exercise is done, also those whose state a later one has undone.
fn at_the_end(kind: Kind, visit: &Visit) -> Vec<String> {
    let report = visit.workspace.check(&["--all"]);
    let ids: Vec<_> = report.exercises.iter().map(|exercise| &exercise.id).collect();
    assert_eq!(ids, catalog::all().iter().map(|exercise| &exercise.id).collect::<Vec<_>>(), "not the book's order");
    let pairs = report.exercises.iter().zip(catalog::all());
    let bad = pairs.filter(|(seen, exercise)| !fine_at_the_end(kind, exercise, seen));
    bad.map(|(seen, _)| format!("at the end, checking all:\n{seen}")).collect()
}

/// Whether the check of an exercise says what it must once the exercise and some later ones are done.
pub fn fine_at_the_end(kind: Kind, exercise: &Exercise, seen: &Checked) -> bool {
    let has_gaps = |exercise: &Exercise| !gaps::of(kind, exercise, None).is_empty();
    // Who has undone it cannot be told either, or not be reached here.
    let undone_unseen = match seen.verdict {
        Verdict::CannotTell => exercise.successor().is_some(),
        Verdict::NotDone => exercise.way_to_successor().iter().any(|step| !gaps::is_solvable(kind, step)),
        _ => false,
    };
    let done = matches!(seen.verdict, Verdict::Done | Verdict::Asked);
    !gaps::is_solvable(kind, exercise) || undone_unseen || (done != has_gaps(exercise))
}

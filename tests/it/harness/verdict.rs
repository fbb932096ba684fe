//! What is known of an exercise and of each of its clauses, and how the one follows from the others.

use serde::Deserialize;

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Done,
    NotDone,
    NotReady,
    CannotTell,
    Asked,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum ClauseVerdict {
    Holds,
    Fails,
    NotReady,
    CannotTell,
    Skipped,
}

impl Verdict {
    /// One bad clause outweighs one unreadable clause; an unreadable clause outweighs one that waits.
    /// Where nothing holds, nothing was seen, and that is not *done*.
    pub fn of(clauses: impl Iterator<Item = ClauseVerdict>) -> Self {
        let clauses: Vec<_> = clauses.collect();
        match () {
            () if clauses.contains(&ClauseVerdict::Fails) => Verdict::NotDone,
            () if clauses.contains(&ClauseVerdict::CannotTell) => Verdict::CannotTell,
            () if clauses.contains(&ClauseVerdict::NotReady) => Verdict::NotReady,
            () if clauses.contains(&ClauseVerdict::Holds) => Verdict::Done,
            () => Verdict::CannotTell,
        }
    }
}

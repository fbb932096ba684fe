//! results.jsonl: what was seen of each learner, and when. Lines are only added, so a program that is killed loses none. No mail
//! address, ARN, key id or text of a resource is in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use msl_learn_checks::{ClauseVerdict, Verdict};
use serde::{Deserialize, Serialize};

use super::journal;
use super::kinds::How;
use super::trouble::ReadTrouble;
use crate::checked::Checked;
use crate::failure::Result;

/// The results of a class.
pub const RESULTS_FILE: &str = "results.jsonl";
/// What the results call the round of a hand-in.
pub const HAND_IN: &str = "hand-in";
const SCHEMA: u32 = 1;

/// What was seen of a learner at one time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultLine {
    schema: u32,
    /// The round, or `hand-in`.
    pub round: String,
    pub at: Timestamp,
    /// The pseudonym.
    pub learner: String,
    /// Why the account could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<ReadTrouble>,
    /// Of a hand-in: the chapters that the learner's join code has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chapters: Vec<u8>,
    /// Likewise, the exercises of these that it leaves out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leave_out: Vec<String>,
    /// Likewise, the exercise to which the learner's practice account was brought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brought: Option<String>,
    pub exercises: Vec<ExerciseResult>,
}

/// What was seen of an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExerciseResult {
    /// Such as `4.3`.
    pub id: String,
    pub how: How,
    pub verdict: ResultVerdict,
    /// How many clauses hold, of how many.
    pub held: usize,
    pub of: usize,
    /// The ids of the clauses that fail, in the exercise's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<String>,
    /// Whether it cannot be told because a later exercise, which is done, undoes it on purpose.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paused: bool,
}

/// A verdict as it is kept. An answer that stands is *done*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultVerdict {
    Done,
    NotDone,
    NotReady,
    CannotTell,
}

impl ExerciseResult {
    /// What is kept of a check that came about so.
    pub fn of(checked: &Checked, how: How) -> Self {
        let verdict = match checked.verdict {
            Verdict::Done | Verdict::Asked => ResultVerdict::Done,
            Verdict::NotDone => ResultVerdict::NotDone,
            Verdict::NotReady => ResultVerdict::NotReady,
            Verdict::CannotTell => ResultVerdict::CannotTell,
        };
        let how = if checked.exercise.asks.is_some() { How::Answered } else { how };
        let with = |wanted: ClauseVerdict| checked.findings.iter().filter(move |finding| finding.verdict == wanted);
        Self {
            id: checked.exercise.id(),
            how,
            verdict,
            held: with(ClauseVerdict::Holds).count(),
            of: checked.findings.len(),
            failed: with(ClauseVerdict::Fails).map(|finding| finding.id.clone()).collect(),
            paused: false,
        }
    }
}

impl ResultLine {
    /// What was seen of a learner.
    pub fn seen(round: &str, at: Timestamp, learner: &str, exercises: Vec<ExerciseResult>) -> Self {
        let (round, learner) = (round.to_owned(), learner.to_owned());
        Self {
            schema: SCHEMA,
            round,
            at,
            learner,
            trouble: None,
            chapters: Vec::new(),
            leave_out: Vec::new(),
            brought: None,
            exercises,
        }
    }

    /// The same of somebody who joined with a code that has these chapters, without these exercises of them.
    #[must_use]
    pub fn by_code(self, chapters: &[u8], leave_out: &[String]) -> Self {
        Self { chapters: chapters.to_vec(), leave_out: leave_out.to_vec(), ..self }
    }

    /// The same from an account that was brought to this exercise.
    #[must_use]
    pub fn brought_to(self, exercise: Option<&str>) -> Self {
        Self { brought: exercise.map(str::to_owned), ..self }
    }

    /// That nothing could be seen.
    pub fn unseen(round: &str, at: Timestamp, learner: &str, trouble: ReadTrouble) -> Self {
        Self { trouble: Some(trouble), ..Self::seen(round, at, learner, Vec::new()) }
    }
}

/// The kept results of a class, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct ClassResults(pub Vec<ResultLine>);

impl ClassResults {
    /// Reads the results of the class in `root`.
    ///
    /// # Errors
    /// As [`journal::read`].
    pub fn read(root: &Path) -> Result<Self> {
        journal::read(&root.join(RESULTS_FILE)).map(Self)
    }

    /// Adds lines at the end.
    ///
    /// # Errors
    /// As [`journal::add`].
    pub fn add(root: &Path, lines: &[ResultLine]) -> Result<()> {
        if lines.is_empty() { Ok(()) } else { journal::add(&root.join(RESULTS_FILE), lines) }
    }

    /// Deletes what rounds saw between two times at which the same was seen of the learner: rounds that go on for hours see the
    /// same again and again, and only since when and until when tells something.
    ///
    /// # Errors
    /// As [`journal::retain`].
    pub fn thin(root: &Path) -> Result<()> {
        let known = Self::read(root)?;
        let mut own: BTreeMap<&str, Vec<&ResultLine>> = BTreeMap::new();
        for line in &known.0 {
            own.entry(&line.learner).or_default().push(line);
        }
        let is_same = |one: &ResultLine, other: &ResultLine| {
            (one.trouble, &one.exercises) == (other.trouble, &other.exercises) && one.at <= other.at
        };
        let amid = own.values().flat_map(|lines| lines.windows(3)).filter_map(|three| match three {
            [before, line, after] if is_same(before, line) && is_same(line, after) => Some(*line),
            _ => None,
        });
        let told_twice: BTreeSet<(&str, &str)> = amid
            .filter(|line| line.round != HAND_IN)
            .map(|line| (line.round.as_str(), line.learner.as_str()))
            .collect();
        let is_kept = |line: &ResultLine| !told_twice.contains(&(line.round.as_str(), line.learner.as_str()));
        journal::retain(&root.join(RESULTS_FILE), is_kept)
    }

    /// Deletes what is older than so many days.
    ///
    /// # Errors
    /// As [`journal::retain`].
    pub fn forget(root: &Path, days: u16, now: Timestamp) -> Result<()> {
        let oldest = now - SignedDuration::from_hours(24 * i64::from(days));
        journal::retain(&root.join(RESULTS_FILE), |line: &ResultLine| line.at >= oldest)
    }
}

#[cfg(test)]
pub mod tests {
    use std::fs;

    use super::*;

    /// A line about one exercise.
    pub fn line(learner: &str, at: &str, id: &str, verdict: ResultVerdict, failed: &[&str]) -> ResultLine {
        let failed: Vec<String> = failed.iter().map(|id| (*id).to_owned()).collect();
        let of = 4;
        let held = if verdict == ResultVerdict::Done { of } else { of - failed.len().min(of) };
        let one = ExerciseResult { id: id.into(), how: How::Practice, verdict, held, of, failed, paused: false };
        ResultLine::seen("hand-in", at.parse().expect("a time"), learner, vec![one])
    }

    #[test]
    fn what_was_cut_off_is_not_read_and_does_not_harm_what_follows() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = line("l-a", "2026-11-30T10:00:00Z", "4.3", ResultVerdict::NotDone, &["policy"]);
        let second = ResultLine::unseen("r1", first.at, "l-b", ReadTrouble::NoRole);
        ClassResults::add(folder.path(), std::slice::from_ref(&first)).expect("written");
        let file = folder.path().join(RESULTS_FILE);
        let mut text = fs::read_to_string(&file).expect("a file");
        text.push_str("{\"schema\":1,\"rou");
        fs::write(&file, text).expect("written");
        assert_eq!(ClassResults::read(folder.path()).expect("read").0, std::slice::from_ref(&first));
        ClassResults::add(folder.path(), std::slice::from_ref(&second)).expect("written");
        assert_eq!(ClassResults::read(folder.path()).expect("read").0, [first, second]);
    }

    #[test]
    fn old_results_are_deleted() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |day: &str| line("l-a", &format!("{day}T10:00:00Z"), "4.3", ResultVerdict::Done, &[]);
        ClassResults::add(folder.path(), &[at("2026-01-01"), at("2026-11-30")]).expect("written");
        ClassResults::forget(folder.path(), 180, at("2026-12-01").at).expect("written");
        assert_eq!(ClassResults::read(folder.path()).expect("read").0, [at("2026-11-30")]);
    }

    #[test]
    fn of_what_rounds_see_again_and_again_the_first_and_the_last_are_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        use ResultVerdict::{Done, NotDone};
        let seen = |hour: u32, learner: &str, verdict| {
            let line = line(learner, &format!("2026-11-30T{hour:02}:00:00Z"), "4.3", verdict, &[]);
            ResultLine { round: format!("r{hour}"), ..line }
        };
        let lines: Vec<_> = (10..14).map(|hour| seen(hour, "l-a", NotDone)).collect();
        let done: Vec<_> = (14..17).map(|hour| seen(hour, "l-a", Done)).collect();
        let other = [seen(10, "l-b", NotDone), seen(11, "l-b", NotDone)];
        let handed_in: Vec<_> =
            (10..13).map(|hour| ResultLine { round: HAND_IN.into(), ..seen(hour, "l-c", Done) }).collect();
        let all = [&lines[..], &done, &other, &handed_in].concat();
        ClassResults::add(folder.path(), &all).expect("written");
        ClassResults::thin(folder.path()).expect("written");
        let ends = [&lines[0], &lines[3], &done[0], &done[2]].map(Clone::clone);
        let expected = [&ends[..], &other, &handed_in].concat();
        assert_eq!(ClassResults::read(folder.path()).expect("read").0, expected);
    }

    #[test]
    fn a_damaged_line_is_named_and_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(RESULTS_FILE), "{}\n").expect("written");
        assert!(ClassResults::read(folder.path()).expect_err("damaged").message.contains("line 1 is damaged"));
    }
}

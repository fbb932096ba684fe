//! Where each learner stands, folded from the kept results, and where the class is stuck.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::decisions::{Decided, Decisions};
use super::folder::ClassFolder;
use super::kinds::{ClassAccounts, How};
use super::older_code::{Lacking, OlderCode, lacking};
use super::results::{ClassResults, ExerciseResult, HAND_IN, ResultLine, ResultVerdict};
use super::roster::ClassLearner;
use super::trouble::ReadTrouble;
use crate::catalog::{self, Exercise};

/// Where a learner stands.
#[derive(Clone)]
pub struct Standing {
    pub learner: Arc<ClassLearner>,
    /// Of the exercises asked about.
    pub done: usize,
    /// When something was last known of the learner.
    pub last: Option<Timestamp>,
    /// When the learner last handed in what counts, by the learner's clock.
    pub handed_in: Option<Timestamp>,
    /// The first exercise that is not done, if it is known to be so.
    pub at: Option<StuckAt>,
    /// The exercise to which the learner's practice account was brought.
    pub brought: Option<&'static Exercise>,
    /// Why the account could not be read the last time.
    pub trouble: Option<ReadTrouble>,
    /// How what is known came about.
    pub how: Option<How>,
    /// What of the class the learner's join code does not have.
    pub lacking: Lacking,
    /// What is known of each exercise asked about.
    verdicts: Vec<Option<ResultVerdict>>,
}

/// What holds a learner up.
#[derive(Clone)]
pub struct StuckAt {
    pub exercise: &'static Exercise,
    /// The first clause that fails.
    pub clause: String,
    /// Since when it is the first.
    pub since: Timestamp,
}

/// A clause that holds learners up.
pub struct Hurdle {
    pub exercise: &'static Exercise,
    pub clause: String,
    /// Those who have been there longest first.
    pub learners: Vec<(Arc<ClassLearner>, Timestamp)>,
}

/// An exercise in numbers of learners.
#[derive(Clone)]
pub struct ExerciseTally {
    pub exercise: &'static Exercise,
    pub done: usize,
    pub not_done: usize,
    pub not_ready: usize,
    pub cannot_tell: usize,
    pub unseen: usize,
}

/// Some of the learners, by what they need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LearnerGroup {
    /// A clause holds them up.
    Stuck,
    /// Their account could not be read the last time.
    Unread,
    /// Nothing is known of them.
    Silent,
    /// They have done all that is asked about.
    Done,
}

impl LearnerGroup {
    pub const ALL: [Self; 4] = [Self::Stuck, Self::Unread, Self::Silent, Self::Done];

    /// The word in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stuck => "help",
            Self::Unread => "unread",
            Self::Silent => "silent",
            Self::Done => "done",
        }
    }

    /// The words on pages, after "learners".
    pub fn words(self) -> &'static str {
        match self {
            Self::Stuck => "needing help",
            Self::Unread => "not readable",
            Self::Silent => "not seen yet",
            Self::Done => "with everything done",
        }
    }
}

/// Where the class, or a section of it, stands in some exercises.
#[derive(Clone)]
pub struct ClassStanding {
    pub accounts: ClassAccounts,
    /// The section, if these are its learners alone.
    pub section: Option<String>,
    pub learners: Vec<Standing>,
    pub exercises: usize,
    /// Each of the exercises, in their order.
    pub tallies: Vec<ExerciseTally>,
}

impl ClassStanding {
    /// Folds the results. An exercise from which a learner is excused holds up nobody.
    pub fn of(
        class: &ClassFolder,
        results: &ClassResults,
        decisions: &Decisions,
        wanted: &[&'static Exercise],
    ) -> Self {
        let mut lines: BTreeMap<&str, Vec<&ResultLine>> = BTreeMap::new();
        for line in &results.0 {
            lines.entry(&line.learner).or_default().push(line);
        }
        // A hand-in may come in later than what was seen after it.
        lines.values_mut().for_each(|lines| lines.sort_by_key(|line| line.at));
        let learners = class.roster.0.iter().map(|learner| {
            let own = lines.get(learner.pseudonym.as_str()).map_or(&[][..], Vec::as_slice);
            standing(class, learner, own, decisions, wanted)
        });
        let learners: Vec<_> = learners.collect();
        let tallies = tallies(wanted, &learners);
        Self { accounts: class.settings.accounts, section: None, learners, exercises: wanted.len(), tallies }
    }

    /// The same of the learners of a section alone.
    #[must_use]
    pub fn of_section(&self, section: &str) -> Self {
        let own = self.learners.iter().filter(|one| one.learner.is_of(Some(section)));
        let learners: Vec<_> = own.cloned().collect();
        let wanted: Vec<_> = self.tallies.iter().map(|tally| tally.exercise).collect();
        let tallies = tallies(&wanted, &learners);
        Self { section: Some(section.to_owned()), learners, tallies, ..*self }
    }

    /// Whether the learner is in the group. One who is stuck may be one who cannot be read, too.
    pub fn is_in(&self, one: &Standing, group: LearnerGroup) -> bool {
        match group {
            LearnerGroup::Stuck => one.at.is_some(),
            LearnerGroup::Unread => one.trouble.is_some(),
            LearnerGroup::Silent => one.last.is_none() && one.trouble.is_none(),
            LearnerGroup::Done => one.done == self.exercises && one.done > 0,
        }
    }

    /// Who needs help first: those who are stuck, the longest first; those who cannot be read; those who were never seen; all
    /// others; and those who have done all. Who needs the same stands in the roster's order.
    pub fn by_need(&self) -> Vec<&Standing> {
        let need = |one: &&Standing| match &one.at {
            Some(at) => (0, at.since),
            None if one.trouble.is_some() => (1, Timestamp::MIN),
            None if one.last.is_none() => (2, Timestamp::MIN),
            None if !self.is_in(one, LearnerGroup::Done) => (3, Timestamp::MIN),
            None => (4, Timestamp::MIN),
        };
        let mut learners: Vec<_> = self.learners.iter().collect();
        learners.sort_by_key(need);
        learners
    }

    /// Whether anything is known of anybody.
    pub fn has_seen(&self) -> bool {
        self.learners.iter().any(|standing| standing.last.is_some())
    }

    /// Where learners are stuck: by the first clause that fails, most learners first.
    pub fn hurdles(&self) -> Vec<Hurdle> {
        let mut hurdles: Vec<Hurdle> = Vec::new();
        for standing in &self.learners {
            let Some(at) = &standing.at else { continue };
            let is_same = |hurdle: &&mut Hurdle| hurdle.exercise.slug == at.exercise.slug && hurdle.clause == at.clause;
            match hurdles.iter_mut().find(is_same) {
                Some(hurdle) => hurdle.learners.push((standing.learner.clone(), at.since)),
                None => hurdles.push(Hurdle {
                    exercise: at.exercise,
                    clause: at.clause.clone(),
                    learners: vec![(standing.learner.clone(), at.since)],
                }),
            }
        }
        hurdles.iter_mut().for_each(|hurdle| hurdle.learners.sort_by_key(|(_, since)| *since));
        hurdles.sort_by_key(|hurdle| {
            (usize::MAX - hurdle.learners.len(), hurdle.exercise.chapter, hurdle.exercise.number, hurdle.clause.clone())
        });
        hurdles
    }

    /// Learners whose join code is older than a chapter or an exercise of the class.
    pub fn older_codes(&self) -> Vec<OlderCode<'_>> {
        let older = self.learners.iter().filter(|one| !one.lacking.is_empty());
        older.map(|one| OlderCode { learner: &one.learner, lacking: one.lacking.clone() }).collect()
    }

    /// Learners of whom nothing is known.
    pub fn silent(&self) -> impl Iterator<Item = &Standing> {
        self.learners.iter().filter(|one| self.is_in(one, LearnerGroup::Silent))
    }

    /// Learners whose account could not be read the last time.
    pub fn unread(&self) -> impl Iterator<Item = (&Standing, ReadTrouble)> {
        self.learners.iter().filter_map(|standing| Some((standing, standing.trouble?)))
    }
}

fn tallies(wanted: &[&'static Exercise], learners: &[Standing]) -> Vec<ExerciseTally> {
    wanted.iter().enumerate().map(|(at, exercise)| tally(exercise, learners, at)).collect()
}

fn tally(exercise: &'static Exercise, learners: &[Standing], at: usize) -> ExerciseTally {
    let count = |wanted: Option<ResultVerdict>| learners.iter().filter(|one| one.verdicts[at] == wanted).count();
    ExerciseTally {
        exercise,
        done: count(Some(ResultVerdict::Done)),
        not_done: count(Some(ResultVerdict::NotDone)),
        not_ready: count(Some(ResultVerdict::NotReady)),
        cannot_tell: count(Some(ResultVerdict::CannotTell)),
        unseen: count(None),
    }
}

fn standing(
    class: &ClassFolder,
    learner: &ClassLearner,
    lines: &[&ResultLine],
    decisions: &Decisions,
    wanted: &[&'static Exercise],
) -> Standing {
    let latest = lines.iter().rfind(|line| line.trouble.is_none());
    let brought = latest.and_then(|line| catalog::exercise(line.brought.as_deref()?).ok());
    let place = |exercise: &Exercise| catalog::exercises().position(|other| other.slug == exercise.slug);
    let (mut done, mut at, mut how) = (0, None, None);
    // Where the account was brought, nothing holds up a learner who has done nothing there yet.
    let (mut ahead, mut is_at_work) = (None, brought.is_none());
    let mut verdicts = Vec::with_capacity(wanted.len());
    for exercise in wanted {
        let id = exercise.id();
        let seen = lines.iter().filter_map(|line| Some((line.at, line.exercises.iter().find(|one| one.id == id)?)));
        let seen: Vec<_> = seen.filter(|(_, one)| class.settings.has_counted(one.how)).collect();
        // What cannot be told leaves the last verdict as it is, unless that is because the learner has gone on.
        let is_told = |one: &ExerciseResult| one.verdict != ResultVerdict::CannotTell || one.paused;
        let told: Vec<_> = seen.iter().copied().filter(|(_, one)| is_told(one)).collect();
        // What a later exercise undoes on purpose stays done, as it does in grades.
        let stays_done = |(_, one): &&(Timestamp, &ExerciseResult)| {
            exercise.superseded_by.is_some() && one.verdict == ResultVerdict::Done
        };
        let counted = told.iter().find(stays_done).or(told.last());
        verdicts.push(counted.or(seen.last()).map(|(_, one)| one.verdict));
        let Some((_, latest)) = counted else { continue };
        how = how.or(Some(latest.how));
        let is_excused = decisions.of(learner, exercise).is_some_and(|one| one.decided == Decided::Excused);
        let is_ahead = brought.is_some_and(|from| place(from) <= place(exercise));
        match latest.verdict {
            ResultVerdict::Done => {
                done += 1;
                is_at_work |= is_ahead;
            }
            ResultVerdict::NotDone if !is_excused => {
                let first = if is_ahead { &mut ahead } else { &mut at };
                first.get_or_insert_with(|| stuck_at(exercise, &told, latest));
            }
            _ => {}
        }
    }
    let at = at.or(ahead.filter(|_| is_at_work));
    let last = lines.iter().filter(|line| line.trouble.is_none()).map(|line| line.at).max();
    let handed_in = lines.iter().filter(|line| line.round == HAND_IN).map(|line| line.at).max();
    let trouble = lines.last().and_then(|line| line.trouble);
    let lacking = lacking(class, lines.iter().copied());
    let learner = Arc::new(learner.clone());
    Standing { learner, done, last, handed_in, at, brought, trouble, how, lacking, verdicts }
}

fn stuck_at(exercise: &'static Exercise, told: &[(Timestamp, &ExerciseResult)], latest: &ExerciseResult) -> StuckAt {
    let first = latest.failed.first();
    let is_same =
        |(_, one): &&(Timestamp, &ExerciseResult)| one.verdict == latest.verdict && one.failed.first() == first;
    let since = told.iter().rev().take_while(is_same).last().map_or(Timestamp::UNIX_EPOCH, |(at, _)| *at);
    StuckAt { exercise, clause: first.cloned().unwrap_or_default(), since }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::results::tests::line;
    use crate::class::testing;
    use ResultVerdict::{CannotTell, Done, NotDone, NotReady};

    fn names(hurdle: &Hurdle) -> Vec<&str> {
        hurdle.learners.iter().map(|(learner, _)| learner.name.as_str()).collect()
    }

    #[test]
    fn the_class_is_stuck_at_the_first_clause_of_most_learners() {
        let (_folder, class) = testing::fixed(&["A", "B", "C", "D", "E"]);
        let results = ClassResults(vec![
            line("l-0", "2026-11-30T10:00:00Z", "4.3", NotDone, &["policy", "website"]),
            line("l-0", "2026-11-30T11:00:00Z", "4.3", NotDone, &["policy"]),
            line("l-1", "2026-11-30T09:00:00Z", "4.3", NotDone, &["policy", "index"]),
            line("l-2", "2026-11-30T10:00:00Z", "4.3", Done, &[]),
            line("l-2", "2026-11-30T10:00:00Z", "4.4", NotDone, &["record"]),
            line("l-3", "2026-11-30T10:00:00Z", "4.3", NotReady, &[]),
            line("l-4", "2026-11-30T10:00:00Z", "4.3", CannotTell, &[]),
        ]);
        let wanted: Vec<_> = class.settings.exercises().collect();
        let standing = ClassStanding::of(&class, &results, &Decisions::default(), &wanted);
        let hurdles = standing.hurdles();
        let told: Vec<_> = hurdles.iter().map(|h| (h.exercise.id(), h.clause.as_str(), names(h))).collect();
        let expected = [("4.3".to_owned(), "policy", vec!["B", "A"]), ("4.4".to_owned(), "record", vec!["C"])];
        assert_eq!(told, expected, "neither a wait nor what cannot be told holds anybody up");
        let since = hurdles[0].learners[1].1;
        assert_eq!(since.to_string(), "2026-11-30T10:00:00Z", "since the clause is the first");
        assert_eq!(standing.learners[2].done, 1);
        let tally = standing.tallies.iter().find(|tally| tally.exercise.id() == "4.3").expect("4.3");
        let ExerciseTally { done, not_done, not_ready, cannot_tell, unseen, .. } = tally;
        assert_eq!([done, not_done, not_ready, cannot_tell, unseen], [&1, &2, &1, &1, &0]);
    }

    /// 4.5 undoes 4.3, and 4.8 replaces 4.4: who has done them does not get stuck there later.
    #[test]
    fn what_a_later_exercise_undoes_holds_nobody_up() {
        let (_folder, class) = testing::fixed(&["A", "B"]);
        let results = ClassResults(vec![
            line("l-0", "2026-11-30T10:00:00Z", "4.3", Done, &[]),
            line("l-0", "2026-11-30T11:00:00Z", "4.3", NotDone, &["website"]),
            line("l-0", "2026-11-30T11:00:00Z", "4.6", NotDone, &["certificate"]),
            line("l-1", "2026-11-30T10:00:00Z", "4.6", Done, &[]),
            line("l-1", "2026-11-30T11:00:00Z", "4.6", NotDone, &["issued"]),
        ]);
        let wanted: Vec<_> = class.settings.exercises().collect();
        let standing = ClassStanding::of(&class, &results, &Decisions::default(), &wanted);
        let hurdles = standing.hurdles();
        let told: Vec<_> = hurdles.iter().map(|h| (h.exercise.id(), names(h))).collect();
        assert_eq!(told, [("4.6".to_owned(), vec!["A"]), ("4.6".to_owned(), vec!["B"])]);
        assert_eq!(standing.learners.iter().map(|one| one.done).collect::<Vec<_>>(), [1, 0]);
    }

    /// Between 4.5 and 4.8 a role shows of 4.4 what was undone on purpose.
    #[test]
    fn who_has_gone_on_is_not_stuck_at_what_was_undone() {
        let (_folder, class) = testing::fixed(&["A"]);
        let mut paused = line("l-0", "2026-11-30T11:00:00Z", "4.4", CannotTell, &["page"]);
        paused.exercises[0].paused = true;
        let before = line("l-0", "2026-11-30T10:00:00Z", "4.4", NotDone, &["record"]);
        let wanted: Vec<_> = class.settings.exercises().collect();
        let standing = ClassStanding::of(&class, &ClassResults(vec![before, paused]), &Decisions::default(), &wanted);
        assert!(standing.hurdles().is_empty() && standing.learners[0].done == 0);
        let tally = standing.tallies.iter().find(|tally| tally.exercise.id() == "4.4").expect("4.4");
        assert_eq!((tally.cannot_tell, tally.not_done), (1, 0));
    }

    /// Who was brought to 4.6 is not there by own work, until something there is done.
    #[test]
    fn where_an_account_was_brought_holds_nobody_up_at_once() {
        let (_folder, class) = testing::fixed(&["A", "B", "C"]);
        let brought = |line: ResultLine| line.brought_to(Some("4.6"));
        let not_done = |learner: &str, id: &str| line(learner, "2026-11-30T11:00:00Z", id, NotDone, &["certificate"]);
        let results = ClassResults(vec![
            line("l-0", "2026-11-30T10:00:00Z", "4.1", Done, &[]),
            brought(not_done("l-0", "4.6")),
            line("l-1", "2026-11-30T10:00:00Z", "4.2", NotDone, &["zone"]),
            brought(not_done("l-1", "4.6")),
            brought(line("l-2", "2026-11-30T10:00:00Z", "4.6", Done, &[])),
            brought(not_done("l-2", "4.7")),
        ]);
        let wanted: Vec<_> = class.settings.exercises().collect();
        let standing = ClassStanding::of(&class, &results, &Decisions::default(), &wanted);
        let told = standing.learners.iter().map(|one| (one.done, one.at.as_ref().map(|at| at.exercise.id())));
        let told: Vec<_> = told.collect();
        assert_eq!(told, [(1, None), (0, Some("4.2".into())), (1, Some("4.7".into()))]);
        assert!(standing.learners.iter().all(|one| one.brought.is_some_and(|exercise| exercise.id() == "4.6")));
    }

    #[test]
    fn what_cannot_be_told_keeps_the_last_verdict_and_what_does_not_count_is_nothing() {
        let (_folder, class) = testing::fixed(&["A", "B"]);
        let mut foreign = line("l-1", "2026-11-30T10:00:00Z", "4.3", Done, &[]);
        foreign.exercises[0].how = How::Seen;
        let results = ClassResults(vec![
            line("l-0", "2026-11-30T10:00:00Z", "4.3", Done, &[]),
            line("l-0", "2026-11-30T11:00:00Z", "4.3", CannotTell, &[]),
            foreign,
            ResultLine::unseen("r", "2026-11-30T12:00:00Z".parse().expect("a time"), "l-1", ReadTrouble::NoRole),
        ]);
        let wanted: Vec<_> = class.settings.exercises().collect();
        let standing = ClassStanding::of(&class, &results, &Decisions::default(), &wanted);
        assert_eq!(standing.learners.iter().map(|one| one.done).collect::<Vec<_>>(), [1, 0]);
        let unread: Vec<_> = standing.unread().map(|(one, trouble)| (one.learner.name.as_str(), trouble)).collect();
        assert_eq!(unread, [("B", ReadTrouble::NoRole)]);
        assert_eq!(standing.silent().count(), 0);
    }

    /// Who needs help first stands first, over the whole class or over a section of it.
    #[test]
    fn who_needs_help_stands_first() {
        let (_folder, mut class) = testing::fixed(&["A", "B", "C", "D", "E", "F"]);
        for (learner, section) in class.roster.0.iter_mut().zip(["x", "x", "x", "y", "y", "y"]) {
            section.clone_into(&mut learner.section);
        }
        let day = "2026-11-30T12:00:00Z".parse().expect("a time");
        let done = line("l-5", "2026-11-30T10:00:00Z", "4.3", Done, &[]);
        let results = ClassResults(vec![
            line("l-0", "2026-11-30T10:00:00Z", "4.3", NotReady, &[]),
            done,
            ResultLine::unseen("r", day, "l-2", ReadTrouble::NoRole),
            line("l-3", "2026-11-30T11:00:00Z", "4.3", NotDone, &["policy"]),
            line("l-4", "2026-11-30T10:00:00Z", "4.3", NotDone, &["policy"]),
        ]);
        let wanted = [catalog::exercise("4.3").expect("an exercise")];
        let standing = ClassStanding::of(&class, &results, &Decisions::default(), &wanted);
        let order = |standing: &ClassStanding| -> String {
            standing.by_need().iter().map(|one| one.learner.name.as_str()).collect()
        };
        assert_eq!(order(&standing), "EDCBAF");
        let section = standing.of_section("y");
        assert_eq!((order(&section).as_str(), section.tallies[0].not_done, section.tallies[0].done), ("EDF", 2, 1));
        let grouped = |group| standing.learners.iter().filter(|one| standing.is_in(one, group)).count();
        assert_eq!(LearnerGroup::ALL.map(grouped), [2, 1, 1, 1]);
    }
}

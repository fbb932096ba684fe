//! What the kept results are worth: recomputed each time, so that a deadline that moves or an excuse needs no new round.

use jiff::Timestamp;

use super::decisions::{Decided, Decisions};
use super::folder::ClassFolder;
use super::results::{ClassResults, ExerciseResult, ResultVerdict};
use super::roster::ClassLearner;
use crate::catalog::Exercise;

/// What a learner gets for an exercise or a column of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Grade {
    Points(f64),
    /// Not counted for the learner.
    Excused,
    /// Nothing was seen: no grade, unless the instructor says that it is zero.
    Missing,
    /// What was seen tells nothing: never a grade.
    Unknown,
}

/// A class about to be graded, as of a time.
pub struct Grading<'a> {
    pub class: &'a ClassFolder,
    /// One section of the class; without it, everybody.
    pub section: Option<&'a str>,
    pub results: &'a ClassResults,
    pub decisions: &'a Decisions,
    /// What came later counts for nothing.
    pub at: Timestamp,
    /// Whether nothing seen is worth zero.
    pub missing_is_zero: bool,
}

/// A column of a sheet of grades.
pub struct GradeColumn {
    pub title: String,
    pub exercises: Vec<&'static Exercise>,
}

impl Grading<'_> {
    /// Who is graded.
    pub fn learners(&self) -> impl Iterator<Item = &ClassLearner> {
        self.class.roster.0.iter().filter(|one| one.is_of(self.section))
    }

    /// Whether the exercise can be seen in a way that counts: otherwise it is in no grade.
    pub fn is_graded(&self, exercise: &Exercise) -> bool {
        self.class.settings.is_counted(exercise)
    }

    /// The most that the column is worth.
    pub fn possible(&self, column: &GradeColumn) -> f64 {
        column.exercises.iter().map(|exercise| self.class.settings.points_of(exercise)).sum()
    }

    /// What the learner gets for the column. Exercises from which the learner is excused share their points among the others.
    pub fn of(&self, learner: &ClassLearner, column: &GradeColumn) -> Grade {
        let (mut earned, mut possible, mut missing) = (0.0, 0.0, 0);
        for exercise in &column.exercises {
            let points = self.class.settings.points_of(exercise);
            match self.of_exercise(learner, exercise) {
                Grade::Excused => continue,
                Grade::Unknown => return Grade::Unknown,
                Grade::Missing => missing += 1,
                Grade::Points(own) => earned += own,
            }
            possible += points;
        }
        if column.exercises.is_empty() || (missing > 0 && !self.missing_is_zero) {
            return Grade::Missing;
        }
        if possible == 0.0 {
            let is_excused = |exercise: &&'static Exercise| self.of_exercise(learner, exercise) == Grade::Excused;
            return if column.exercises.iter().all(is_excused) { Grade::Excused } else { Grade::Points(earned) };
        }
        Grade::Points(earned * (self.possible(column) / possible))
    }

    fn of_exercise(&self, learner: &ClassLearner, exercise: &Exercise) -> Grade {
        match self.decisions.of(learner, exercise).map(|decision| decision.decided) {
            Some(Decided::Excused) => return Grade::Excused,
            // What the exercise is worth may have become less since.
            Some(Decided::Points(points)) => {
                return Grade::Points(points.min(self.class.settings.points_of(exercise)));
            }
            Some(Decided::Undone) | None => {}
        }
        let id = exercise.id();
        let until = self.until(learner, exercise);
        let own = self.results.0.iter().filter(|line| line.learner == learner.pseudonym && line.at <= until);
        let seen = own.flat_map(|line| &line.exercises).filter(|one| one.id == id);
        let seen: Vec<&ExerciseResult> = seen.filter(|one| self.class.settings.has_counted(one.how)).collect();
        let best = seen.iter().filter_map(|one| self.share(one)).reduce(f64::max);
        // What a later exercise has undone on purpose may have been done before.
        let is_paused = seen.iter().any(|one| one.paused);
        match best.filter(|share| !is_paused || *share == 1.0) {
            Some(share) => Grade::Points(share * self.class.settings.points_of(exercise)),
            None if seen.is_empty() => Grade::Missing,
            None => Grade::Unknown,
        }
    }

    /// The share of the points; none if the verdict is no grade.
    fn share(&self, one: &ExerciseResult) -> Option<f64> {
        match one.verdict {
            ResultVerdict::Done => Some(1.0),
            ResultVerdict::NotDone if self.class.settings.partial && one.of > 0 => {
                Some(one.held.min(one.of) as f64 / one.of as f64)
            }
            ResultVerdict::NotDone => Some(0.0),
            ResultVerdict::NotReady | ResultVerdict::CannotTell => None,
        }
    }

    /// Until when the learner's work counts: the deadline, or the learner's own if that is later.
    fn until(&self, learner: &ClassLearner, exercise: &Exercise) -> Timestamp {
        let deadline = self.class.settings.deadline_of(exercise);
        let own = deadline.map(|deadline| learner.until.map_or(deadline, |until| until.max(deadline)));
        own.map_or(self.at, |until| until.min(self.at))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::catalog;
    use crate::class::decisions::Decision;
    use crate::class::results::tests::line;
    use crate::class::testing;

    fn time(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    fn column(ids: &[&str]) -> GradeColumn {
        let exercises = ids.iter().map(|id| catalog::exercise(id).expect("an exercise")).collect();
        GradeColumn { title: "t".into(), exercises }
    }

    fn decided(learner: &str, exercise: &str, decided: Decided) -> Decision {
        let (learner, exercise) = (learner.to_owned(), exercise.to_owned());
        Decision { at: time("2026-12-01T00:00:00Z"), learner, exercise, decided, because: "ill".into() }
    }

    #[test]
    fn the_best_before_the_deadline_counts_and_a_later_regression_does_not() {
        let (_folder, mut class) = testing::fixed(&["A", "B", "C", "D"]);
        class.settings.deadlines = BTreeMap::from([("4".to_owned(), "2026-12-10T18:00:00Z".to_owned())]);
        class.roster.0[2].until = Some(time("2026-12-20T18:00:00Z"));
        use ResultVerdict::{CannotTell, Done, NotDone};
        let mut paused = line("l-3", "2026-12-01T10:00:00Z", "4.3", CannotTell, &["website"]);
        paused.exercises[0].paused = true;
        let results = ClassResults(vec![
            line("l-0", "2026-12-01T10:00:00Z", "4.3", Done, &[]),
            line("l-0", "2026-12-02T10:00:00Z", "4.3", NotDone, &["policy"]),
            line("l-1", "2026-12-10T18:00:00Z", "4.3", NotDone, &["policy"]),
            line("l-1", "2026-12-11T10:00:00Z", "4.3", Done, &[]),
            line("l-2", "2026-12-11T10:00:00Z", "4.3", Done, &[]),
            line("l-3", "2026-12-01T09:00:00Z", "4.3", NotDone, &["policy"]),
            paused,
        ]);
        let at = time("2027-01-01T00:00:00Z");
        let grades = |class: &ClassFolder| -> Vec<Grade> {
            let (results, decisions) = (&results, &Decisions::default());
            let grading = Grading { class, section: None, results, decisions, at, missing_is_zero: true };
            class.roster.0.iter().map(|learner| grading.of(learner, &column(&["4.3"]))).collect()
        };
        let (full, none) = (Grade::Points(1.0), Grade::Points(0.0));
        assert_eq!(grades(&class), [full, none, full, Grade::Unknown]);
        class.settings.partial = true;
        assert_eq!(grades(&class)[1], Grade::Points(0.75), "three of four clauses hold");
        class.settings.deadlines.clear();
        assert_eq!(grades(&class)[..3], [full, full, full], "no new round is needed");
    }

    #[test]
    fn an_excuse_shares_out_its_points_and_points_go_before_results() {
        let (folder, mut class) = testing::fixed(&["A", "B", "C"]);
        class.settings.points = BTreeMap::from([("4.3".to_owned(), 6.0), ("4.4".to_owned(), 2.0)]);
        for decision in [
            decided("l-0", "4.4", Decided::Excused),
            decided("l-1", "4.4", Decided::Points(1.5)),
            decided("l-2", "4.3", Decided::Excused),
            decided("l-2", "4.4", Decided::Excused),
        ] {
            Decisions::add(folder.path(), decision).expect("written");
        }
        let decisions = Decisions::read(folder.path()).expect("read");
        let done = |learner| line(learner, "2026-12-01T10:00:00Z", "4.3", ResultVerdict::Done, &[]);
        let results = ClassResults(vec![done("l-0"), done("l-1")]);
        let at = time("2027-01-01T00:00:00Z");
        let (section, missing_is_zero) = (None, false);
        let grading = Grading { class: &class, section, results: &results, decisions: &decisions, at, missing_is_zero };
        let grades = class.roster.0.iter().map(|learner| grading.of(learner, &column(&["4.3", "4.4"])));
        assert_eq!(grades.collect::<Vec<_>>(), [Grade::Points(8.0), Grade::Points(7.5), Grade::Excused]);
        let mut less = class.clone();
        less.settings.points.insert("4.4".into(), 0.5);
        let less = Grading { class: &less, ..grading };
        assert_eq!(less.of(&class.roster.0[1], &column(&["4.4"])), Grade::Points(0.5), "at most what it is worth");
        Decisions::add(folder.path(), decided("l-0", "4.4", Decided::Undone)).expect("written");
        let undone = Decisions::read(folder.path()).expect("read");
        let again = Grading { decisions: &undone, ..grading };
        assert_eq!(
            again.of(&class.roster.0[0], &column(&["4.3", "4.4"])),
            Grade::Missing,
            "what was seen counts again"
        );
        let missing = grading.of(&class.roster.0[0], &column(&["4.3", "4.5"]));
        assert_eq!(missing, Grade::Missing);
        assert_eq!(
            Grading { missing_is_zero: true, ..grading }.of(&class.roster.0[0], &column(&["4.3", "4.5"])),
            Grade::Points(6.0)
        );
    }
}

//! Where the practice account was brought to, and how the learner's own progress comes back.

use jiff::Timestamp;

use super::departure::Departure;
use super::event::{EventKind, whole_seconds};
use super::{Progress, StepState};
use crate::catalog::{self, Exercise};

impl Progress {
    /// Notes that the account was brought to the state in which the first `reached` exercises are done and no others;
    /// `kept` is the number of the copy of what was there. What the learner has done before stays done. What comes after is
    /// to be done again.
    pub fn go_away(&mut self, kept: u32, reached: usize, at: Timestamp) {
        let brought = self.exercises.iter().filter_map(|(slug, entry)| Some((slug.clone(), entry.brought?)));
        let mut departure = Departure { kept, at: whole_seconds(at), brought: brought.collect(), reopened: Vec::new() };
        for (place, exercise) in catalog::exercises().enumerate() {
            if place < reached {
                self.bring(exercise, at);
            } else if self.leave_behind(exercise, at) {
                departure.reopened.push(exercise.slug.to_owned());
            }
        }
        self.away.push(departure);
    }

    /// Notes that what is in the copy of that number is in the account again. What was done since is not in it, and is to be
    /// done again.
    pub fn come_back(&mut self, kept: u32) {
        self.leave_drill(kept);
        while let Some(departure) = self.away.pop_if(|departure| departure.kept >= kept) {
            for (slug, entry) in &mut self.exercises {
                entry.brought = departure.brought.get(slug).copied();
                let is_mine = departure.reopened.contains(slug) && entry.reopened == Some(departure.at);
                entry.reopened = entry.reopened.filter(|_| !is_mine);
                let was_here = departure.reopened.contains(slug);
                if !was_here && entry.done.is_some_and(|done| done > departure.at) {
                    entry.reopened = Some(departure.at);
                }
            }
        }
    }

    /// Notes that the practice account is empty: nothing is brought there any more, and no drill goes on in it. What the learner
    /// has done stays done. Returns how many exercises were brought.
    pub fn empty_account(&mut self, at: Timestamp) -> usize {
        self.end_drill(false, at);
        self.drills.kept = None;
        let brought = catalog::exercises().filter(|exercise| self.state(exercise) == StepState::Brought).count();
        self.exercises.values_mut().for_each(|entry| entry.brought = None);
        brought
    }

    /// The exercise to which the practice account was brought: the one after those that the account shows without the learner's
    /// work, or the last of these if the book ends there.
    pub fn brought_to(&self) -> Option<&'static Exercise> {
        let last = catalog::exercises().filter(|exercise| self.entry(exercise).is_brought()).last()?;
        Some(catalog::exercises().skip_while(|exercise| exercise.slug != last.slug).nth(1).unwrap_or(last))
    }

    /// Whether the practice account was brought elsewhere, or back, since the progress was as it is in `before`.
    pub fn has_moved_since(&self, before: &Self) -> bool {
        let departures = |progress: &Self| progress.away.iter().map(|one| (one.kept, one.at)).collect::<Vec<_>>();
        departures(self) != departures(before)
    }

    fn bring(&mut self, exercise: &Exercise, at: Timestamp) {
        // A skipped one too, although it stays skipped: what the account shows of it is not the learner's work either.
        if self.entry(exercise).is_done() || self.entry(exercise).unavailable.is_some() {
            return;
        }
        let entry = self.entry_mut(exercise);
        entry.stop_work(at);
        entry.brought = Some(whole_seconds(at));
        // Drills bring it here again and again, which would crowd out the rest.
        if entry.history.last().is_none_or(|last| last.what != EventKind::Brought) {
            entry.record(at, EventKind::Brought);
        }
    }

    /// Returns whether it was done, and is to be done again now.
    fn leave_behind(&mut self, exercise: &Exercise, at: Timestamp) -> bool {
        if self.entry(exercise).brought.is_some() {
            self.entry_mut(exercise).brought = None;
        }
        let is_done = self.entry(exercise).is_done();
        if is_done {
            self.entry_mut(exercise).reopened = Some(whole_seconds(at));
        }
        is_done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Plan;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn exercise(id: &str) -> &'static Exercise {
        catalog::exercise(id).expect("an exercise")
    }

    /// The learner has done 4.1 and 4.3, and skipped 4.2.
    fn begun() -> Progress {
        let mut progress = Progress::default();
        for id in ["4.1", "4.3"] {
            progress.entry_mut(exercise(id)).done = Some(at(0));
        }
        progress.skip(exercise("4.2"), at(0));
        progress
    }

    fn states(progress: &Progress) -> Vec<&'static str> {
        catalog::exercises().take(5).map(|exercise| progress.state(exercise).name()).collect()
    }

    #[test]
    fn in_an_empty_account_nothing_is_brought_and_the_way_back_stays() {
        let mut progress = begun();
        progress.go_away(1, 2, at(1));
        progress.go_away(2, 5, at(2));
        progress.begin_drill(vec!["ch04/s3_website_hosting/policy".into()], 3, at(3));
        let sixth = catalog::exercises().nth(5).map(|exercise| exercise.slug);
        assert_eq!(progress.brought_to().map(|exercise| exercise.slug), sixth);
        assert_eq!(progress.empty_account(at(4)), 3);
        assert!(progress.brought_to().is_none());
        assert_eq!(states(&progress), ["done", "skipped", "reopened", "open", "open"]);
        assert_eq!((progress.drills().current.as_ref(), progress.drills().kept), (None, None));
        progress.come_back(2);
        assert_eq!(states(&progress), ["done", "skipped", "reopened", "open", "open"]);
        progress.come_back(1);
        assert_eq!(states(&progress), ["done", "skipped", "done", "current", "open"]);
    }

    #[test]
    fn what_is_brought_is_not_done_and_what_is_ahead_is_to_be_done_again() {
        let mut progress = begun();
        progress.go_away(1, 4, at(1));
        assert_eq!(states(&progress), ["done", "skipped", "done", "brought here", "current"]);
        assert!(progress.entry(exercise("4.2")).is_brought(), "no check of it counts");
        progress.go_away(2, 1, at(2));
        assert!(!progress.entry(exercise("4.2")).is_brought());
        assert_eq!(states(&progress), ["done", "skipped", "reopened", "open", "open"]);
        assert_eq!(progress.current().unwrap().id(), "4.3");
    }

    /// What a later exercise undoes on purpose is not missing in an account that was brought past it.
    #[test]
    fn what_a_brought_exercise_undoes_is_past() {
        let mut progress = Progress::default();
        progress.go_away(1, 4, at(1));
        assert!(progress.successor_brought(exercise("4.3")).is_none(), "{:?}", states(&progress));
        progress.go_away(2, 5, at(2));
        // 4.4 is replaced in 4.8, and until then its page is gone.
        let past = ["4.3", "4.4"].map(|id| progress.successor_brought(exercise(id)).map(Exercise::id));
        assert_eq!(past, [Some("4.5".into()), Some("4.5".into())]);
        progress.come_back(2);
        assert!(progress.successor_brought(exercise("4.3")).is_none());
    }

    #[test]
    fn each_way_there_and_back_is_a_move() {
        let before = begun();
        let mut progress = begun();
        progress.skip(exercise("4.5"), at(1));
        assert!(!progress.has_moved_since(&before));
        progress.go_away(1, 4, at(2));
        assert!(progress.has_moved_since(&before));
        let away = progress.clone();
        progress.come_back(1);
        assert!(progress.has_moved_since(&away) && !progress.has_moved_since(&before));
    }

    /// The account that comes back has nothing of what was done elsewhere.
    #[test]
    fn what_was_done_elsewhere_is_open_again() {
        let mut progress = begun();
        progress.go_away(1, 4, at(1));
        progress.entry_mut(exercise("4.5")).done = Some(at(2));
        assert_eq!(states(&progress)[4], "done");
        progress.come_back(1);
        assert_eq!(states(&progress), ["done", "skipped", "done", "current", "reopened"]);
    }

    /// What a learner with all steps is led to is the exercise that the account was brought to.
    #[test]
    fn what_is_next_is_where_the_account_was_brought() {
        let mut progress = Progress::default();
        let all = catalog::exercises().position(|one| one.id() == "12.e1").expect("an exercise");
        progress.go_away(1, all, at(1));
        let next = |progress: &Progress| progress.step(Plan::All).map(|step| step.heading());
        assert_eq!(next(&progress), Some(exercise("12.e1").heading()));
        catalog::exercises().skip(all).for_each(|one| progress.entry_mut(one).done = Some(at(2)));
        assert!(next(&progress).is_some_and(|heading| heading.contains("Quiz of chapter 12")), "{:?}", next(&progress));
        progress.come_back(1);
        assert!(next(&progress).is_some_and(|heading| heading.contains("Introduction")), "{:?}", next(&progress));
    }

    #[test]
    fn what_the_learner_had_comes_back() {
        let mut progress = begun();
        let had = states(&progress);
        progress.go_away(1, 4, at(1));
        let first = states(&progress);
        progress.go_away(2, 1, at(2));
        progress.come_back(2);
        assert_eq!(states(&progress), first);
        progress.come_back(1);
        assert_eq!(states(&progress), had);
        assert!(progress.away.is_empty());
        progress.go_away(1, 4, at(3));
        progress.go_away(2, 0, at(4));
        progress.come_back(1);
        assert_eq!(states(&progress), had, "both at once");
    }

    #[test]
    fn the_file_holds_it() {
        let mut progress = begun();
        progress.go_away(1, 2, at(1));
        let text = progress.text().unwrap();
        let file = std::path::Path::new("progress.toml");
        assert_eq!(crate::progress::file::parse(file, &text).unwrap(), progress, "{text}");
        assert_eq!(progress.state(exercise("4.3")), StepState::Reopened);
    }
}

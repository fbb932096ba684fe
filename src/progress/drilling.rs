//! What happens in a drill: it begins, hints are shown, and it ends.

use jiff::Timestamp;

use super::Progress;
use super::drills::{CurrentDrill, DrillResult, Drills};
use super::event::whole_seconds;

impl Progress {
    pub fn drills(&self) -> &Drills {
        &self.drills
    }

    /// Notes that these are broken now, in an account that was brought there; `kept` is the copy of what was there before.
    pub fn begin_drill(&mut self, broken: Vec<String>, kept: u32, at: Timestamp) {
        let began = whole_seconds(at);
        self.drills.current = Some(CurrentDrill { broken, began, hints: 0, foreseen: None });
        self.drills.kept = Some(kept);
    }

    /// Notes whether the learner foresaw what visitors see.
    pub fn foresee(&mut self, right: bool) {
        self.drills.current.iter_mut().for_each(|current| current.foreseen = Some(right));
    }

    /// Notes that the next of `all` hints was shown. Returns its number, from 1; after the last one, the last again.
    pub fn hint_at_drill(&mut self, all: usize) -> usize {
        let Some(current) = &mut self.drills.current else { return 0 };
        current.hints = all.min(current.hints + 1);
        current.hints
    }

    /// Notes that the account is no longer in the state of a drill, if that copy or an earlier one is back: what was going on
    /// was given up.
    pub(super) fn leave_drill(&mut self, kept: u32) {
        if self.drills.kept.take_if(|since| *since >= kept).is_some() {
            self.drills.end(false, Timestamp::now());
        }
    }

    /// Notes how the drill ended. Returns `None` if none was going on.
    pub fn end_drill(&mut self, won: bool, at: Timestamp) -> Option<DrillResult> {
        self.drills.end(won, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    const KEY: &str = "ch05/lambda_integration/own_account";

    fn drill(progress: &mut Progress, hints: usize, won: bool) -> DrillResult {
        progress.begin_drill(vec![KEY.into()], 1, at(0));
        (0..hints).for_each(|_| _ = progress.hint_at_drill(3));
        progress.end_drill(won, at(90)).expect("a drill was going on")
    }

    #[test]
    fn a_missed_drill_comes_back_and_so_does_one_with_a_hint() {
        let mut progress = Progress::default();
        assert_eq!(drill(&mut progress, 0, true).words(), "drill won");
        assert!(progress.drills().due().is_empty());
        assert_eq!(drill(&mut progress, 1, true).words(), "drill won, 1 hint");
        assert_eq!(progress.drills().due(), [KEY]);
        assert_eq!(drill(&mut progress, 9, false).words(), "drill given up, 3 hints");
        assert_eq!(progress.drills().due(), [KEY]);
        drill(&mut progress, 0, true);
        assert!(progress.drills().due().is_empty(), "later");
        let drills = progress.drills();
        assert_eq!((drills.won, drills.unaided, drills.given_up), (3, 2, 1));
        assert_eq!((drills.of("ch05/lambda_integration").count(), drills.of("ch05/rest_api").count()), (4, 0));
        assert!(progress.end_drill(true, at(1)).is_none(), "none is going on");
    }

    #[test]
    fn after_five_without_a_hint_two_things_are_broken_and_the_file_holds_it() {
        let mut progress = Progress::default();
        for _ in 0..5 {
            assert_eq!(progress.drills().at_once(), 1);
            drill(&mut progress, 0, true);
        }
        assert_eq!(progress.drills().at_once(), 2);
        progress.begin_drill(vec![KEY.into(), KEY.into()], 3, at(5));
        progress.foresee(true);
        let text = progress.text().unwrap();
        let file = std::path::Path::new("progress.toml");
        assert_eq!(crate::progress::file::parse(file, &text).unwrap(), progress, "{text}");
        (0..100).for_each(|_| _ = drill(&mut progress, 0, false));
        assert_eq!(progress.drills().results.len(), 40);
    }
}

//! When exercises are checked, and what follows from the results.

use jiff::SignedDuration;

use super::Session;
use super::checks::{ReviewTally, Scope};
use super::event::{Effect, Note, Recorded};
use super::pace::CheckOutcome;
use super::view::View;
use crate::catalog::{self, Exercise, Step};
use crate::checked::Checked;
use crate::failure::Failure;
use crate::progress::{AccountSeen, News};

/// How long the progress is taken for what it was, where nothing is recorded.
const BETWEEN_QUESTIONS: SignedDuration = SignedDuration::from_secs(3);

impl Session {
    /// Checks everything done so far, as soon as no check is under way.
    pub(super) fn review(&mut self) -> Vec<Effect> {
        self.review_due = true;
        Vec::new()
    }

    pub(super) fn check_when_due(&mut self) -> Option<Effect> {
        if self.checks.under_way().is_some() {
            return None;
        }
        if std::mem::take(&mut self.review_due) {
            return self.check_all();
        }
        let exercise = self.exercise()?;
        self.pace.is_due(self.now).then(|| self.check(Scope::One, vec![exercise]))
    }

    /// Checks everything done so far, and the exercise that the learner works on.
    fn check_all(&mut self) -> Option<Effect> {
        let here = self.exercise().map_or("", |exercise| exercise.slug);
        let wanted = |exercise: &&'static Exercise| exercise.slug == here || self.progress.entry(exercise).is_done();
        let exercises: Vec<_> = catalog::exercises().filter(wanted).collect();
        (!exercises.is_empty()).then(|| self.check(Scope::Review, exercises))
    }

    fn check(&mut self, scope: Scope, exercises: Vec<&'static Exercise>) -> Effect {
        self.checks.begin(scope);
        Effect::Check(exercises)
    }

    pub(super) fn reached(&mut self, account: AccountSeen, notes: Vec<String>) -> Vec<Effect> {
        (self.account, self.account_notes, self.trouble) = (Some(account), notes, None);
        Vec::new()
    }

    pub(super) fn checked(&mut self, checked: Checked) -> Vec<Effect> {
        let exercise = self.exercise();
        self.checks.take_in(checked.clone(), exercise, &self.progress);
        let note = self.account.clone().map(|account| Note::Checked(checked, account));
        note.map(Effect::Record).into_iter().collect()
    }

    pub(super) fn check_ended(&mut self) -> Vec<Effect> {
        let Some((outcome, tally)) = self.checks.end() else { return Vec::new() };
        self.pace.ended(self.now, outcome);
        if self.exercise().is_some_and(|exercise| self.checks.of(exercise).is_none()) {
            self.pace.hurry(self.now);
        }
        tally.map_or_else(Vec::new, |tally| self.say(summary(&tally)))
    }

    pub(super) fn check_failed(&mut self, failure: Failure) -> Vec<Effect> {
        self.checks.end();
        self.trouble = Some(failure);
        self.pace.ended(self.now, CheckOutcome::Failed);
        Vec::new()
    }

    pub(super) fn recorded(&mut self, recorded: Recorded) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.progress, recorded.progress);
        if self.progress.has_moved_since(&before) {
            return self.follow();
        }
        // What is done now may be shown no longer.
        for view in &mut self.views {
            if let View::List(list) = view {
                list.settle(&self.progress, self.size);
            }
        }
        if !recorded.added.is_empty() {
            self.say(recorded.added.join("; "));
        }
        match recorded.news {
            Some((exercise, News::FirstDone | News::DoneAgain)) => self.done(exercise),
            Some((exercise, News::Regressed)) => self.regressed(exercise),
            _ => Vec::new(),
        }
    }

    /// A practice account may be brought elsewhere in another terminal, which the progress tells.
    pub(super) fn ask_for_progress(&mut self) -> Vec<Effect> {
        if !self.learner.practice || self.pause().is_some() || self.now < self.asked + BETWEEN_QUESTIONS {
            return Vec::new();
        }
        self.asked = self.now;
        vec![Effect::Record(Note::Returned)]
    }

    /// Goes to where the practice account was brought.
    fn follow(&mut self) -> Vec<Effect> {
        let effects = self.enter(self.first());
        self.say("The practice account was brought here by another command.");
        effects
    }

    /// After the last exercise, everything is checked again.
    fn done(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        self.review_due |= self.progress.current().is_none();
        self.say(format!("{} is done.", exercise.id()))
    }

    /// If no step was left, the learner works on this one now.
    fn regressed(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        let effects = if self.step.is_none() { self.enter(Some(Step::Exercise(exercise))) } else { Vec::new() };
        self.say(format!("{} was done and no longer is: it is open again.", exercise.id()));
        effects
    }
}

/// Such as `Checked 9: 7 done, 1 cannot tell, open again: 4.2.`
fn summary(tally: &ReviewTally) -> String {
    let ReviewTally { checked, done, cannot_tell, regressed } = tally;
    let mut text = format!("Checked {checked}: {done} done");
    if *cannot_tell > 0 {
        text += &format!(", {cannot_tell} cannot tell");
    }
    if !regressed.is_empty() {
        let ids: Vec<String> = regressed.iter().map(|exercise| exercise.id()).collect();
        text += &format!(", open again: {}", ids.join(", "));
    }
    text + "."
}

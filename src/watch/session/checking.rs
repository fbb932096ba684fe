//! When the account is looked at, and what is made of what is seen and recorded.

use super::Session;
use super::checks::{Scope, Tally};
use super::event::{Effect, Note, Recorded};
use super::pace::CheckOutcome;
use crate::catalog::{self, Exercise, Step};
use crate::checked::Checked;
use crate::failure::Failure;
use crate::progress::{Outcome, Place};

impl Session {
    /// Everything that was done so far is looked at as soon as no look is under way.
    pub(super) fn review(&mut self) -> Vec<Effect> {
        self.review_due = true;
        Vec::new()
    }

    pub(super) fn look_when_due(&mut self) -> Option<Effect> {
        if self.checks.under_way().is_some() {
            return None;
        }
        if std::mem::take(&mut self.review_due) {
            return self.look_back();
        }
        let exercise = self.exercise()?;
        self.pace.is_due(self.now).then(|| self.look(Scope::One, vec![exercise]))
    }

    /// Everything that was done so far, and the exercise that is worked on.
    fn look_back(&mut self) -> Option<Effect> {
        let here = self.exercise().map_or("", |exercise| exercise.slug);
        let wanted = |exercise: &&'static Exercise| exercise.slug == here || self.progress.entry(exercise).is_done();
        let exercises: Vec<_> = catalog::exercises().filter(wanted).collect();
        (!exercises.is_empty()).then(|| self.look(Scope::Review, exercises))
    }

    fn look(&mut self, scope: Scope, exercises: Vec<&'static Exercise>) -> Effect {
        self.checks.begin(scope);
        Effect::Look(exercises)
    }

    pub(super) fn reached(&mut self, place: Place, notes: Vec<String>) -> Vec<Effect> {
        (self.place, self.account, self.trouble) = (Some(place), notes, None);
        Vec::new()
    }

    pub(super) fn looked(&mut self, seen: Checked) -> Vec<Effect> {
        let exercise = self.exercise();
        self.checks.take_in(seen.clone(), exercise, &self.progress);
        self.place.clone().map(|place| Effect::Record(Note::Seen(seen, place))).into_iter().collect()
    }

    pub(super) fn look_ended(&mut self) -> Vec<Effect> {
        let Some((mood, tally)) = self.checks.end() else { return Vec::new() };
        self.pace.ended(self.now, mood);
        if self.exercise().is_some_and(|exercise| self.checks.of(exercise).is_none()) {
            self.pace.hurry(self.now);
        }
        tally.map_or_else(Vec::new, |tally| self.say(told(&tally)))
    }

    pub(super) fn look_failed(&mut self, failure: Failure) -> Vec<Effect> {
        self.checks.end();
        self.trouble = Some(failure);
        self.pace.ended(self.now, CheckOutcome::Troubled);
        Vec::new()
    }

    pub(super) fn recorded(&mut self, recorded: Recorded) -> Vec<Effect> {
        self.progress = recorded.progress;
        if !recorded.added.is_empty() {
            self.say(recorded.added.join("; "));
        }
        match recorded.news {
            Some((exercise, Outcome::FirstDone | Outcome::DoneAgain)) => self.done(exercise),
            Some((exercise, Outcome::Regressed)) => self.regressed(exercise),
            _ => Vec::new(),
        }
    }

    /// After the last exercise, everything is looked at again.
    fn done(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        self.review_due |= self.progress.current().is_none();
        self.say(format!("{} is done.", exercise.id()))
    }

    /// Where no step was left, there is one now.
    fn regressed(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        let effects = if self.step.is_none() { self.enter(Some(Step::Exercise(exercise))) } else { Vec::new() };
        self.say(format!("{} was done and is not any more: it is open again.", exercise.id()));
        effects
    }
}

fn told(tally: &Tally) -> String {
    let Tally { looked_at, hold, cannot_tell, regressed } = tally;
    let mut text = format!("{looked_at} looked at: {hold} done");
    if *cannot_tell > 0 {
        text += &format!(", {cannot_tell} cannot be told");
    }
    if !regressed.is_empty() {
        let ids: Vec<String> = regressed.iter().map(|exercise| exercise.id()).collect();
        text += &format!(", open again: {}", ids.join(", "));
    }
    text + "."
}

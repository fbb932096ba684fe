//! The watch session: what happened goes in, what to do comes out. It reads no clock, no file and no network.

mod chapter;
mod checking;
mod checks;
mod event;
mod keys;
mod list;
mod menu;
mod pace;
mod reader;
mod scroll;
mod search;
mod step_keys;
mod view;
mod view_keys;

#[cfg(test)]
mod tests;
#[cfg(test)]
pub use tests::doubles;

use jiff::Timestamp;
use msl_learn_checks::{Learner, Verdict};

use crate::catalog::{Exercise, Plan, Step, fill};
use crate::checked::Checked;
use crate::failure::{EXIT_DONE, EXIT_INTERRUPTED, Failure};
use crate::progress::{AccountSeen, Progress};
use crate::ui::screen::{Input, Key, Size};

pub use checks::{Checks, Scope};
pub use event::{Effect, Event, Note, Recorded, TerminalTask};
pub use keys::{Action, BINDINGS, ELSEWHERE};
pub use list::{Filter, ListRow, StepList};
pub use menu::{Menu, Purpose};
pub use pace::{CheckOutcome, Pace, Pause};
pub use reader::Reader;
pub use scroll::Scroll;
pub use view::View;

/// Everything that the screen shows.
pub struct Session {
    pub learner: Learner,
    pub progress: Progress,
    /// The steps that the learner wants.
    pub plan: Plan,
    /// Whether somebody presses keys; otherwise it follows the account alone, and leads through no chapter and no quiz.
    is_attended: bool,
    /// The step that the learner works on; `None` if none is left.
    pub step: Option<Step>,
    pub checks: Checks,
    pub pace: Pace,
    /// The pages above that of the step, the last one on top.
    pub views: Vec<View>,
    /// How far the page of the step is scrolled.
    pub scroll: Scroll,
    pub size: Size,
    pub now: Timestamp,
    /// The result of the last key or event; stays until the next key.
    pub notice: Option<String>,
    /// What the learner should know of the account.
    pub account_notes: Vec<String>,
    /// The account that was reached last.
    account: Option<AccountSeen>,
    /// Whether everything done so far is to be checked again.
    review_due: bool,
    /// Why the account could not be reached.
    pub trouble: Option<Failure>,
    /// When the progress was last asked for without another reason.
    asked: Timestamp,
}

impl Session {
    /// A session that works on the next step of the plan, and what to do first.
    pub fn new(learner: Learner, progress: Progress, plan: Plan, size: Size, now: Timestamp) -> (Self, Vec<Effect>) {
        Self::begin(learner, progress, plan, true, size, now)
    }

    /// As [`Session::new`], where nobody presses keys: of the plan's steps, it works on the exercises.
    pub fn unattended(
        learner: Learner,
        progress: Progress,
        plan: Plan,
        size: Size,
        now: Timestamp,
    ) -> (Self, Vec<Effect>) {
        Self::begin(learner, progress, plan, false, size, now)
    }

    fn begin(
        learner: Learner,
        progress: Progress,
        plan: Plan,
        is_attended: bool,
        size: Size,
        now: Timestamp,
    ) -> (Self, Vec<Effect>) {
        let mut session = Self {
            learner,
            progress,
            plan,
            is_attended,
            step: None,
            checks: Checks::default(),
            pace: Pace::new(now),
            views: Vec::new(),
            scroll: Scroll::default(),
            size,
            now,
            notice: None,
            account_notes: Vec::new(),
            account: None,
            review_due: false,
            trouble: None,
            asked: now,
        };
        let first = session.first();
        let mut effects = session.enter(first);
        effects.extend(session.check_when_due());
        (session, effects)
    }

    /// The step that is next by the progress.
    fn first(&self) -> Option<Step> {
        if self.is_attended {
            return self.progress.step(self.plan);
        }
        self.progress.exercise(self.plan).map(Step::Exercise)
    }

    /// The steps through which it leads.
    fn steps(&self) -> impl Iterator<Item = Step> {
        self.plan.steps().filter(|step| self.is_attended || step.exercise().is_some())
    }

    /// Takes in what happened at `now`. Returns what to do.
    pub fn on(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        self.now = now;
        let mut effects = match event {
            Event::Input(input) => self.input(input),
            Event::Continued => self.calm(|pace| pace.resume(now)),
            Event::Announced => self.calm(|pace| pace.touch(now)),
            Event::GoOn => self.go_on_by_itself(),
            Event::Tick => self.ask_for_progress(),
            Event::Reached { account, notes } => self.reached(account, notes),
            Event::Checked(checked) => self.checked(checked),
            Event::CheckEnded => self.check_ended(),
            Event::CheckFailed(failure) => self.check_failed(failure),
            Event::Recorded(recorded) => self.recorded(recorded),
            Event::NotRecorded(failure) => self.say(failure.to_string()),
            Event::Said(text) => self.say(text),
        };
        effects.extend(self.check_when_due());
        effects
    }

    /// Takes in how many lines the page on top has, once it was drawn. That asks for nothing, so it is no event.
    pub fn drawn(&mut self, lines: usize) {
        match self.views.last_mut() {
            None | Some(View::Question) => self.scroll.drawn(lines, self.size),
            Some(View::Keys(scroll)) => scroll.drawn(lines, self.size),
            // These know their own length.
            Some(View::Reader(_) | View::List(_) | View::Menu(_)) => {}
        }
    }

    /// The exercise that the learner works on; `None` in a chapter to read or a quiz.
    pub fn exercise(&self) -> Option<&'static Exercise> {
        self.step.and_then(Step::exercise)
    }

    /// Works on `step` from now on.
    fn enter(&mut self, step: Option<Step>) -> Vec<Effect> {
        (self.step, self.scroll, self.trouble) = (step, Scroll::default(), None);
        self.views.clear();
        self.pace.hurry(self.now);
        let exercise = self.exercise();
        exercise.into_iter().for_each(|exercise| self.checks.forget(exercise));
        exercise.map(|exercise| Effect::Record(Note::Entered(exercise))).into_iter().collect()
    }

    /// Whether the step is done, the chapter was opened, or the learner went past it.
    pub fn may_go_on(&self) -> bool {
        self.step.is_none_or(|step| {
            let is_done = match step {
                Step::Exercise(_) => self.result().is_some_and(Checked::is_done),
                Step::Read(_) => self.progress.record(step).shown.is_some(),
                Step::Quiz(_) => false,
            };
            is_done || !self.progress.is_open(step)
        })
    }

    /// Whether the exercise is recorded as done or skipped, and nothing about it is still to come.
    pub fn is_past_exercise(&self) -> bool {
        let is_past = self.exercise().is_some_and(|exercise| !self.progress.entry(exercise).is_open());
        is_past && self.checks.under_way().is_none()
    }

    /// Whether no check is under way and none is due at once.
    pub fn is_at_rest(&self) -> bool {
        self.checks.under_way().is_none() && !self.review_due
    }

    /// Why no check is made at present.
    pub fn pause(&self) -> Option<Pause> {
        self.pace.pause(self.now)
    }

    /// What the exercise leaves behind and costs, once it is done.
    pub fn afterwards(&self) -> Option<String> {
        let done = self.result().filter(|checked| checked.is_done())?;
        fill(&self.learner, &done.exercise.afterwards(self.learner.practice)).ok()
    }

    /// The verdict of the last check of the exercise.
    pub fn verdict(&self) -> Option<Verdict> {
        Some(self.result()?.verdict)
    }

    fn result(&self) -> Option<&Checked> {
        self.checks.of(self.exercise()?)
    }

    fn calm(&mut self, change: impl FnOnce(&mut Pace)) -> Vec<Effect> {
        change(&mut self.pace);
        Vec::new()
    }

    fn say(&mut self, text: impl Into<String>) -> Vec<Effect> {
        self.notice = Some(text.into());
        Vec::new()
    }

    fn input(&mut self, input: Input) -> Vec<Effect> {
        let now = self.now;
        match input {
            Input::Key(key) => self.key(key),
            Input::Wheel(steps) => self.wheel(steps),
            Input::Resized(size) => self.resize(size),
            Input::Focused => self.calm(|pace| pace.show(now)),
            Input::Unfocused => self.calm(|pace| pace.hide(now)),
        }
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.pace.touch(self.now);
        self.notice = None;
        match (self.view_key(key), key) {
            (Some(effects), _) => effects,
            (None, Key::Interrupt) => vec![Effect::Quit(EXIT_INTERRUPTED)],
            (None, Key::Stop) => vec![Effect::Stop],
            (None, Key::Char('q')) => vec![Effect::Quit(EXIT_DONE)],
            (None, Key::Esc) => {
                self.views.pop();
                Vec::new()
            }
            (None, key) => self.step_key(key),
        }
    }
}

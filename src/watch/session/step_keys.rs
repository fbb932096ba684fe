//! What the keys do where a step is shown, and most of all an exercise.

use msl_learn_checks::{ClauseVerdict, Finding};

use super::Session;
use super::event::{Effect, Note, TerminalTask};
use super::keys::{self, Action};
use super::list::List;
use super::menu::{self, Menu, Purpose};
use super::reader::Reader;
use super::scroll::{Scroll, travel};
use super::view::View;
use crate::catalog::{self, Exercise, Step, fill};
use crate::failure::EXIT_DONE;
use crate::ui::screen::Key;

/// A fence that no solution holds.
const FENCE: &str = "~~~~~~";
const NO_COMMAND: &str = "There is no command to copy here.";

impl Session {
    pub(super) fn exercise_key(&mut self, key: Key) -> Vec<Effect> {
        if let Some(action) = keys::action(key) {
            return self.act(action);
        }
        if let Some(by) = travel(key, self.size.body()) {
            self.scroll.by(by, self.size);
        }
        Vec::new()
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let now = self.now;
        match action {
            Action::CheckNow => return self.calm(|pace| pace.hurry(now)),
            Action::CheckAll => return self.review(),
            Action::Leave => return vec![Effect::Quit(EXIT_DONE)],
            Action::List => {
                let list = List::at(self.step, self.plan, &self.progress, self.size);
                return self.open(View::List(list));
            }
            Action::Keys => return self.open(View::Keys(Scroll::default())),
            Action::Next => return self.next(),
            _ => {}
        }
        match self.step {
            Some(Step::Exercise(exercise)) => self.in_exercise(action, exercise),
            Some(Step::Read(chapter) | Step::Quiz(chapter)) => self.in_chapter(action, chapter),
            None => self.say("There is no exercise left: `l` shows them all."),
        }
    }

    fn in_exercise(&mut self, action: Action, exercise: &'static Exercise) -> Vec<Effect> {
        match action {
            Action::Walkthrough => self.read(exercise),
            Action::Hint => self.hint(exercise),
            Action::Solution => self.solution(exercise),
            Action::Quiz => self.ask(exercise),
            Action::Open => self.open_page(exercise),
            Action::Copy => self.copy(exercise),
            Action::Skip => self.say(format!("`msl-learn skip {}` goes past an exercise.", exercise.id())),
            _ => Vec::new(),
        }
    }

    fn open(&mut self, view: View) -> Vec<Effect> {
        self.views.push(view);
        Vec::new()
    }

    /// The first step after this one that is still open, or the first of all.
    fn next(&mut self) -> Vec<Effect> {
        match self.step.filter(|_| !self.may_go_on()) {
            Some(Step::Exercise(_)) => {
                return self.say("Not done yet. `l` and then `c` works on another exercise without marking this one.");
            }
            Some(Step::Read(chapter)) => return self.read_chapter(chapter),
            Some(Step::Quiz(chapter)) => return self.quiz(chapter.number),
            None => {}
        }
        let mut effects = self.have_read();
        effects.extend(self.go_on());
        effects
    }

    pub(super) fn go_on(&mut self) -> Vec<Effect> {
        let is_open = |step: &Step| Some(*step) != self.step && self.progress.is_open(*step);
        let later = self.plan.steps().skip_while(|step| Some(*step) != self.step).find(is_open);
        match later.or_else(|| self.plan.steps().find(is_open)) {
            Some(next) => self.enter(Some(next)),
            None => self.finish(),
        }
    }

    fn finish(&mut self) -> Vec<Effect> {
        self.enter(None);
        self.review()
    }

    pub(super) fn read(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        self.show(exercise.heading(), &exercise.reading())
    }

    /// A template as a text to read.
    pub(super) fn show(&mut self, title: String, template: &str) -> Vec<Effect> {
        match fill(&self.learner, template) {
            Ok(text) => {
                let reader = Reader::new(title, text, self.size);
                self.open(View::Reader(reader))
            }
            Err(failure) => self.say(failure.to_string()),
        }
    }

    /// The newest hint first, those before it below.
    fn hint(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        let all = exercise.hints.len();
        let number = self.progress.hint(exercise, all, self.now);
        let shown = exercise.hints.iter().enumerate().take(number).rev();
        let text: Vec<String> =
            shown.map(|(index, hint)| format!("## Hint {} of {all}\n\n{hint}\n", index + 1)).collect();
        let mut effects = self.show(format!("{}: hint {number} of {all}", exercise.id()), &text.join("\n"));
        effects.push(Effect::Record(Note::Hint(exercise)));
        effects
    }

    fn solution(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        if self.progress.entry(exercise).done.is_some() {
            return self.show_solution();
        }
        self.open(View::Question)
    }

    pub(super) fn show_solution(&mut self) -> Vec<Effect> {
        let Some(exercise) = self.exercise() else { return Vec::new() };
        let script = exercise.solution.trim_end();
        let mut effects =
            self.show(format!("{}: solution", exercise.heading()), &format!("{FENCE}sh\n{script}\n{FENCE}\n"));
        effects.push(Effect::Record(Note::Solution(exercise)));
        effects
    }

    fn ask(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        if let Some(asks) = exercise.asks.as_ref().filter(|_| self.progress.entry(exercise).is_open()) {
            return vec![Effect::Lend(TerminalTask::Ask(exercise, asks))];
        }
        self.quiz(exercise.chapter)
    }

    pub(super) fn quiz(&mut self, chapter: u8) -> Vec<Effect> {
        match catalog::chapter_with_quiz(chapter) {
            Ok(chapter) => vec![Effect::Lend(TerminalTask::Quiz(chapter))],
            Err(failure) => self.say(failure.to_string()),
        }
    }

    /// A link of the text that is read, and otherwise a console page.
    fn open_page(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        self.open_link().unwrap_or_else(|| self.open_console(exercise))
    }

    /// A link of the text that is read; nothing where none is.
    pub(super) fn open_link(&mut self) -> Option<Vec<Effect>> {
        let Some(View::Reader(reader)) = self.views.last() else { return None };
        let links = menu::links(&reader.markdown);
        Some(self.choose(Purpose::Open, links, "This text has no link."))
    }

    /// The console page of the first clause that is not right.
    fn open_console(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        if self.learner.practice {
            return self.say("The practice account has no console: `w` shows the commands of the `aws` CLI.");
        }
        let findings = self.checks.of(exercise).map(|seen| seen.findings.as_slice()).unwrap_or_default();
        let page = |wanted: ClauseVerdict| {
            findings
                .iter()
                .filter(move |finding| finding.verdict == wanted)
                .find_map(|finding: &Finding| finding.console.clone())
        };
        let order = [ClauseVerdict::Fails, ClauseVerdict::NotReady, ClauseVerdict::CannotTell, ClauseVerdict::Holds];
        match order.into_iter().find_map(page) {
            Some(url) => vec![Effect::Open(url)],
            None => self.say("No finding names a console page."),
        }
    }

    /// A command of the text that is read, and otherwise of the walkthrough.
    fn copy(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        if let Some(effects) = self.copy_read() {
            return effects;
        }
        match fill(&self.learner, exercise.walkthrough) {
            Ok(text) => self.choose(Purpose::Copy, menu::commands(&text), NO_COMMAND),
            Err(failure) => self.say(failure.to_string()),
        }
    }

    /// A command of the text that is read; nothing where none is.
    pub(super) fn copy_read(&mut self) -> Option<Vec<Effect>> {
        let Some(View::Reader(reader)) = self.views.last() else { return None };
        let commands = menu::commands(&reader.markdown);
        Some(self.choose(Purpose::Copy, commands, NO_COMMAND))
    }

    /// What there is only one of needs no choice.
    fn choose(&mut self, purpose: Purpose, items: Vec<String>, none: &str) -> Vec<Effect> {
        match items.as_slice() {
            [] => self.say(none),
            [only] => vec![purpose.effect(only.clone())],
            _ => self.open(View::Menu(Menu { purpose, items, chosen: 0 })),
        }
    }
}

//! What the keys do where a step is shown, above all an exercise.

use msl_learn_checks::{ClauseVerdict, Finding};

use super::Session;
use super::event::{Effect, Note, TerminalTask};
use super::keys::{Action, action};
use super::list::StepList;
use super::menu::{Menu, Purpose, commands, links};
use super::reader::Reader;
use super::scroll::{Scroll, travel};
use super::view::View;
use crate::catalog::{Exercise, Step, chapter_with_quiz, fill};
use crate::failure::EXIT_DONE;
use crate::pages::findings::with_each_fix_once;
use crate::pages::hint::with_blocks;
use crate::ui::screen::Key;

/// A fence that no solution holds.
const FENCE: &str = "~~~~~~";
const NO_COMMAND: &str = "There is no command to copy here.";

impl Session {
    pub(super) fn step_key(&mut self, key: Key) -> Vec<Effect> {
        if let Some(action) = action(key) {
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
                let list = StepList::at(self.step, self.plan, &self.progress, self.size);
                return self.open(View::List(list));
            }
            Action::Keys => return self.open(View::Keys(Scroll::default())),
            Action::Next => return self.next(),
            _ => {}
        }
        match self.step {
            Some(Step::Exercise(exercise)) => self.in_exercise(action, exercise),
            Some(Step::Read(chapter) | Step::Quiz(chapter)) => self.in_chapter(action, chapter),
            None => self.say("No exercise is left: `l` shows them all."),
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

    /// Goes to the first step after this one that is still open, or to the first of all.
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

    /// Does what `n` does, where nobody presses keys.
    pub(super) fn go_on_by_itself(&mut self) -> Vec<Effect> {
        self.pace.touch(self.now);
        self.notice = None;
        self.next()
    }

    pub(super) fn go_on(&mut self) -> Vec<Effect> {
        let is_open = |step: &Step| Some(*step) != self.step && self.progress.is_open(*step);
        let later = self.steps().skip_while(|step| Some(*step) != self.step).find(is_open);
        match later.or_else(|| self.steps().find(is_open)) {
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

    /// Opens a template as a text to read.
    pub(super) fn show(&mut self, title: String, template: &str) -> Vec<Effect> {
        match fill(&self.learner, template) {
            Ok(text) => {
                let reader = Reader::new(title, text, self.size);
                self.open(View::Reader(reader))
            }
            Err(failure) => self.say(failure.to_string()),
        }
    }

    /// Shows the newest hint, and the earlier ones below it.
    fn hint(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        let all = exercise.hints.len();
        let number = self.progress.hint(exercise, all, self.now);
        let shown = exercise.hints.iter().enumerate().take(number).rev();
        let text: Vec<String> =
            shown.map(|(index, hint)| format!("## Hint {} of {all}\n\n{}\n", index + 1, with_blocks(hint))).collect();
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
        if exercise.availability.is_some() && self.progress.entry(exercise).is_open() {
            return vec![Effect::Lend(TerminalTask::Availability(exercise))];
        }
        self.quiz(exercise.chapter)
    }

    pub(super) fn quiz(&mut self, chapter: u8) -> Vec<Effect> {
        match chapter_with_quiz(chapter) {
            Ok(chapter) => vec![Effect::Lend(TerminalTask::Quiz(chapter))],
            Err(failure) => self.say(failure.to_string()),
        }
    }

    /// Opens a link of the text on top, or else a console page.
    fn open_page(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        self.open_link().unwrap_or_else(|| self.open_console(exercise))
    }

    /// Opens a link of the text on top; `None` if there is no text.
    pub(super) fn open_link(&mut self) -> Option<Vec<Effect>> {
        let Some(View::Reader(reader)) = self.views.last() else { return None };
        let links = links(&reader.markdown);
        Some(self.choose(Purpose::Open, links, "This text has no link."))
    }

    /// Opens the console page of the first clause that needs attention.
    fn open_console(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        if self.learner.practice {
            return self.say("The practice account has no console: `w` shows the commands of the `aws` CLI.");
        }
        let findings = self.checks.of(exercise).map(|checked| checked.findings.as_slice()).unwrap_or_default();
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

    /// Copies a command of the text on top, or else of the findings, or else of the walkthrough.
    fn copy(&mut self, exercise: &'static Exercise) -> Vec<Effect> {
        if let Some(effects) = self.copy_read() {
            return effects;
        }
        let findings = self.checks.of(exercise).map(|checked| checked.findings.as_slice()).unwrap_or_default();
        let fixes: Vec<String> = with_each_fix_once(findings).into_iter().filter_map(|one| one.command).collect();
        if !fixes.is_empty() {
            return self.choose(Purpose::Copy, fixes, NO_COMMAND);
        }
        match fill(&self.learner, exercise.walkthrough) {
            Ok(text) => self.choose(Purpose::Copy, commands(&text), NO_COMMAND),
            Err(failure) => self.say(failure.to_string()),
        }
    }

    /// Copies a command of the text on top; `None` if there is no text.
    pub(super) fn copy_read(&mut self) -> Option<Vec<Effect>> {
        let Some(View::Reader(reader)) = self.views.last() else { return None };
        let commands = commands(&reader.markdown);
        Some(self.choose(Purpose::Copy, commands, NO_COMMAND))
    }

    /// Lets the learner choose, if there is more than one item.
    fn choose(&mut self, purpose: Purpose, items: Vec<String>, none: &str) -> Vec<Effect> {
        match items.as_slice() {
            [] => self.say(none),
            [only] => vec![purpose.effect(only.clone())],
            _ => self.open(View::Menu(Menu { purpose, items, chosen: 0 })),
        }
    }
}

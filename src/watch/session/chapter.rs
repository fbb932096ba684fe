//! What the keys do at a chapter to read, or at its quiz.

use super::Session;
use super::event::{Effect, Note};
use super::keys::Action;
use crate::catalog::{Chapter, Step};

impl Session {
    pub(super) fn in_chapter(&mut self, action: Action, chapter: &'static Chapter) -> Vec<Effect> {
        match action {
            Action::Walkthrough => self.read_chapter(chapter),
            Action::Quiz => self.quiz(chapter.number),
            Action::Skip => self.skip(),
            Action::Open => {
                self.open_link().unwrap_or_else(|| self.say("`w` opens the chapter; its links open there."))
            }
            Action::Copy => {
                self.copy_read().unwrap_or_else(|| self.say("`w` opens the chapter; commands are copied there."))
            }
            Action::Hint | Action::Solution => {
                self.say("Only exercises have hints and solutions; there is nothing to build here.")
            }
            _ => Vec::new(),
        }
    }

    /// Opens the whole chapter. If it is a step, it counts as read when the learner goes on from it.
    pub(super) fn read_chapter(&mut self, chapter: &'static Chapter) -> Vec<Effect> {
        let mut effects = self.show(chapter.heading(), &chapter.whole());
        if chapter.is_only_read() {
            self.progress.show_chapter(chapter, self.now);
            effects.push(Effect::Record(Note::Shown(chapter)));
        }
        effects
    }

    /// Marks the chapter as read when the learner goes on from it, if it was opened.
    pub(super) fn have_read(&mut self) -> Vec<Effect> {
        let Some(step @ Step::Read(chapter)) = self.step else { return Vec::new() };
        if self.progress.record(step).shown.is_none() || !self.progress.is_open(step) {
            return Vec::new();
        }
        self.progress.finish_reading(chapter, self.now);
        vec![Effect::Record(Note::Read(chapter))]
    }

    fn skip(&mut self) -> Vec<Effect> {
        let Some(step) = self.step.filter(|step| self.progress.is_open(*step)) else {
            return self.say("There is nothing to skip here: `n` goes on.");
        };
        self.progress.skip_step(step, self.now);
        let mut effects = vec![Effect::Record(Note::Skipped(step))];
        effects.extend(self.go_on());
        self.say(format!("Skipped. (Skipped is not done.) `msl-learn skip {} --undo` brings it back.", step.id()));
        effects
    }
}

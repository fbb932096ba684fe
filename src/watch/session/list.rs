//! The list of all steps: which of them are shown, and which one is chosen.

use super::scroll::{scrolled, travel};
use super::search::{Asked, Search};
use crate::catalog::{CHAPTERS, Chapter, Plan, Step};
use crate::progress::Progress;
use crate::ui::screen::{Key, Size};

/// Which steps are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    All,
    Done,
    Pending,
}

/// A line of the list.
#[derive(Clone, Copy)]
pub enum Row {
    Chapter(&'static Chapter),
    Step(Step),
}

#[derive(Debug)]
pub struct List {
    pub filter: Filter,
    pub search: Search,
    /// The learner's steps.
    pub plan: Plan,
    chosen: Option<Step>,
    pub top: usize,
}

impl List {
    /// With `step` chosen.
    pub fn at(step: Option<Step>, plan: Plan, progress: &Progress, size: Size) -> Self {
        let mut list = Self { filter: Filter::All, search: Search::default(), plan, chosen: step, top: 0 };
        list.settle(progress, size);
        list
    }

    /// Chapters that have something to show, each before its steps.
    pub fn rows(&self, progress: &Progress) -> Vec<Row> {
        let rows = CHAPTERS.iter().flat_map(|chapter| {
            let steps = chapter.steps().filter(|step| self.shows(*step, progress));
            let shown: Vec<Row> = steps.map(Row::Step).collect();
            (!shown.is_empty()).then_some(Row::Chapter(chapter)).into_iter().chain(shown)
        });
        rows.collect()
    }

    fn shows(&self, step: Step, progress: &Progress) -> bool {
        let state = match self.filter {
            Filter::All => true,
            Filter::Done => progress.is_finished(step),
            Filter::Pending => !progress.is_finished(step),
        };
        let found = self.search.text.is_empty() || self.search.finds(&step.heading());
        self.plan.has(step) && state && found
    }

    /// The chosen step, when it is shown.
    pub fn chosen(&self, progress: &Progress) -> Option<Step> {
        self.shown(progress).into_iter().find(|step| Some(*step) == self.chosen)
    }

    fn shown(&self, progress: &Progress) -> Vec<Step> {
        let steps = self.rows(progress).into_iter().filter_map(|row| match row {
            Row::Step(step) => Some(step),
            Row::Chapter(_) => None,
        });
        steps.collect()
    }

    /// Whether the key was meant for the list.
    pub fn key(&mut self, key: Key, progress: &Progress, size: Size) -> bool {
        let mine = self.search.key(key) == Asked::Typing || self.filtered(key) || self.travelled(key, progress, size);
        self.settle(progress, size);
        mine
    }

    fn filtered(&mut self, key: Key) -> bool {
        let wanted = match key {
            Key::Char('d') => Filter::Done,
            Key::Char('p') => Filter::Pending,
            _ => return false,
        };
        self.filter = if self.filter == wanted { Filter::All } else { wanted };
        true
    }

    fn travelled(&mut self, key: Key, progress: &Progress, size: Size) -> bool {
        let Some(by) = travel(key, size.body()) else { return false };
        self.go(by, progress, size);
        true
    }

    /// Chooses the step so many lines further on.
    pub fn go(&mut self, by: isize, progress: &Progress, size: Size) {
        let shown = self.shown(progress);
        let here = shown.iter().position(|step| Some(*step) == self.chosen).unwrap_or(0);
        let there = here.saturating_add_signed(by).min(shown.len().saturating_sub(1));
        self.chosen = shown.get(there).copied().or(self.chosen);
        self.settle(progress, size);
    }

    /// Something that is shown is chosen, and what is chosen is on the screen.
    pub fn settle(&mut self, progress: &Progress, size: Size) {
        let rows = self.rows(progress);
        let place = |wanted: Step| rows.iter().position(|row| matches!(row, Row::Step(step) if *step == wanted));
        let first = self.shown(progress).first().copied();
        let Some(row) = self.chosen.and_then(place).or_else(|| place(first?)) else { return self.top = 0 };
        if let Row::Step(step) = rows[row] {
            self.chosen = Some(step);
        }
        let height = size.body();
        // The heading of a chapter is seen with its first step.
        let highest = if row <= 1 { 0 } else { row };
        self.top = self.top.min(highest).max((row + 1).saturating_sub(height));
        self.top = scrolled(self.top, 0, rows.len(), height);
    }
}

//! The list of all steps: which of them are shown, and which one is chosen.

use super::scroll::{scrolled, travel};
use super::search::{KeyUse, Search};
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
pub enum ListRow {
    Chapter(&'static Chapter),
    Step(Step),
}

/// The list of all steps.
#[derive(Debug)]
pub struct StepList {
    pub filter: Filter,
    pub search: Search,
    /// The learner's steps.
    pub plan: Plan,
    chosen: Option<Step>,
    pub top: usize,
}

impl StepList {
    /// The list with `step` chosen.
    pub fn at(step: Option<Step>, plan: Plan, progress: &Progress, size: Size) -> Self {
        let mut list = Self { filter: Filter::All, search: Search::default(), plan, chosen: step, top: 0 };
        list.settle(progress, size);
        list
    }

    /// The chapters that have something to show, each before its steps.
    pub fn rows(&self, progress: &Progress) -> Vec<ListRow> {
        let rows = CHAPTERS.iter().flat_map(|chapter| {
            let steps = chapter.steps().filter(|step| self.shows(*step, progress));
            let shown: Vec<ListRow> = steps.map(ListRow::Step).collect();
            (!shown.is_empty()).then_some(ListRow::Chapter(chapter)).into_iter().chain(shown)
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

    /// The chosen step, if it is shown.
    pub fn chosen(&self, progress: &Progress) -> Option<Step> {
        self.shown(progress).into_iter().find(|step| Some(*step) == self.chosen)
    }

    fn shown(&self, progress: &Progress) -> Vec<Step> {
        let steps = self.rows(progress).into_iter().filter_map(|row| match row {
            ListRow::Step(step) => Some(step),
            ListRow::Chapter(_) => None,
        });
        steps.collect()
    }

    /// Handles the key. Returns false if it was not meant for the list.
    pub fn key(&mut self, key: Key, progress: &Progress, size: Size) -> bool {
        let mine = self.search.key(key) == KeyUse::Taken || self.filtered(key) || self.travelled(key, progress, size);
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

    /// Chooses something that is shown, and scrolls to it.
    pub fn settle(&mut self, progress: &Progress, size: Size) {
        let rows = self.rows(progress);
        let place = |wanted: Step| rows.iter().position(|row| matches!(row, ListRow::Step(step) if *step == wanted));
        let first = self.shown(progress).first().copied();
        let Some(row) = self.chosen.and_then(place).or_else(|| place(first?)) else { return self.top = 0 };
        if let ListRow::Step(step) = rows[row] {
            self.chosen = Some(step);
        }
        let height = size.body();
        // The heading of a chapter is shown with its first step.
        let highest = if row <= 1 { 0 } else { row };
        self.top = self.top.min(highest).max((row + 1).saturating_sub(height));
        self.top = scrolled(self.top, 0, rows.len(), height);
    }
}

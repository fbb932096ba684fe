//! The list of all exercises: which of them are shown, and which one is chosen.

use super::event::{Key, Size};
use super::reader::{scrolled, travel};
use super::search::{Asked, Search};
use crate::catalog::{CHAPTERS, Chapter, Exercise};
use crate::progress::Progress;

/// Which exercises are shown.
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
    Exercise(&'static Exercise),
}

#[derive(Debug)]
pub struct List {
    pub filter: Filter,
    pub search: Search,
    /// The slug of the chosen exercise.
    chosen: &'static str,
    pub top: usize,
}

impl List {
    /// With `exercise` chosen.
    pub fn at(exercise: Option<&'static Exercise>, progress: &Progress, size: Size) -> Self {
        let chosen = exercise.map_or("", |exercise| exercise.slug);
        let mut list = Self { filter: Filter::All, search: Search::default(), chosen, top: 0 };
        list.settle(progress, size);
        list
    }

    /// Chapters that have something to show, each before its exercises.
    pub fn rows(&self, progress: &Progress) -> Vec<Row> {
        let rows = CHAPTERS.iter().flat_map(|chapter| {
            let shown: Vec<Row> =
                chapter.exercises.iter().filter(|e| self.shows(e, progress)).map(Row::Exercise).collect();
            (!shown.is_empty()).then_some(Row::Chapter(chapter)).into_iter().chain(shown)
        });
        rows.collect()
    }

    fn shows(&self, exercise: &Exercise, progress: &Progress) -> bool {
        let entry = progress.entry(exercise);
        let state = match self.filter {
            Filter::All => true,
            Filter::Done => entry.is_done(),
            Filter::Pending => !entry.is_done(),
        };
        state && (self.search.text.is_empty() || self.search.finds(&exercise.heading()))
    }

    /// The chosen exercise, when it is shown.
    pub fn chosen(&self, progress: &Progress) -> Option<&'static Exercise> {
        self.shown(progress).into_iter().find(|exercise| exercise.slug == self.chosen)
    }

    fn shown(&self, progress: &Progress) -> Vec<&'static Exercise> {
        let exercises = self.rows(progress).into_iter().filter_map(|row| match row {
            Row::Exercise(exercise) => Some(exercise),
            Row::Chapter(_) => None,
        });
        exercises.collect()
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

    /// Chooses the exercise so many lines further on.
    pub fn go(&mut self, by: isize, progress: &Progress, size: Size) {
        let shown = self.shown(progress);
        let here = shown.iter().position(|exercise| exercise.slug == self.chosen).unwrap_or(0);
        let there = here.saturating_add_signed(by).min(shown.len().saturating_sub(1));
        self.chosen = shown.get(there).map_or(self.chosen, |exercise| exercise.slug);
        self.settle(progress, size);
    }

    /// Something that is shown is chosen, and what is chosen is on the screen.
    pub fn settle(&mut self, progress: &Progress, size: Size) {
        let rows = self.rows(progress);
        let place = |slug: &str| rows.iter().position(|row| matches!(row, Row::Exercise(e) if e.slug == slug));
        let first = self.shown(progress).first().map(|exercise| exercise.slug);
        let Some(row) = place(self.chosen).or_else(|| place(first?)) else { return self.top = 0 };
        if let Row::Exercise(exercise) = rows[row] {
            self.chosen = exercise.slug;
        }
        let height = size.body();
        // The heading of a chapter is seen with its first exercise.
        let highest = if row <= 1 { 0 } else { row };
        self.top = self.top.min(highest).max((row + 1).saturating_sub(height));
        self.top = scrolled(self.top, 0, rows.len(), height);
    }
}

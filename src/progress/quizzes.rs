//! The attempts at the chapters' quizzes.

use super::Progress;
use crate::catalog::Chapter;
use crate::quiz::Attempts;

impl Progress {
    /// The attempts at the quiz of a chapter.
    pub fn quiz(&self, chapter: &Chapter) -> Attempts {
        self.quizzes.get(&key(chapter)).cloned().unwrap_or_default()
    }

    pub fn quiz_mut(&mut self, chapter: &Chapter) -> &mut Attempts {
        self.quizzes.entry(key(chapter)).or_default()
    }
}

/// Such as `ch04`.
fn key(chapter: &Chapter) -> String {
    format!("ch{:02}", chapter.number)
}

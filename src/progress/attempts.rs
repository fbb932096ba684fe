//! The attempts at a quiz, as the progress keeps them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::quiz::Marked;

/// The most attempts that are kept, so that the file stays small. The oldest go first, but never the best.
const KEPT: usize = 20;

/// One finished attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    pub at: Timestamp,
    /// The ids of the questions, in the order asked.
    pub asked: Vec<String>,
    /// The ids of those that were answered wrong.
    pub missed: Vec<String>,
}

impl Attempt {
    pub fn new(marked: &[&Marked], at: Timestamp) -> Self {
        let ids = |answers: &mut dyn Iterator<Item = &&Marked>| answers.map(|a| a.question.id.to_owned()).collect();
        let missed = ids(&mut marked.iter().filter(|answer| !answer.is_right()));
        Self { at, asked: ids(&mut marked.iter()), missed }
    }

    /// How many answers were right.
    pub fn right(&self) -> usize {
        self.asked.len().saturating_sub(self.missed.len())
    }

    /// Compares the shares of right answers, since chapters may get more questions.
    fn is_at_least(&self, other: &Self) -> bool {
        self.right() * other.asked.len() >= other.right() * self.asked.len()
    }
}

/// The attempts at one chapter's quiz, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Attempts(Vec<Attempt>);

impl Attempts {
    pub fn push(&mut self, attempt: Attempt) {
        self.0.push(attempt);
        while self.0.len() > KEPT {
            let best = self.best().cloned();
            let oldest = self.0.iter().position(|attempt| Some(attempt) != best.as_ref());
            self.0.remove(oldest.unwrap_or_default());
        }
    }

    pub fn last(&self) -> Option<&Attempt> {
        self.0.last()
    }

    /// The best attempt; the first of equally good ones.
    pub fn best(&self) -> Option<&Attempt> {
        self.0.iter().reduce(|best, attempt| if best.is_at_least(attempt) { best } else { attempt })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(second: i64, asked: usize, missed: usize) -> Attempt {
        let ids = |count| (0..count).map(|id| format!("q{id}")).collect();
        Attempt { at: Timestamp::from_second(second).unwrap(), asked: ids(asked), missed: ids(missed) }
    }

    #[test]
    fn the_best_is_the_largest_share_and_the_first_of_equals() {
        let mut attempts = Attempts::default();
        for (second, asked, missed) in [(1, 10, 5), (2, 4, 1), (3, 20, 5), (4, 10, 9)] {
            attempts.push(attempt(second, asked, missed));
        }
        assert_eq!(attempts.best(), Some(&attempt(2, 4, 1)));
        assert_eq!(attempts.last(), Some(&attempt(4, 10, 9)));
    }

    #[test]
    fn many_attempts_do_not_pile_up_and_the_best_stays() {
        let mut attempts = Attempts(vec![attempt(0, 10, 0)]);
        (1..100).for_each(|second| attempts.push(attempt(second, 10, 3)));
        assert_eq!((attempts.0.len(), attempts.best()), (KEPT, Some(&attempt(0, 10, 0))));
        assert_eq!(attempts.0[1], attempt(81, 10, 3));
    }
}

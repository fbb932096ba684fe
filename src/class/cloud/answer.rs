//! What the worker answers: a line for the state machine, whose results may have 256 KiB in all. The findings are in the bucket.

use serde::{Deserialize, Serialize};

use crate::class::results::{ResultLine, ResultVerdict};
use crate::class::trouble::ReadTrouble;

/// The most bytes of an answer.
#[cfg(test)]
pub const LONGEST: usize = 300;

/// What became of one learner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloudAnswer {
    /// The pseudonym.
    pub learner: String,
    pub done: usize,
    pub of: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<ReadTrouble>,
}

impl CloudAnswer {
    pub fn of(line: &ResultLine) -> Self {
        Self {
            learner: line.learner.clone(),
            done: line.exercises.iter().filter(|one| one.verdict == ResultVerdict::Done).count(),
            of: line.exercises.len(),
            trouble: line.trouble,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use msl_learn_checks::clause_ids;

    use super::*;
    use crate::catalog;
    use crate::class::kinds::How;
    use crate::class::results::ExerciseResult;

    /// Every exercise of the book, with every clause failing.
    #[test]
    fn the_answer_is_short_whatever_fails_and_the_result_is_whole() {
        let all: Vec<ExerciseResult> = catalog::exercises()
            .map(|exercise| {
                let failed = clause_ids(exercise.slug);
                let (held, of) = (0, failed.len());
                let verdict = ResultVerdict::NotDone;
                ExerciseResult { id: exercise.id(), how: How::Seen, verdict, held, of, failed, paused: false }
            })
            .collect();
        assert!(all.len() >= 133, "{}", all.len());
        let line = ResultLine::seen("a-run-with-a-name-of-eighty-letters", Timestamp::now(), "l-abcdef", all);
        let answer = serde_json::to_string(&CloudAnswer::of(&line)).expect("JSON");
        assert!(answer.len() <= LONGEST, "{answer}");
        let unseen = ResultLine::unseen("r", line.at, "l-abcdef", ReadTrouble::SharedAccount);
        assert!(serde_json::to_string(&CloudAnswer::of(&unseen)).expect("JSON").len() <= LONGEST);
        let whole = serde_json::to_vec(&line).expect("JSON");
        assert!(whole.len() < 1 << 20, "what is read back is at most a MiB: {}", whole.len());
        assert_eq!(serde_json::from_slice::<ResultLine>(&whole).expect("a line"), line);
    }
}

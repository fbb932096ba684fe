//! Which of many faults a read is tried with. Every read with every fault would take most of the tests' time and say little
//! more: what an answer is taken for depends on its operation, and what becomes of the verdict on the read.

use std::collections::HashSet;
use std::env;

/// The variable that asks for every fault in every read.
const EVERY_FAULT: &str = "MSL_EVERY_FAULT";
/// How many faults a read is tried with where its operation has been met before, besides the one that is never left out.
const IN_TURN: usize = 3;

/// Deals the faults out.
pub struct Turns {
    met: HashSet<String>,
    next: usize,
    is_every: bool,
}

impl Turns {
    /// In turn, or every fault where the environment asks for that.
    pub fn from_env() -> Self {
        Self { met: HashSet::new(), next: 0, is_every: env::var_os(EVERY_FAULT).is_some() }
    }

    /// Which of so many faults the next read of the operation is tried with, sorted: all at the operation's first read,
    /// later `always` and those whose turn it is.
    pub fn next(&mut self, operation: &str, faults: usize, always: usize) -> Vec<usize> {
        if self.met.insert(operation.to_owned()) || self.is_every {
            return (0..faults).collect();
        }
        let first = self.next;
        self.next += IN_TURN;
        let mut chosen: Vec<_> = (first..self.next).map(|turn| turn % faults).chain([always]).collect();
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }
}

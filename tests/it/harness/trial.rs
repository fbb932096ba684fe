//! Tries a mistake, or an unusual but right state, in a copy of the station that it starts from.

use std::path::Path;

use crate::harness::catalog::Exercise;
use crate::harness::gaps;
use crate::harness::judge::{self, Expected};
use crate::harness::kind::Kind;
use crate::harness::promise::{Mistake, Starts};
use crate::harness::script;
use crate::harness::station::Visit;
use crate::harness::step;
use crate::harness::walk;

pub struct Trial {
    pub kind: Kind,
    pub exercise: &'static Exercise,
    pub mistake: Mistake,
}

impl Trial {
    /// Everything that is otherwise than promised. The solution must lead back from what is made of a solved exercise.
    pub fn run(&self) -> Vec<String> {
        let walk = walk::of(self.kind);
        let (station, again) = match self.mistake.starts {
            Starts::Before => (walk.before(self.exercise), false),
            Starts::Solved => (walk.after(self.exercise), true),
        };
        let visit = station.visit();
        script::put_starter_files(&visit.workspace, self.exercise.so_far());
        let wrong = self.make(&visit);
        wrong.into_iter().chain(again.then(|| self.solve_again(&visit)).flatten()).collect()
    }

    /// Makes the mistake and checks the exercise.
    fn make(&self, visit: &Visit) -> Option<String> {
        let mistake = &self.mistake;
        let gaps = &gaps::of(self.kind, self.exercise, Some(mistake.name()));
        let output = script::run(&visit.workspace, &mistake.path);
        if let Some(failure) = judge::script_failure(&output, gaps) {
            return Some(self.blame(&mistake.path, &mistake.title, &failure));
        }
        if gaps::refusal(gaps).is_some() {
            return None;
        }
        let expected = Expected { verdict: mistake.verdict, findings: &mistake.findings, gaps, all_gaps: false };
        let seen = judge::check(&visit.workspace, self.exercise, mistake.verdict);
        let wrong = expected.differences(&seen);
        let tell = || format!("{}\n{}{seen}", wrong.join("\n"), said(&output.stderr));
        (!wrong.is_empty()).then(|| self.blame(&mistake.path, &mistake.title, &tell()))
    }

    /// The solution leads from the mistake to the solved state.
    fn solve_again(&self, visit: &Visit) -> Option<String> {
        let output = script::solve(&visit.workspace, self.exercise);
        let failure = judge::script_failure(&output, &[]).or_else(|| step::done(visit, self.exercise))?;
        let when = format!("again after {}", self.mistake.name());
        Some(self.blame(&self.exercise.solution(), &when, &failure))
    }

    fn blame(&self, script: &Path, what: &str, failure: &str) -> String {
        format!("{} in {}: {} ({what})\n{failure}\n", self.exercise.id, self.kind, script.display())
    }
}

fn said(stderr: &str) -> String {
    if stderr.is_empty() { String::new() } else { format!("the script said:\n{stderr}") }
}

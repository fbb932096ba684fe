//! Tries a mistake, or an unusual but right state, in a copy of the station that it starts from.

use std::path::Path;

use msl_learn_checks::commands::{self, Told};

use crate::harness::catalog::Exercise;
use crate::harness::gaps;
use crate::harness::judge::{self, Expected};
use crate::harness::kind::Kind;
use crate::harness::promise::{Mistake, Starts};
use crate::harness::report::{Checked, Finding};
use crate::harness::script;
use crate::harness::station::Visit;
use crate::harness::step;
use crate::harness::verdict::{ClauseVerdict, Verdict};
use crate::harness::walk;

/// More lines than any mistake needs, one for each clause.
const LINES: usize = 10;

pub struct Trial {
    pub kind: Kind,
    pub exercise: &'static Exercise,
    pub mistake: Mistake,
}

impl Trial {
    /// Everything that is otherwise than promised: what the check says of the mistake, and the ways back from it.
    pub fn run(&self) -> Vec<String> {
        let visit = self.visit();
        let seen = match self.make(&visit) {
            Ok(seen) => seen,
            Err(wrong) => return vec![wrong],
        };
        let Some(seen) = seen.filter(|_| self.is_mended_by_lines()) else {
            return self.is_led_back().then(|| self.solve_again(&visit)).flatten().into_iter().collect();
        };
        let by_lines = self.fix(&visit, seen);
        let by_solution = self.is_led_back().then(|| self.solve_again(&self.made())).flatten();
        by_lines.into_iter().chain(by_solution).collect()
    }

    /// In a practice account, the lines of `[cli]` lead from every mistake to done.
    fn is_mended_by_lines(&self) -> bool {
        self.kind == Kind::MiniStack && self.mistake.verdict == Verdict::NotDone
    }

    /// The solution must lead back from what is made of a solved exercise. One emulator shows that: moto where it can, since in the
    /// other the lines are followed.
    fn is_led_back(&self) -> bool {
        let is_of_moto = gaps::is_solvable(Kind::Moto, self.exercise)
            && gaps::refusal(&gaps::of(Kind::Moto, self.exercise, Some(self.mistake.name()))).is_none();
        self.mistake.starts == Starts::Solved && is_of_moto == (self.kind == Kind::Moto)
    }

    /// A copy of the station that the mistake starts from, with the starter files at hand.
    fn visit(&self) -> Visit {
        let walk = walk::of(self.kind);
        let station = match self.mistake.starts {
            Starts::Before => walk.before(self.exercise),
            Starts::Solved => walk.after(self.exercise),
        };
        let visit = station.visit();
        script::put_starter_files(&visit.workspace, self.exercise.so_far());
        visit
    }

    /// The same with the mistake made, unchecked.
    fn made(&self) -> Visit {
        let visit = self.visit();
        script::run(&visit.workspace, &self.mistake.path);
        visit
    }

    /// What is wrong if the lines of `[cli]`, each time that of the first clause that fails, do not lead from what was seen to done.
    fn fix(&self, visit: &Visit, seen: Checked) -> Option<String> {
        // As `msl-learn start --force` does: no line mends a file of the workspace.
        let is_seen_still = !script::put_starter_files(&visit.workspace, self.exercise.so_far());
        let seen = if is_seen_still { seen } else { self.look(visit) };
        self.follow_lines(visit, seen).map(|wrong| self.blame(&self.mistake.path, "its lines of [cli]", &wrong))
    }

    fn look(&self, visit: &Visit) -> Checked {
        judge::check(&visit.workspace, self.exercise, Verdict::Done)
    }

    /// A drill says that one thing is broken. So it takes no line of a clause that fails from the beginning, and that the mistake
    /// does not promise to fail. What another repair uncovers is part of that.
    fn says_too_little(&self, clause: &str, broken: &[String]) -> Option<String> {
        let Mistake { starts, findings, .. } = &self.mistake;
        let is_promised = findings.iter().any(|promised| promised.clause == clause);
        let is_hidden = *starts == Starts::Solved && !is_promised && broken.iter().any(|id| id == clause);
        is_hidden.then(|| format!("it breaks more than it says: `{clause}` takes a line, too"))
    }

    fn follow_lines(&self, visit: &Visit, mut seen: Checked) -> Option<String> {
        let gaps = gaps::of(self.kind, self.exercise, Some(self.mistake.name()));
        let is_wrong = |finding: &&Finding| match finding.verdict {
            ClauseVerdict::Fails => true,
            // What the emulator cannot show in this state is not shown to be right either.
            ClauseVerdict::CannotTell => gaps::is_hidden(&gaps, &finding.id),
            _ => false,
        };
        let broken: Vec<String> = failing(&seen).map(|finding| finding.id.clone()).collect();
        for _ in 0..LINES {
            let Some(wrong) = seen.findings.iter().find(is_wrong) else { break };
            if let Some(hidden) = self.says_too_little(&wrong.id, &broken) {
                return Some(format!("{hidden}\n{seen}"));
            }
            let Some(line) = self.exercise.about.cli.get(&wrong.id) else {
                return Some(format!("`{}` has no line:\n{seen}", wrong.id));
            };
            let line = &commands::with_found(line, |id| told(&seen.findings, id));
            let output = script::line(&visit.workspace, line);
            if let Some(failure) = judge::script_failure(&output, &[]) {
                return Some(format!("{line}\n{failure}"));
            }
            seen = self.look(visit);
        }
        (seen.verdict != Verdict::Done).then(|| format!("not done after {LINES} lines, or where none is left:\n{seen}"))
    }

    /// Makes the mistake and checks the exercise: what was seen, unless the emulator refuses the mistake, or what is wrong.
    fn make(&self, visit: &Visit) -> Result<Option<Checked>, String> {
        let mistake = &self.mistake;
        let gaps = &gaps::of(self.kind, self.exercise, Some(mistake.name()));
        let output = script::run(&visit.workspace, &mistake.path);
        if let Some(failure) = judge::script_failure(&output, gaps) {
            return Err(self.blame(&mistake.path, &mistake.title, &failure));
        }
        if gaps::refusal(gaps).is_some() {
            return Ok(None);
        }
        let (verdict, findings) = (mistake.verdict, &mistake.findings);
        let expected = Expected { verdict, findings, gaps, all_gaps: false, has_visitors: self.kind.has_visitors() };
        let seen = judge::check(&visit.workspace, self.exercise, mistake.verdict);
        let wrong = expected.differences(&seen);
        if wrong.is_empty() {
            return Ok(Some(seen));
        }
        let told = format!("{}\n{}{seen}", wrong.join("\n"), said(&output.stderr));
        Err(self.blame(&mistake.path, &mistake.title, &told))
    }

    /// The solution leads from the mistake to the solved state; what the emulator refuses the one, it may refuse the other, too.
    fn solve_again(&self, visit: &Visit) -> Option<String> {
        let output = script::solve(&visit.workspace, self.exercise);
        let gaps = gaps::of(self.kind, self.exercise, Some(self.mistake.name()));
        if output.code != 0 && gaps::refusal(&gaps).is_some_and(|text| output.stderr.contains(text)) {
            return None;
        }
        // What is right in an unusual way may stay beside the solution, and need nothing that the emulator lacks.
        let all_gaps = self.mistake.verdict != Verdict::Done;
        let done = || step::done(visit, self.exercise, all_gaps);
        let failure = judge::script_failure(&output, &[]).or_else(done)?;
        let when = format!("again after {}", self.mistake.name());
        Some(self.blame(&self.exercise.folder, &when, &failure))
    }

    fn blame(&self, script: &Path, what: &str, failure: &str) -> String {
        format!("{} in {}: {} ({what})\n{failure}\n", self.exercise.id, self.kind, script.display())
    }
}

fn failing(seen: &Checked) -> impl Iterator<Item = &Finding> {
    seen.findings.iter().filter(|finding| finding.verdict == ClauseVerdict::Fails)
}

fn said(stderr: &str) -> String {
    if stderr.is_empty() { String::new() } else { format!("the script said:\n{stderr}") }
}

/// What is known of a clause that lines may name.
pub fn told<'a>(findings: &'a [Finding], id: &str) -> Told<'a> {
    match findings.iter().find(|finding| finding.id == id) {
        Some(finding) if finding.verdict == ClauseVerdict::Holds => {
            Told { expected: None, found: finding.found.as_deref() }
        }
        Some(finding) => Told { expected: finding.expected.as_deref(), found: None },
        None => Told::default(),
    }
}

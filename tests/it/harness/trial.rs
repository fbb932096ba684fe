//! Tries the mistakes of one exercise in one emulator.

use std::path::Path;

use crate::golden;
use crate::harness::catalog::Exercise;
use crate::harness::emulator::Emulator;
use crate::harness::gaps;
use crate::harness::judge::{self, Expected};
use crate::harness::promise::{Mistake, Starts};
use crate::harness::script;
use crate::harness::verdict::{ClauseVerdict, Verdict};
use crate::harness::workspace::{Names, Workspace};

/// More lines than any mistake needs, one for each clause.
const LINES: usize = 10;

pub struct Trial<'a> {
    pub emulator: &'a Emulator,
    pub exercise: &'a Exercise,
}

impl Trial<'_> {
    /// Everything that is otherwise than promised.
    pub fn run(&self) -> Vec<String> {
        let Self { emulator, exercise } = self;
        let refused = gaps::refusal_of_solution(emulator.kind(), exercise).is_some();
        if refused || !golden::reachable(emulator, exercise) {
            return Vec::new(); // the golden path asserts that it is so
        }
        let names = Names::of(emulator.account());
        let (mistakes, mut wrong) = read(exercise, &names);
        let (solved, before): (Vec<_>, Vec<_>) = mistakes.iter().partition(|mistake| mistake.starts == Starts::Solved);
        wrong.extend(self.after_the_solution(&solved));
        wrong.extend(before.into_iter().filter_map(|mistake| self.before_the_solution(mistake)));
        wrong
    }

    /// One preparation serves all: the solution must lead back from every mistake.
    fn after_the_solution(&self, mistakes: &[&Mistake]) -> Vec<String> {
        let (mut wrong, mut state) = (Vec::new(), None);
        for mistake in mistakes {
            let workspace = match state.take() {
                Some(workspace) => workspace,
                None => match self.prepare(Starts::Solved) {
                    Ok(workspace) => workspace,
                    Err(failure) => return vec![failure],
                },
            };
            wrong.extend(self.make(mistake, &workspace));
            match self.solve_again(mistake, &workspace) {
                None => state = Some(workspace),
                Some(failure) => wrong.push(failure),
            }
        }
        wrong
    }

    fn before_the_solution(&self, mistake: &Mistake) -> Option<String> {
        match self.prepare(Starts::Before) {
            Ok(workspace) => self.make(mistake, &workspace),
            Err(failure) => Some(failure),
        }
    }

    /// Every mistake that the lines of `[cli]` do not lead out of.
    pub fn fix(&self) -> Vec<String> {
        let names = Names::of(self.emulator.account());
        let (mistakes, mut wrong) = read(self.exercise, &names);
        let (mut mistakes, mut solved): (Vec<_>, Option<Workspace>) = (mistakes, None);
        mistakes.retain(|mistake| mistake.verdict == Verdict::NotDone);
        mistakes.sort_by_key(|mistake| mistake.starts == Starts::Before);
        for mistake in mistakes {
            let kept = solved.take().filter(|_| mistake.starts == Starts::Solved);
            let workspace = match kept.map_or_else(|| self.prepare(mistake.starts), Ok) {
                Ok(workspace) => workspace,
                Err(failure) => return vec![failure],
            };
            script::run(&workspace, &mistake.path);
            wrong.extend(self.follow_lines(&mistake, &workspace));
            // Out of a fixed state as out of a wrong one, the solution leads to the solved one.
            solved = (script::solve(&workspace, self.exercise).code == 0).then_some(workspace);
        }
        wrong
    }

    /// Runs the line of the first failing clause until none fails; what is wrong if that does not come about.
    fn follow_lines(&self, mistake: &Mistake, workspace: &Workspace) -> Option<String> {
        // As `msl-learn start --force` does: no line mends a file of the workspace.
        script::put_starter_files(workspace, self.exercise.so_far());
        let blame = |failure: &str| Some(self.blame(&mistake.path, "its lines of [cli]", failure));
        for _ in 0..LINES {
            let seen = judge::check(workspace, self.exercise, Verdict::Done);
            let Some(failing) = seen.findings.iter().find(|finding| finding.verdict == ClauseVerdict::Fails) else {
                return if seen.verdict == Verdict::Done { None } else { blame(&seen.to_string()) };
            };
            let Some(line) = self.exercise.about.cli.get(&failing.id) else {
                return blame(&format!("`{}` has no line:\n{seen}", failing.id));
            };
            let output = script::line(workspace, line);
            if let Some(failure) = judge::script_failure(&output, &[]) {
                return blame(&format!("{line}\n{failure}"));
            }
        }
        blame(&format!("not done after {LINES} lines:\n{}", judge::check(workspace, self.exercise, Verdict::Done)))
    }

    /// A fresh account with the exercises solved that this one needs, and for `Solved` this one too.
    fn prepare(&self, starts: Starts) -> Result<Workspace, String> {
        self.emulator.reset();
        let workspace = Workspace::of(self.emulator);
        let itself = (starts == Starts::Solved).then_some(self.exercise);
        for exercise in self.exercise.needs().into_iter().chain(itself) {
            let output = script::solve(&workspace, exercise);
            let failure = judge::script_failure(&output, &[]);
            failure.map_or(Ok(()), |failure| Err(self.blame(&exercise.solution(), "to prepare", &failure)))?;
        }
        script::put_starter_files(&workspace, self.exercise.so_far());
        Ok(workspace)
    }

    /// Makes the mistake and checks the exercise.
    fn make(&self, mistake: &Mistake, workspace: &Workspace) -> Option<String> {
        let gaps = &gaps::of(self.emulator.kind(), self.exercise, Some(mistake.name()));
        let output = script::run(workspace, &mistake.path);
        if let Some(failure) = judge::script_failure(&output, gaps) {
            return Some(self.blame(&mistake.path, &mistake.title, &failure));
        }
        if gaps::refusal(gaps).is_some() {
            return None;
        }
        let expected = Expected { verdict: mistake.verdict, findings: &mistake.findings, gaps, all_gaps: false };
        let seen = judge::check(workspace, self.exercise, mistake.verdict);
        let wrong = expected.differences(&seen);
        let tell = || format!("{}\n{}{seen}", wrong.join("\n"), said(&output.stderr));
        (!wrong.is_empty()).then(|| self.blame(&mistake.path, &mistake.title, &tell()))
    }

    /// The solution leads from the mistake to the solved state.
    fn solve_again(&self, mistake: &Mistake, workspace: &Workspace) -> Option<String> {
        let output = script::solve(workspace, self.exercise);
        let failure = judge::script_failure(&output, &[]);
        let failure = failure.or_else(|| golden::solved(self.emulator, workspace, self.exercise))?;
        let when = format!("again after {}", mistake.name());
        Some(self.blame(&self.exercise.solution(), &when, &failure))
    }

    fn blame(&self, script: &Path, what: &str, failure: &str) -> String {
        format!("{} in {}: {} ({what})\n{failure}\n", self.exercise.id, self.emulator.kind(), script.display())
    }
}

fn read(exercise: &Exercise, names: &Names) -> (Vec<Mistake>, Vec<String>) {
    let (mut mistakes, mut wrong) = (Vec::new(), Vec::new());
    for path in exercise.mistakes() {
        match Mistake::read(&path, names) {
            Ok(mistake) => mistakes.push(mistake),
            Err(error) => wrong.push(error),
        }
    }
    (mistakes, wrong)
}

fn said(stderr: &str) -> String {
    if stderr.is_empty() { String::new() } else { format!("the script said:\n{stderr}") }
}

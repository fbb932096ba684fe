//! Every mistake leads to the verdict and the findings that its file promises, and every unusual but right state passes.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use crate::harness::catalog::{self, Exercise};
use crate::harness::emulator::Emulator;
use crate::harness::kind::Kind;
use crate::harness::trial::Trial;

/// As many exercises are tried at the same time, each in an emulator of its own.
const THREADS: usize = 2;

#[test]
fn mistakes_in_ministack() {
    try_all(Kind::MiniStack);
}

#[test]
fn mistakes_in_moto() {
    try_all(Kind::Moto);
}

/// In a practice account, the lines of `[cli]` lead from every mistake to done: each time that of the first clause that
/// fails.
#[test]
fn lines_of_the_cli_fix_every_mistake() {
    in_all(Kind::MiniStack, |trial| trial.fix());
}

fn try_all(kind: Kind) {
    in_all(kind, |trial| trial.run());
}

/// One test for all exercises, so that a new exercise is tried without anybody listing it.
fn in_all(kind: Kind, test: fn(&Trial<'_>) -> Vec<String>) {
    let chosen = catalog::chosen();
    let threads = THREADS.min(chosen.len());
    let (waiting, wrong) = (Mutex::new(chosen.into_iter()), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let emulator = Emulator::start(kind);
                while let Some(exercise) = { waiting.lock().expect("no panic here").next() } {
                    let found = try_one(&emulator, exercise, test);
                    wrong.lock().expect("no panic here").extend(found);
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("no panic here");
    assert!(wrong.is_empty(), "{} things are wrong in {kind}:\n\n{}", wrong.len(), wrong.join("\n"));
}

/// Tries the mistakes of one exercise, and goes on to the others when something breaks.
fn try_one(emulator: &Emulator, exercise: &Exercise, test: fn(&Trial<'_>) -> Vec<String>) -> Vec<String> {
    let start = Instant::now();
    let tried = panic::catch_unwind(AssertUnwindSafe(|| test(&Trial { emulator, exercise })));
    let wrong = tried.unwrap_or_else(|panic| vec![format!("{}: {}", exercise.id, text_of(&*panic))]);
    let (kind, count) = (emulator.kind(), exercise.mistakes().len());
    eprintln!("{kind} {}: {count} states, {} wrong, {:.1?}", exercise.id, wrong.len(), start.elapsed());
    wrong
}

fn text_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_else(|| "a panic".into())
}

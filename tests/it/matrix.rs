//! The fault matrix: every exercise, before and after its solution, with each of its reads failing. The first read of an
//! operation fails in each way; so does every other where the variable MSL_EVERY_FAULT is set. What cannot be read is never
//! taken for done, nor for not done.
//!
//! The golden path is walked once in MiniStack, and what each exercise reads there is recorded. A server of the tests
//! then answers from the recording, one answer replaced; the checks run in this process, many at once.

mod fault;
mod program;
mod replay;
mod tape;

use std::sync::Arc;
use std::thread;

use futures_util::stream::{self, StreamExt};
use msl_learn_checks::testing::turns::Turns;
use msl_learn_checks::testing::{is_addition, weigh};
use msl_learn_checks::{Findings, Verdict};
use tokio::runtime::Builder;

use fault::{FAULTS, Fault};
use replay::{Combination, Replay, Stray};
use tape::Tape;

/// Combinations in work at once on each of two threads, more than those that wait.
const AT_ONCE: usize = 200;

/// Exercises in which other ways are read beside the one that is found: such a read may fail, and decides nothing.
const SEVERAL_WAYS: [&str; 8] = ["9.i3", "10.8", "10.i2", "10.i4", "10.i5", "10.i7", "10.i8", "10.i10"];

#[test]
fn no_fault_in_any_read_leads_to_a_wrong_verdict() {
    let mut combinations = combinations(tape::all());
    // What waits is begun first, so that it all waits together, while the others are at work.
    combinations.sort_by_key(|combination| !combination.fault.waits);
    let count = combinations.len();
    let replay = Arc::new(Replay::of(combinations));
    let wrong: Vec<String> = halves(count).map(|half| spawn(&replay, half)).into_iter().flat_map(join).collect();
    let strays = replay.strays();
    let lost: Vec<_> = strays.iter().filter(|stray| !is_other_feed(stray)).collect();
    println!("{count} combinations of exercise, state, read and fault; {} wrong verdicts", wrong.len());
    println!("{} reads that are not on the tape: {lost:#?}", lost.len());
    assert!(wrong.is_empty() && lost.is_empty(), "{} of {count}:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// Exercises whose function may be fed in many ways: where the usual one cannot be read, the others are asked for, and no tape has
/// them. What is found then is judged all the same. Before the fault there is no reason to ask for them.
const FED: [&str; 3] = ["10.i4", "10.i7", "10.i10"];

fn is_other_feed(stray: &Stray) -> bool {
    stray.is_after_fault && FED.iter().any(|id| stray.told.starts_with(&format!("{id} ")))
}

/// Each read of each exercise with the faults whose turn it is.
fn combinations(tapes: &'static [Tape]) -> Vec<Combination> {
    let mut turns = Turns::from_env();
    let mut combinations = Vec::new();
    for (tape, call) in tapes.iter().flat_map(|tape| tape.calls().map(move |call| (tape, call))) {
        let exchange = tape.answer(call).expect("a call of the tape");
        let faults: Vec<_> = FAULTS.iter().filter(|fault| fault.concerns(exchange)).collect();
        let denied = faults.iter().position(|fault| fault.name == "denied").expect("a fault");
        let chosen = turns.next(&exchange.request.label(), faults.len(), denied);
        combinations.extend(chosen.into_iter().map(|number| Combination { tape, call, fault: faults[number] }));
    }
    combinations
}

fn halves(count: usize) -> [Vec<usize>; 2] {
    [0, 1].map(|half| (0..count).filter(|number| number % 2 == half).collect())
}

fn spawn(replay: &Arc<Replay>, numbers: Vec<usize>) -> thread::JoinHandle<Vec<String>> {
    let replay = Arc::clone(replay);
    thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_all().build().expect("an event loop");
        let checks = stream::iter(numbers).map(|number| replay.wrong(number)).buffer_unordered(AT_ONCE);
        runtime.block_on(checks.filter_map(async |wrong| wrong).collect())
    })
}

fn join(thread: thread::JoinHandle<Vec<String>>) -> Vec<String> {
    thread.join().expect("a panic in a check")
}

/// Everything that is wrong with what was found in spite of the fault.
fn differences(tape: &Tape, call: &str, fault: &Fault, after: &Findings) -> Result<(), String> {
    weigh(&tape.findings, after)?;
    if fault.passes {
        return same(&tape.findings, after);
    }
    let reasons: Vec<_> = after.0.iter().filter_map(|finding| finding.reason.as_ref()).collect();
    let kind = fault.kind(call.starts_with("HEAD "));
    if let Some(reason) = reasons.iter().find(|reason| reason.kind != kind) {
        return Err(format!("the kind is not {kind}: {reason:?}"));
    }
    let label = tape.answer(call).expect("a call of the tape").request.label();
    let is_right = match after.verdict() {
        Verdict::Done => SEVERAL_WAYS.contains(&&*tape.exercise.id) || is_addition(&tape.exercise.slug, &label),
        verdict => verdict == Verdict::CannotTell,
    };
    if tape.findings.verdict() == Verdict::Done && !is_right {
        return Err(format!("the verdict is {:?}", after.verdict()));
    }
    // A read that only looks for near misses may fail unseen; any other is told.
    match reasons.is_empty() {
        true => same(&tape.findings, after),
        false => Ok(()),
    }
}

fn same(before: &Findings, after: &Findings) -> Result<(), String> {
    let verdicts = |findings: &Findings| findings.0.iter().map(|finding| finding.verdict).collect::<Vec<_>>();
    match verdicts(before) == verdicts(after) {
        true => Ok(()),
        false => Err(format!("{before:#?}\nbecame\n{after:#?}")),
    }
}

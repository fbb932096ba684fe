//! A sample of the matrix with the real program, for its exit codes and its promised JSON.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use msl_learn_checks::testing::lists::MARK;

use super::fault::{FAULTS, Fault};
use super::tape::{self, Tape};
use crate::harness::proxy::{Action, Proxy};
use crate::harness::request::Request;
use crate::harness::verdict::Verdict;
use crate::harness::workspace::Workspace;

/// Exit code 3, or the one that the readable clauses alone justify: [`crate::harness::report::Report`] holds it against them.
#[test]
fn the_program_ends_with_the_exit_code_that_goes_with_the_fault() {
    let Some(tape) = tape::all().iter().find(|tape| tape.solved) else { return };
    thread::scope(|scope| {
        for fault in FAULTS {
            for call in [tape.calls().next(), tape.calls().last()].into_iter().flatten() {
                if fault.concerns(tape.answer(call).expect("a call of the tape")) {
                    scope.spawn(move || try_one(tape, call, fault));
                }
            }
        }
    });
}

fn try_one(tape: &'static Tape, call: &'static str, fault: &'static Fault) {
    let times = AtomicUsize::new(0);
    let proxy = Proxy::alone(move |request| answer(tape, call, fault, request, &times));
    let workspace = Workspace::at(&proxy.endpoint(), &tape.learner.account);
    let verdict = workspace.check(&[&tape.exercise.id]).only().verdict;
    let expected = if fault.passes { Verdict::Done } else { Verdict::CannotTell };
    assert_eq!(verdict, expected, "{} with {call}: {}", tape.name(), fault.name);
}

fn answer(tape: &Tape, call: &str, fault: &Fault, request: &Request, times: &AtomicUsize) -> Action {
    let asked = request.call();
    if asked == call || asked.contains(MARK) {
        let exchange = tape.answer(call).expect("a call of the tape");
        return fault.action(request, exchange, times.fetch_add(1, Ordering::SeqCst));
    }
    tape.answer(&asked).map_or(Action::Close, super::fault::as_recorded)
}

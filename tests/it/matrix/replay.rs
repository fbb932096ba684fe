//! The server that answers from the tapes, with one answer replaced. Every combination has an access key of its own, by
//! which the server knows whose request comes in; so one server serves them all at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use msl_learn_checks::Patience;
use msl_learn_checks::testing::lists::MARK;

use super::fault::Fault;
use super::tape::{self, Tape};
use crate::harness::proxy::{Action, Proxy};
use crate::harness::request::{Request, Scope};

/// One read of one exercise in one state of the account, and what becomes of it.
pub struct Combination {
    pub tape: &'static Tape,
    pub call: &'static str,
    pub fault: &'static Fault,
}

/// Exercises whose lists are asked of other regions, too. Nothing but the signature tells the regions apart, so that the empty list
/// of another region may stand for the learner's; then nothing in it is asked about.
const ASKED_ELSEWHERE: [&str; 2] = ["12.e13", "12.e18"];

/// Where nothing comes in time, there is no use in waiting for it. A whole check may take long: hundreds are at work at once, and
/// the read that waits comes after all those before it.
const SHORT: Patience = Patience { run: Duration::from_secs(600), ..limits(12) };
/// Where everything comes in time, though many checks and other tests share the machine.
const LONG: Patience = limits(600);

const fn limits(seconds: u64) -> Patience {
    let all = Duration::from_secs(seconds);
    Patience { connect: all, read: all, credentials: all, attempt: all, operation: all, run: all }
}

/// A combination and how often the request that it is about has come.
struct Played {
    combination: Combination,
    times: AtomicUsize,
}

/// A request that no tape has an answer to.
#[derive(Clone, Debug)]
pub struct Stray {
    /// The tape's name, and the request.
    pub told: String,
    /// Whether the read that fails had been asked for before.
    pub is_after_fault: bool,
}

type Strays = Mutex<Vec<Stray>>;

pub struct Replay {
    proxy: Proxy,
    played: Arc<Vec<Played>>,
    strays: Arc<Strays>,
}

impl Replay {
    pub fn of(combinations: Vec<Combination>) -> Self {
        let played = combinations.into_iter().map(|combination| Played { combination, times: AtomicUsize::new(0) });
        let played = Arc::new(played.collect::<Vec<_>>());
        let strays = Arc::<Strays>::default();
        Self { proxy: serve(&played, &strays), played, strays }
    }

    pub fn strays(&self) -> Vec<Stray> {
        self.strays.lock().expect("no panic here").clone()
    }

    /// Checks one combination: what is wrong with what was found, when something is.
    pub async fn wrong(&self, number: usize) -> Option<String> {
        let Played { combination: Combination { tape, call, fault }, times } = &self.played[number];
        let own = fault.ends_server.then(|| serve(&self.played, &self.strays));
        let endpoint = own.as_ref().unwrap_or(&self.proxy).endpoint();
        let patience = if fault.waits { SHORT } else { LONG };
        let aws = tape::reach(&endpoint, &number.to_string(), patience).await;
        let findings = match aws.caller().await {
            Ok(_) => msl_learn_checks::check(&tape.exercise.slug, &aws, &tape.learner).await,
            Err(fault) => msl_learn_checks::unreadable(&tape.exercise.slug, &tape.learner, &fault),
        };
        let findings = findings.expect("a verifier for every exercise");
        let judged = match times.load(Ordering::SeqCst) {
            0 if ASKED_ELSEWHERE.contains(&&*tape.exercise.id) => Ok(()),
            0 => Err("the fault did not happen".into()),
            // What was found on the first page needs no second, which is the one that fails.
            1 if fault.of_lists && !fault.passes => super::same(&tape.findings, &findings),
            _ => super::differences(tape, call, fault, &findings),
        };
        judged.err().map(|wrong| format!("{}, {call}, {}: {wrong}", tape.name(), fault.name))
    }
}

fn serve(played: &Arc<Vec<Played>>, strays: &Arc<Strays>) -> Proxy {
    let (played, strays) = (Arc::clone(played), Arc::clone(strays));
    Proxy::alone(move |request| answer(&played, &strays, request))
}

fn answer(played: &[Played], strays: &Strays, request: &Request) -> Action {
    let key = request.signed_for(Scope::AccessKey);
    if key.is_empty() {
        // The code of a function is fetched without a signature, from an address that is its own.
        let code = tape::all().iter().find_map(|tape| tape.answer(&request.call()));
        return code.map_or(Action::Close, super::fault::as_recorded);
    }
    let number: usize = key.parse().expect("a combination's number");
    let Played { combination: Combination { tape, call, fault }, times } = &played[number];
    let asked = request.call();
    if asked == *call || asked.contains(MARK) {
        let exchange = tape.answer(call).expect("a call of the tape");
        return fault.action(request, exchange, times.fetch_add(1, Ordering::SeqCst));
    }
    // A fault may make a thing look missing. What is asked then is on the tape of the account before the solution.
    let twins = || tape::all().iter().filter(|other| other.exercise.id == tape.exercise.id);
    match tape.answer(&asked).or_else(|| twins().find_map(|twin| twin.answer(&asked))) {
        Some(exchange) => super::fault::as_recorded(exchange),
        None => {
            let is_after_fault = times.load(Ordering::SeqCst) > 0;
            let stray = Stray { told: format!("{}: {asked}", tape.name()), is_after_fault };
            strays.lock().expect("no panic here").push(stray);
            Action::Close
        }
    }
}

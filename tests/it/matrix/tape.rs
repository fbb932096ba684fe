//! What the exercises read on the golden path: each before its solution and after it, with the emulator's answers.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use msl_learn_checks::{Access, Aws, Findings, Learner, Patience, PracticeAccess, Verdict};

use crate::harness::catalog::{self, Exercise};
use crate::harness::gaps;
use crate::harness::kind::Kind;
use crate::harness::proxy::{Exchange, Proxy};
use crate::harness::request::Scope;
use crate::harness::station::Visit;
use crate::harness::walk;
use crate::harness::workspace::Workspace;

const KIND: Kind = Kind::MiniStack;

/// One exercise in one state of the account.
pub struct Tape {
    pub exercise: &'static Exercise,
    pub solved: bool,
    pub learner: Learner,
    pub findings: Findings,
    answers: BTreeMap<String, Exchange>,
}

/// Of the chosen exercises; recorded once.
pub fn all() -> &'static [Tape] {
    static ALL: OnceLock<Vec<Tape>> = OnceLock::new();
    ALL.get_or_init(record)
}

impl Tape {
    /// The distinct calls of AWS's API, the identity's among them. A function's code is fetched without a signature, so
    /// that nobody could tell for whom; what may go wrong there is tried in `checks/tests/get_chapters_function.rs`.
    pub fn calls(&self) -> impl Iterator<Item = &String> {
        self.answers.iter().filter(|(_, exchange)| is_signed(exchange)).map(|(call, _)| call)
    }

    pub fn answer(&self, call: &str) -> Option<&Exchange> {
        self.answers.get(call)
    }

    /// The tape, with addresses of code that no other tape has: whoever fetches from one has no signature.
    fn with_codes_of_its_own(mut self, number: usize) -> Self {
        let mut exchanges: Vec<_> = std::mem::take(&mut self.answers).into_values().collect();
        let unsigned = exchanges.iter().filter(|exchange| !is_signed(exchange));
        for target in unsigned.map(|exchange| exchange.request.target.clone()).collect::<Vec<_>>() {
            let own = format!("{target}&tape={number}");
            for exchange in &mut exchanges {
                if is_signed(exchange) {
                    exchange.body = replaced(&exchange.body, &target, &own);
                }
                if exchange.request.target == target {
                    exchange.request.target.clone_from(&own);
                }
            }
        }
        self.answers = exchanges.into_iter().map(|exchange| (exchange.request.call(), exchange)).collect();
        self
    }

    pub fn name(&self) -> String {
        format!("{} {} its solution", self.exercise.id, if self.solved { "after" } else { "before" })
    }
}

/// The body with `own` in place of `target`; one that is no text stays.
fn replaced(body: &[u8], target: &str, own: &str) -> Vec<u8> {
    str::from_utf8(body).map_or_else(|_| body.to_owned(), |text| text.replace(target, own).into_bytes())
}

fn is_signed(exchange: &Exchange) -> bool {
    !exchange.request.signed_for(Scope::AccessKey).is_empty()
}

fn record() -> Vec<Tape> {
    let walk = walk::of(KIND);
    let checked = catalog::chosen().into_iter().filter(|exercise| !exercise.is_asked());
    let solvable = checked.filter(|exercise| gaps::is_solvable(KIND, exercise));
    let tapes = solvable.flat_map(|exercise| {
        let stations = [(walk.before(exercise), false), (walk.after(exercise), true)];
        stations.map(|(station, solved)| tape(&station.visit(), exercise, solved))
    });
    tapes.enumerate().map(|(number, tape)| tape.with_codes_of_its_own(number)).collect()
}

/// An emulator may take a moment, too.
fn tape(visit: &Visit, exercise: &'static Exercise, solved: bool) -> Tape {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let tape = look(visit, exercise, solved);
        if tape.findings.verdict() != Verdict::NotReady || Instant::now() > deadline {
            return tape;
        }
        thread::sleep(Duration::from_millis(200));
    }
}

fn look(visit: &Visit, exercise: &'static Exercise, solved: bool) -> Tape {
    let proxy = Proxy::delaying(&visit.emulator, Duration::ZERO);
    let learner = learner(&visit.workspace);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("an event loop");
    let findings = runtime.block_on(async {
        let aws = reach(&proxy.endpoint(), "test", Patience::default()).await;
        aws.caller().await.expect("an identity");
        msl_learn_checks::check(&exercise.slug, &aws, &learner).await.expect("a verifier for every exercise")
    });
    let answers = proxy.exchanges().into_iter().map(|exchange| (exchange.request.call(), exchange)).collect();
    Tape { exercise, solved, learner, findings, answers }
}

pub async fn reach(endpoint: &str, access_key: &str, patience: Patience) -> Aws {
    let access = Access::Practice(PracticeAccess {
        endpoint: endpoint.into(),
        region: "us-east-1".into(),
        access_key: access_key.into(),
        secret_key: "test".into(),
        has_visitors: false,
    });
    Aws::reach_within(access, patience).await.unwrap_or_else(|error| panic!("{error}"))
}

fn learner(workspace: &Workspace) -> Learner {
    let names = workspace.names();
    Learner {
        domain: names.domain.into(),
        region: names.region.into(),
        account: names.account.clone(),
        partition: "aws".into(),
        practice: true,
        workspace: Some(kept(workspace)),
        names: msl_learn_checks::Names::derived_from(names.domain),
    }
}

/// What the exercises look at in the workspace, which is gone when the tape is played: the file of 5.13, once it is there.
fn kept(workspace: &Workspace) -> PathBuf {
    const EXPORT: &str = "api/openapi.json";
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("matrix");
    let saved = workspace.path().join(EXPORT);
    let folder = place.join(if saved.exists() { "saved" } else { "empty" });
    fs::create_dir_all(folder.join("api")).expect("a folder under the target folder");
    if saved.exists() {
        fs::copy(saved, folder.join(EXPORT)).expect("a file under the target folder");
    }
    folder
}

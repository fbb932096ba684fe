//! The proxy must change nothing but what a test asks of it.

use std::sync::Barrier;
use std::time::{Duration, Instant};

use crate::harness::aws;
use crate::harness::emulator::Emulator;
use crate::harness::process;
use crate::harness::proxy::{Action, Proxy};
use crate::harness::script;
use crate::harness::workspace::Workspace;

/// Objects in and out, a head without a body, a form and a JSON request.
const SCRIPT: &str = r#"
seq 30000 >numbers
aws s3api create-bucket --bucket numbers --query Location
aws s3api put-object --bucket numbers --key numbers --body numbers --query ETag
aws s3api head-object --bucket numbers --key numbers --query ContentLength
aws s3 cp s3://numbers/numbers - | cmp - numbers
aws sts get-caller-identity --query Account
aws acm list-certificates
aws s3api get-object --bucket numbers --key missing missing 2>&1 || true
"#;

#[test]
fn what_is_passed_on_arrives_unchanged() {
    let emulator = Emulator::ministack();
    let proxy = Proxy::delaying(&emulator, Duration::ZERO);
    let straight = run(emulator.endpoint(), &emulator);
    emulator.reset();
    assert_eq!(run(&proxy.endpoint(), &emulator), straight);
    assert!(straight.contains("168894\n"), "{straight}");
    let counts = proxy.counts();
    let called = |call: &str| {
        let call = format!("us-east-1 {call}");
        counts.iter().filter(|(key, _)| key.starts_with(&call)).map(|(_, count)| count).sum()
    };
    let expected: [(&str, usize); 4] = [
        ("PUT /numbers/numbers", 1),
        ("HEAD /numbers/numbers", 2), // `aws s3 cp` looks before it reads
        ("POST / GetCallerIdentity", 1),
        ("POST / CertificateManager.ListCertificates", 1),
    ];
    assert_eq!(expected.map(|(call, _)| (call, called(call))), expected, "{counts:#?}");
}

fn run(endpoint: &str, emulator: &Emulator) -> String {
    let workspace = Workspace::at(endpoint, emulator.account());
    let mut bash = script::bash(&workspace, aws::served());
    bash.args(["-c", SCRIPT]);
    let output = process::run(bash, Duration::from_secs(60));
    assert_eq!(output.code, 0, "{output:#?}");
    output.stdout
}

#[test]
fn every_answer_is_delayed() {
    let emulator = Emulator::ministack();
    let delay = Duration::from_millis(100);
    let proxy = Proxy::delaying(&emulator, delay);
    let start = Instant::now();
    ureq::get(proxy.endpoint() + "/_ministack/health").call().expect("an answer");
    assert!(start.elapsed() >= delay);
}

#[test]
fn connections_do_not_wait_for_one_another() {
    const CLIENTS: usize = 4;
    let emulator = Emulator::ministack();
    // Nobody is passed on before all are there, which one after the other they never would be.
    let all = Barrier::new(CLIENTS);
    let proxy = Proxy::hooked(&emulator, move |_| {
        all.wait();
        Action::Pass
    });
    std::thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| ureq::get(proxy.endpoint() + "/_ministack/health").call().expect("an answer"));
        }
    });
}

#[test]
fn a_hook_answers_closes_and_stays_silent() {
    let emulator = Emulator::ministack();
    let proxy = Proxy::hooked(&emulator, |request| match request.target.as_str() {
        "/answer" => Action::Answer { status: 418, headers: vec![("x-by".into(), "hook".into())], body: "no".into() },
        "/close" => Action::Close,
        "/silence" => Action::Silence,
        _ => Action::Pass,
    });
    let agent = ureq::Agent::config_builder().http_status_as_error(false);
    let agent = agent.timeout_global(Some(Duration::from_secs(5))).build().new_agent();
    let get = |path: &str| agent.get(proxy.endpoint() + path).call();
    for _ in 0..2 {
        let mut answer = get("/answer").expect("the hook's answer");
        assert_eq!((answer.status().as_u16(), answer.headers()["x-by"].to_str().ok()), (418, Some("hook")));
        assert_eq!(answer.body_mut().read_to_string().expect("a body"), "no");
    }
    assert!(matches!(get("/silence"), Err(ureq::Error::Timeout(_))));
    assert!(!matches!(get("/close"), Ok(_) | Err(ureq::Error::Timeout(_))));
    assert_eq!(get("/_ministack/health").expect("the emulator's answer").status(), 200);
}

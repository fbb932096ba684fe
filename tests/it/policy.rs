//! The promise of least privilege where policies are heeded: a user with nothing but what `policy` prints sees all that
//! root sees, and a user without it is told what to allow.

use std::fs;
use std::time::Duration;

use serde_json::Value;

use crate::harness::aws;
use crate::harness::catalog::{self, Exercise};
use crate::harness::emulator::Emulator;
use crate::harness::gaps;
use crate::harness::kind::Kind;
use crate::harness::process;
use crate::harness::report::{Checked, Finding};
use crate::harness::script;
use crate::harness::verdict::ClauseVerdict;
use crate::harness::workspace::Workspace;

/// What an emulator cannot show of an account that is not a practice account: a part of the clause, and why.
const GAPS: &[(Kind, &str, &str)] = &[
    (Kind::MiniStack, "is delegated to", "it has no registrar"),
    (
        Kind::MiniStack,
        "your account's public access settings",
        "the host of that call begins with the account's number",
    ),
    (Kind::Moto, "your account's public access settings", "the host of that call begins with the account's number"),
    (Kind::MiniStack, "owner pays for requests", "it answers with the list of objects"),
    (Kind::Moto, "owner pays for requests", "it answers with the list of objects"),
    (Kind::MiniStack, "origin access control", "it takes the resource for `*`, which no narrow statement allows"),
    (
        Kind::MiniStack,
        "the table's policy does not deny it",
        "it takes the resource for `*`, which no narrow statement allows",
    ),
    (
        Kind::MiniStack,
        "may put items into the table analytics and no other",
        "it takes the resource of the table's policy for `*`, which no narrow statement allows",
    ),
    (
        Kind::MiniStack,
        "neither the table's policy nor the bucket's denies it",
        "it takes the resource of the table's policy for `*`, which no narrow statement allows",
    ),
    (
        Kind::MiniStack,
        "a rule or a schedule in",
        "it takes the rule whose targets are listed for `*`, which no narrow statement allows",
    ),
    (Kind::MiniStack, "log group", "it takes the resource for `*`, which no narrow statement allows"),
    (Kind::MiniStack, "AWS Backup has a plan", "it takes the resource for `*`, which no narrow statement allows"),
];

/// SAM's stack is told by the transforms of its template in an account that is no practice account, and MiniStack names none.
const OF_TOOLS: [&str; 1] = ["12.e13"];

#[test]
fn with_the_policy_and_nothing_else_all_of_ministack_is_read() {
    walk(&Emulator::start(Kind::MiniStack), |exercise| !exercise.is_asked() && !OF_TOOLS.contains(&&*exercise.id));
}

/// Once moto heeds policies it refuses Route 53 and CloudFront to administrators too, and takes every resource but
/// those of S3 for `*`.
#[test]
fn with_the_policy_and_nothing_else_the_buckets_of_moto_are_read() {
    walk(&Emulator::start(Kind::Moto), |exercise| ["4.3", "4.5"].contains(&&*exercise.id));
}

fn walk(emulator: &Emulator, shows: fn(&Exercise) -> bool) {
    let root = Workspace::of(emulator);
    let (first, rest) = catalog::all().split_first().expect("exercises");
    solve(&root, first);
    let policy = root.run(&["policy"]);
    assert_eq!(policy.code, 0, "{policy:#?}");
    let allowed = Workspace::real(emulator, keys(&root, &owner(&root), Some(&policy.stdout)));
    let stranger = Workspace::real(emulator, keys(&root, "stranger", None));
    if shows(first) {
        see(emulator, first, &allowed, &stranger);
    }
    let last = rest.iter().rposition(shows).expect("an exercise that it shows");
    for exercise in rest[..=last].iter().filter(|exercise| gaps::is_solvable(emulator.kind(), exercise)) {
        emulator.heed(false);
        solve(&root, exercise);
        [&allowed, &stranger].into_iter().for_each(|workspace| share_export(&root, workspace));
        if shows(exercise) && !exercise.is_of_workspace() {
            see(emulator, exercise, &allowed, &stranger);
        }
    }
}

/// Exercise 5.13 looks at a file in the workspace; everyone has the one that root saved.
fn share_export(root: &Workspace, workspace: &Workspace) {
    const EXPORT: &str = "api/openapi.json";
    if let Ok(saved) = fs::read(root.path().join(EXPORT)) {
        workspace.write(EXPORT, &saved);
    }
}

fn solve(root: &Workspace, exercise: &Exercise) {
    let solved = script::solve(root, exercise);
    assert_eq!(solved.code, 0, "{}: {solved:#?}", exercise.id);
}

/// The solved exercise is done for the one, and for the other cannot be told, with the fix.
fn see(emulator: &Emulator, exercise: &Exercise, allowed: &Workspace, stranger: &Workspace) {
    emulator.heed(true);
    let is_gap = |finding: &&Finding| {
        is_seen_from_outside(finding)
            || GAPS.iter().any(|(kind, clause, _)| *kind == emulator.kind() && finding.clause.contains(clause))
    };
    let seen = check(allowed, exercise);
    for finding in seen.findings.iter().filter(|finding| !is_gap(finding)) {
        // What is seen from outside is skipped where an emulator stands for AWS.
        assert!(
            // What is still under way was read as well.
            matches!(finding.verdict, ClauseVerdict::Holds | ClauseVerdict::Skipped | ClauseVerdict::NotReady),
            "with the policy in {}: {seen}",
            emulator.kind()
        );
    }
    let seen = check(stranger, exercise);
    let unreadable: Vec<_> = seen.findings.iter().filter(|f| f.verdict == ClauseVerdict::CannotTell).collect();
    assert!(!unreadable.is_empty(), "without a policy in {}: {seen}", emulator.kind());
    for finding in unreadable.into_iter().filter(|finding| !is_gap(finding)) {
        assert_eq!(finding.reason.as_ref().map(|reason| &*reason.kind), Some("denied"), "{seen}");
        assert!(is_cure(&fix(finding)), "{seen}");
    }
    assert!(seen.findings.iter().all(|finding| finding.verdict != ClauseVerdict::Fails), "{seen}");
}

/// The DNS and the web know nothing of an emulator, and no policy bears on them.
fn is_seen_from_outside(finding: &Finding) -> bool {
    let outside = |operation: &str| ["dns:", "http:", "https:"].iter().any(|start| operation.starts_with(start));
    finding.reason.as_ref().is_some_and(|reason| outside(&reason.operation))
}

fn check(workspace: &Workspace, exercise: &Exercise) -> Checked {
    workspace.check(&[&exercise.id]).only()
}

/// The statement that the advice ends in.
fn fix(finding: &Finding) -> Value {
    let advice = finding.advice.as_deref().unwrap_or_default();
    let (_, statement) = advice.split_once("Smallest policy statement that fixes it: ").unwrap_or_default();
    serde_json::from_str(statement).unwrap_or_default()
}

fn is_cure(statement: &Value) -> bool {
    const VERBS: [&str; 5] = ["Get", "GET", "List", "Describe", "Scan"];
    let reads =
        |action: &str| action.split_once(':').is_some_and(|(_, name)| VERBS.iter().any(|verb| name.starts_with(verb)));
    // A list of stacks takes two.
    let actions = statement["Action"].as_array().cloned().unwrap_or_else(|| vec![statement["Action"].clone()]);
    statement["Effect"] == "Allow"
        && actions.iter().all(|action| action.as_str().is_some_and(reads))
        && statement["Resource"].is_string()
}

/// The user whom the solution of 4.1 makes, with MFA.
fn owner(root: &Workspace) -> String {
    run(root, "aws iam list-users --query 'Users[0].UserName' --output text").trim().to_owned()
}

/// The access key and secret of a user, who is made when not there, with this policy alone.
fn keys(root: &Workspace, name: &str, policy: Option<&str>) -> [String; 2] {
    root.write("policy.json", policy.unwrap_or_default().as_bytes());
    let attach = format!(
        "aws iam detach-user-policy --user-name {name} --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
        arn=$(aws iam create-policy --policy-name check --policy-document file://policy.json --query Policy.Arn --output text)
        aws iam attach-user-policy --user-name {name} --policy-arn \"$arn\""
    );
    let make = format!("aws iam create-user --user-name {name} >/dev/null");
    let prepare = if policy.is_some() { &attach } else { &make };
    let key = format!("aws iam create-access-key --user-name {name}");
    let answer =
        run(root, &format!("{prepare}\n{key} --query 'AccessKey.[AccessKeyId,SecretAccessKey]' --output text"));
    let words: Vec<String> = answer.split_whitespace().map(str::to_owned).collect();
    <[String; 2]>::try_from(words).expect("a key and its secret")
}

fn run(root: &Workspace, commands: &str) -> String {
    let mut bash = script::bash(root, aws::served());
    bash.args(["-c", commands]);
    let output = process::run(bash, Duration::from_secs(60));
    assert_eq!(output.code, 0, "{output:#?}");
    output.stdout
}

/// It is read by people before they attach it, and by IAM; it needs neither credentials nor a network.
#[test]
fn the_policy_as_it_is_printed() {
    let workspace = Workspace::at("http://127.0.0.1:1", "123456789012");
    let whole = workspace.run(&["policy"]);
    assert_eq!((whole.code, &*whole.stderr), (0, ""));
    insta::assert_snapshot!(whole.stdout);
    let chapter = workspace.run(&["policy", "--chapter", "4"]).stdout;
    assert!(chapter.contains("s3:GetBucketPolicy"), "{chapter}");
    let one = workspace.run(&["policy", "4.2"]).stdout;
    assert!(one.contains("route53:GetHostedZone") && !one.contains("s3:"), "{one}");
    assert_eq!(workspace.run(&["policy", "9.99"]).code, 2);
    assert_eq!(workspace.run(&["policy", "4.2", "--chapter", "4"]).code, 2);
}

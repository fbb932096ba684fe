//! What a policy allows, by an emulator's policy simulator and by the check: they agree. MiniStack has one that answers.

use std::fs;

use crate::harness::emulator::Emulator;
use crate::harness::script;
use crate::harness::verdict::ClauseVerdict;
use crate::harness::workspace::Workspace;

/// Statements of a policy, by which the function may read the data or not.
const POLICIES: &[&str] = &[
    r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example-data/*"}"#,
    r#"{"Effect": "Allow", "Action": "s3:getobject", "Resource": "arn:aws:s3:::example-data/chapters.json"}"#,
    r#"{"Effect": "Allow", "Action": ["s3:Get*"], "Resource": ["arn:aws:s3:::*/chapters.?son"]}"#,
    r#"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}"#,
    r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example-data"}"#,
    r#"{"Effect": "Allow", "Action": "s3:GetObjects", "Resource": "*"}"#,
    r#"{"Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::example-data/*"}"#,
    r#"{"Effect": "Allow", "Action": "*", "Resource": "*"},
       {"Effect": "Deny", "NotAction": "logs:*", "Resource": "*"}"#,
];

const CLAUSE: &str = "the policy allows s3:GetObject on chapters.json in the bucket example-data";

#[test]
fn the_check_and_the_simulator_of_ministack_agree() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    for statements in POLICIES {
        let document = format!(r#"{{"Version": "2012-10-17", "Statement": [{statements}]}}"#);
        let path = workspace.home().join("simulation.sh");
        fs::write(&path, simulation(&document)).expect("a writable temporary folder");
        let simulated = script::run(&workspace, &path);
        assert_eq!(simulated.code, 0, "{}", simulated.stderr);
        let report = workspace.check(&["6.2"]);
        let finding = report.exercises[0].findings.iter().find(|finding| finding.clause == CLAUSE).expect("the clause");
        let allowed = simulated.stdout.trim() == "allowed";
        assert_eq!(finding.verdict == ClauseVerdict::Holds, allowed, "{statements}: {}", simulated.stdout);
    }
}

/// Makes the policy and prints what the simulator decides.
fn simulation(document: &str) -> String {
    format!(
        "# Makes a policy, and asks the simulator.
arn=arn:aws:iam::{{{{ account }}}}:policy/function-get-chapters
aws iam delete-policy --policy-arn $arn >/dev/null 2>&1 || true
aws iam create-policy --policy-name function-get-chapters --policy-document '{document}' >/dev/null
aws iam simulate-custom-policy --policy-input-list '{document}' --action-names s3:GetObject \\
  --resource-arns arn:aws:s3:::example-data/chapters.json \\
  --query 'EvaluationResults[0].EvalDecision' --output text
"
    )
}

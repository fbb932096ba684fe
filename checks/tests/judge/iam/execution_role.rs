//! Policy and role of other names than the book's.

use crate::tests::*;
use ClauseVerdict::Fails;

const POLICY: &str = "ch06/function_policy";
const ROLE: &str = "ch06/function_role";
const SETTINGS: &str = "ch06/function_settings";
const SCAN: &str = "ch06/policy_allows_scan";
const OLD: &str = "ch06/old_role_deleted";

#[tokio::test]
async fn policy_and_role_of_other_names_are_known_by_the_function() {
    let renamed = solved()
        .answers("lambda:GetFunction", ok(lambda::under("reader")))
        .answers("iam:ListPolicies", ok(iam::policies(&[iam::policy("/", "reads", "v2")])))
        .answers("iam:ListAttachedRolePolicies", ok(iam::attached(&["123456789012:policy/reads"])))
        .answers("iam:GetPolicy", ok(iam::got_policy("reads")))
        .refuses("iam:GetRole", (404, "NoSuchEntity"), "cannot be found")
        .answers_to(
            "iam:GetRole",
            "RoleName=reader",
            ok(iam::got_role(&iam::trust("lambda.amazonaws.com")).replace("function-get-chapters", "reader")),
        )
        .answers("iam:ListRoles", ok(iam::roles(&[iam::role("/", "reader")])));
    for slug in [POLICY, ROLE, SETTINGS, SCAN, OLD] {
        expect(&renamed, slug, Verdict::Done, &[]).await;
    }
    // What Lambda has made is not the learner's.
    let first = renamed
        .answers("lambda:GetFunction", ok(lambda::under("service-role/get-chapters-role-1")))
        .answers("iam:ListPolicies", ok(iam::policies(&[iam::policy("/service-role/", "reads", "v2")])));
    for (slug, clause) in [(POLICY, "policy"), (ROLE, "role"), (SCAN, "policy")] {
        let findings = check(&first, slug).await;
        assert_eq!(finding(&findings, clause).verdict, Fails, "{slug}: {findings:#?}");
    }
    let findings = check(&first, SETTINGS).await;
    assert!(says(finding(&findings, "role"), "still the role of exercise 5.10"), "{findings:#?}");
}

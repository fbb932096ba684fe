//! 6.2: where the policy may be.

use crate::tests::*;

const SLUG: &str = "ch06/function_policy";

#[tokio::test]
async fn a_policy_of_any_path_is_found_and_one_in_the_role_is_named() {
    let elsewhere = iam::policies(&[iam::policy("/book/", "function-get-chapters", "v2")]);
    expect(&solved().answers("iam:ListPolicies", ok(elsewhere)), SLUG, Verdict::Done, &[]).await;
    let inline = solved()
        .answers("iam:ListPolicies", ok(iam::policies(&[])))
        .answers("iam:ListRolePolicies", ok(iam::OWN_POLICIES));
    let findings = check(&inline, SLUG).await;
    assert!(says(&findings.0[0], "the inline policy own, which is part of the role"), "{findings:#?}");
}

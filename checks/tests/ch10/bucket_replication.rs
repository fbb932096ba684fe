//! 10.4: rules of both forms, what they leave out, where the copies go, and under which role.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch10/bucket_replication";
const GET: &str = "s3:GetBucketReplication";

fn with_rules(rules: &str) -> Account {
    solved().answers(GET, ok(s3::replication(rules)))
}

/// The rule, with another filter.
fn filtered(filter: &str) -> Account {
    with_rules(&s3::rule(s3::REPLICA).replace("<Filter><Prefix></Prefix></Filter>", filter))
}

/// The account where S3 works under a role with these statements.
fn under(statements: &str) -> Account {
    solved().answers_to("iam:GetRolePolicy", s3::COPYING_ROLE, ok(iam::own_policy(statements)))
}

#[tokio::test]
async fn rules_of_both_forms_are_read() {
    for filter in [
        "<Prefix></Prefix>",
        "<Filter/>",
        "<Filter><Prefix></Prefix></Filter>",
        "<Filter><And><Prefix></Prefix></And></Filter>",
    ] {
        expect(&filtered(filter), SLUG, Verdict::Done, &[(Holds, "rule", "example-data-replica")]).await;
    }
}

#[tokio::test]
async fn what_a_rule_leaves_out_is_said() {
    for (filter, found) in [
        ("<Filter><Prefix>/</Prefix></Filter>", "do not begin with a slash"),
        ("<Filter><Prefix>*</Prefix></Filter>", "no wildcard"),
        ("<Prefix>photos/</Prefix>", "keys that begin with photos/"),
        // Some of what is new is copied, and not each new file.
        ("<Prefix>analytics/</Prefix>", "under any other key is not copied"),
        ("<Filter><Prefix>chapters</Prefix></Filter>", "keys that begin with chapters"),
        ("<Filter><Tag><Key>copy</Key><Value>yes</Value></Tag></Filter>", "the tag copy=yes"),
        (
            "<Filter><And><Prefix></Prefix><Tag><Key>a</Key><Value>1</Value></Tag><Tag><Key>b</Key><Value>2</Value></Tag></And></Filter>",
            "the tag a=1 and b=2",
        ),
    ] {
        expect(&filtered(filter), SLUG, Verdict::NotDone, &[(Fails, "rule", found)]).await;
    }
    let off = s3::rule(s3::REPLICA).replace("<Status>Enabled</Status>", "<Status>Disabled</Status>");
    expect(&with_rules(&off), SLUG, Verdict::NotDone, &[(Fails, "rule", "the rule all, which is disabled")]).await;
    let beside = [off.replace("<ID>all</ID>", "<ID>old</ID>"), s3::rule(s3::REPLICA)].concat();
    expect(&with_rules(&beside), SLUG, Verdict::Done, &[(Holds, "rule", "the rule all")]).await;
    let rule = |id: &str, prefix: &str| {
        let own = s3::rule(s3::REPLICA).replace("<ID>all</ID>", &format!("<ID>{id}</ID>"));
        own.replace("<Filter><Prefix></Prefix></Filter>", &format!("<Filter><Prefix>{prefix}</Prefix></Filter>"))
    };
    let two = with_rules(&[rule("chapters", "chapters"), rule("analytics", "analytics/")].concat());
    expect(&two, SLUG, Verdict::NotDone, &[(Fails, "rule", "the rule chapters for keys")]).await;
    let none = solved().refuses(GET, (404, "ReplicationConfigurationNotFoundError"), "none");
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "rule", "no replication rule")]).await;
}

#[tokio::test]
async fn the_copies_must_go_into_another_region() {
    let here = solved().edited("s3:ListBuckets", "us-west-2", "us-east-1");
    expect(&here, SLUG, Verdict::NotDone, &[(Fails, "elsewhere", "example-data-replica in us-east-1")]).await;
    let gone = with_rules(&s3::rule("arn:aws:s3:::nowhere"));
    let expected = [
        (Fails, "elsewhere", "not among yours"),
        (Skipped, "copy_versions", "one of yours"),
        (Fails, "allowed", "arn:aws:s3:::nowhere/*"),
    ];
    expect(&gone, SLUG, Verdict::NotDone, &expected).await;
    let theirs = s3::rule("arn:aws:s3:::nowhere").replace("<Bucket>", "<Account>999999999999</Account><Bucket>");
    let findings = check(&with_rules(&theirs), SLUG).await;
    assert_eq!(finding(&findings, "elsewhere").verdict, CannotTell, "{findings:#?}");
    let suspended = ok(s3::VERSIONS.replace("Enabled", "Suspended"));
    let account = solved().answers_to("s3:GetBucketVersioning", "//example-data-replica.", suspended);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "copy_versions", "Suspended")]).await;
}

#[tokio::test]
async fn what_kms_encrypts_is_copied_only_if_the_rule_says_so() {
    let by_kms = solved().answers("s3:GetBucketEncryption", ok(s3::encryption("aws:kms")));
    expect(&by_kms, SLUG, Verdict::NotDone, &[(Fails, "encrypted", "the KMS key aws/s3")]).await;
    let criteria = "<SourceSelectionCriteria><SseKmsEncryptedObjects><Status>Enabled</Status></SseKmsEncryptedObjects>\
                    </SourceSelectionCriteria><Destination>";
    let rule = s3::rule(s3::REPLICA).replace("<Destination>", criteria);
    let chosen = by_kms.answers(GET, ok(s3::replication(&rule)));
    expect(&chosen, SLUG, Verdict::Done, &[(Holds, "encrypted", "kms:Decrypt")]).await;
    let error = "ServerSideEncryptionConfigurationNotFoundError";
    let unset = solved().refuses("s3:GetBucketEncryption", (404, error), "none");
    expect(&unset, SLUG, Verdict::Done, &[(Holds, "encrypted", "SSE-S3")]).await;
}

#[tokio::test]
async fn the_role_must_be_s3s_and_must_do() {
    let role = |trust: &str| {
        let answer = ok(iam::role_trusting(s3::COPYING_ROLE, trust));
        solved().answers_to("iam:GetRole", s3::COPYING_ROLE, answer)
    };
    let expected = [(Fails, "trust", "it is for lambda.amazonaws.com")];
    expect(&role(&iam::trust("lambda.amazonaws.com")), SLUG, Verdict::NotDone, &expected).await;
    let all = iam::copying();
    for (action, lacks) in [
        ("s3:ReplicateObject", "Allow s3:ReplicateObject on arn:aws:s3:::example-data-replica/*"),
        ("s3:GetObjectVersionForReplication", "Allow s3:GetObjectVersionForReplication on arn:aws:s3:::example-data/*"),
        ("s3:ListBucket", "Allow s3:ListBucket on arn:aws:s3:::example-data"),
        ("s3:GetReplicationConfiguration", "Allow s3:GetReplicationConfiguration on arn:aws:s3:::example-data"),
    ] {
        let lacking = under(&all.replace(action, "s3:GetObject"));
        expect(&lacking, SLUG, Verdict::NotDone, &[(Fails, "allowed", lacks)]).await;
    }
    let gone = solved().answers_to("iam:GetRole", s3::COPYING_ROLE, error("iam:", (404, "NoSuchEntity"), "no"));
    let expected = [(Fails, "trust", "it is not there"), (Skipped, "allowed", "until the role is there")];
    expect(&gone, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_deny_of_the_other_buckets_policy_outweighs_the_role() {
    let policy = r#"{"Version": "2012-10-17", "Statement": [{"Sid": "closed", "Effect": "Deny", "Principal": "*",
        "Action": "s3:ReplicateObject", "Resource": "arn:aws:s3:::example-data-replica/*"}]}"#;
    let denied = solved().answers_to("s3:GetBucketPolicy", "//example-data-replica.", ok(policy));
    expect(&denied, SLUG, Verdict::NotDone, &[(Fails, "allowed", "closed")]).await;
}

#[tokio::test]
async fn the_last_copy_shows_how_it_goes() {
    let copied = |status: &'static str| {
        let headers: &'static [_] = Box::leak(Box::new([("etag", "\"4\""), ("x-amz-replication-status", status)]));
        let answer = Answer::Http { status: 200, headers, body: String::new() };
        solved().answers_to("s3:HeadObject", "/chapters.json", answer)
    };
    for done in ["COMPLETED", "COMPLETE"] {
        expect(&copied(done), SLUG, Verdict::Done, &[(Holds, "copied", done)]).await;
    }
    expect(&copied("PENDING"), SLUG, Verdict::NotReady, &[(NotReady, "copied", "PENDING")]).await;
    expect(&copied("FAILED"), SLUG, Verdict::NotDone, &[(Fails, "copied", "does not try again")]).await;
    let before = Answer::Http { status: 200, headers: &[("etag", "\"4\"")], body: String::new() };
    let before = solved().answers_to("s3:HeadObject", "/chapters.json", before);
    expect(&before, SLUG, Verdict::Done, &[(Skipped, "copied", "before the rule")]).await;
}

/// A bucket may be copied to more than one place.
#[tokio::test]
async fn of_several_rules_the_one_that_leads_elsewhere_counts() {
    let near = s3::rule("arn:aws:s3:::photos").replace("<ID>all</ID>", "<ID>near</ID>");
    let both = with_rules(&[near, s3::rule(s3::REPLICA)].concat());
    let expected = [(Holds, "rule", "example-data-replica"), (Holds, "elsewhere", "us-west-2"), (Holds, "allowed", "")];
    expect(&both, SLUG, Verdict::Done, &expected).await;
}

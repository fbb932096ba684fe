//! 9.13: the function of the account page may publish, and may not send mail any more.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch09/publish_policy";
const VERSION: &str = "iam:GetPolicyVersion";
const TOPIC: &str = "sns:GetTopicAttributes";

fn allowing(statements: &str) -> Account {
    solved().answers_to(VERSION, account_info::NAME, ok(iam::version("v1", statements)))
}

fn publishes() -> String {
    iam::statement("sns:Publish", sns::ARN)
}

#[tokio::test]
async fn mail_that_is_still_allowed_is_named() {
    for action in ["ses:SendEmail", "ses:SendRawEmail", "ses:*"] {
        let both = format!("{}, {}", publishes(), iam::statement(action, "*"));
        let expected = [(Fails, "no_mail", "the policy function-put-account-info still allows ses:Send")];
        expect(&allowing(&both), SLUG, Verdict::NotDone, &expected).await;
    }
    let denied = r#"{"Effect": "Deny", "Action": "ses:*", "Resource": "*"}"#;
    let denied = format!("{}, {}, {denied}", publishes(), iam::statement("ses:*", "*"));
    expect(&allowing(&denied), SLUG, Verdict::Done, &[]).await;
}

/// What another role than that of the function may, and may not, is no matter.
#[tokio::test]
async fn the_role_that_the_function_works_under_is_judged() {
    let function = account_info::FUNCTION.replace("role/function-put-account-info", "role/mailer");
    let mailer = iam::got_role(&iam::trust("lambda.amazonaws.com")).replace("function-get-chapters", "mailer");
    let mails = format!("{}, {}, {}", publishes(), iam::statement("ses:*", "*"), iam::statement("logs:*", "*"));
    let account = solved()
        .answers_to("lambda:GetFunction", "/put-account-info", ok(function))
        .answers_to("iam:GetRole", "RoleName=mailer", ok(mailer))
        .answers_to("iam:ListAttachedRolePolicies", "RoleName=mailer", ok(iam::attached(&["aws:policy/other"])))
        .answers_to("iam:GetPolicy", "policy%2Fother", ok(iam::got_policy("other")))
        .answers_to(VERSION, "policy%2Fother", ok(iam::version("v1", &mails)));
    let expected = [(Holds, "role", "role/mailer"), (Fails, "no_mail", "the policy other still allows")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn what_does_not_let_it_publish_is_told() {
    for (statement, found) in [
        (
            iam::statement("sns:Publish", "arn:aws:lambda:us-east-1:123456789012:function:sns-send-email"),
            "function:sns",
        ),
        (iam::statement("sns:Publish", &sns::ARN.replace("us-east-1", "eu-west-1")), "eu-west-1"),
        (iam::statement("sns:Subscribe", sns::ARN), "Allow sns:Publish"),
        (iam::statement("logs:PutLogEvents", "*"), "Allow sns:Publish"),
    ] {
        expect(&allowing(&statement), SLUG, Verdict::NotDone, &[(Fails, "publishes", found)]).await;
    }
    expect(
        &allowing(&iam::statement("sns:*", "*")),
        SLUG,
        Verdict::Done,
        &[(Holds, "publishes", "Nothing here needs")],
    )
    .await;
}

/// Within an account, a topic's policy lets a role in that it names, and leaves the others to the account.
#[tokio::test]
async fn the_topics_own_policy_is_heeded() {
    let nothing = || allowing(&iam::statement("logs:PutLogEvents", "*"));
    let named = |principal: &str| {
        let condition = r#","Condition":{"StringEquals":{"AWS:SourceOwner":"123456789012"}}"#;
        sns::OWN_ACCOUNT.replace(condition, "").replace(r#"{"AWS":"*"}"#, &format!(r#"{{"AWS":"{principal}"}}"#))
    };
    let root = nothing().answers(TOPIC, ok(sns::topic(&named("arn:aws:iam::123456789012:root"), "")));
    expect(&root, SLUG, Verdict::NotDone, &[(Fails, "publishes", "")]).await;
    let role = named("arn:aws:iam::123456789012:role/function-put-account-info");
    let role = nothing().answers(TOPIC, ok(sns::topic(&role, "")));
    expect(&role, SLUG, Verdict::Done, &[(Holds, "publishes", "own policy lets")]).await;
    let denied = r#"{"Effect":"Deny","Principal":"*","Action":"sns:Publish","Resource":"*"}"#;
    let denied = solved().answers(TOPIC, ok(sns::topic(denied, "")));
    expect(&denied, SLUG, Verdict::NotDone, &[(Fails, "publishes", "denies it")]).await;
}

#[tokio::test]
async fn a_key_of_the_account_asks_for_more() {
    let under = |account: Account, key: &str| {
        account.answers(TOPIC, ok(sns::topic(sns::OWN_ACCOUNT, &sns::entry("KmsMasterKeyId", key))))
    };
    let key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";
    for id in [key, "1234abcd"] {
        let expected = [(Fails, "publishes", "kms:GenerateDataKey")];
        expect(&under(solved(), id), SLUG, Verdict::NotDone, &expected).await;
        let may = format!("{}, {}", publishes(), iam::statement("kms:*", key));
        expect(&under(allowing(&may), id), SLUG, Verdict::Done, &[(Holds, "publishes", "")]).await;
    }
    let alias = under(solved(), "alias/website");
    expect(&alias, SLUG, Verdict::Done, &[(Holds, "publishes", "see to it that the role")]).await;
    expect(&under(solved(), "alias/aws/sns"), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_missing_topic_and_refused_reads() {
    expect(&solved().with(sns::without), SLUG, Verdict::NotDone, &[(Fails, "topic", "")]).await;
    let refused = solved().refuses("iam:GetRole", (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&refused, SLUG, Verdict::CannotTell, &[(CannotTell, "role", r#""Action":"iam:GetRole""#)]).await;
}

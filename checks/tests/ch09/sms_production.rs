//! 9.e1: whether the account is in the sandbox of text messages, and what an account answers that has none.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch09/sms_production";
const GET: &str = "sns:GetSMSSandboxAccountStatus";

#[tokio::test]
async fn the_sandbox_is_named_with_what_it_allows() {
    expect(&solved(), SLUG, Verdict::Done, &[(Holds, "sandbox", "out of the SMS sandbox")]).await;
    let expected = [(Fails, "sandbox", "ten verified phones")];
    expect(&solved().with(sms::in_sandbox), SLUG, Verdict::NotDone, &expected).await;
}

/// An answer without the member must not be taken for a no.
#[tokio::test]
async fn an_answer_that_says_nothing_is_no_yes() {
    let silent = sms::status(false).replace("<IsInSandbox>false</IsInSandbox>", "");
    let expected = [(CannotTell, "sandbox", "IsInSandbox")];
    expect(&solved().answers(GET, ok(silent)), SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn an_account_without_text_messages_is_told_of_its_plan() {
    let words = "The AWS Access Key Id needs a subscription for the service (Service: PinpointSmsVoiceV2)";
    let account = solved().refuses(GET, (400, "UserError"), words);
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "sandbox", "your account's plan")]).await;
}

/// A policy of before 2024 has the actions of SNS alone.
#[tokio::test]
async fn a_denial_of_the_second_action_names_both() {
    let words = "User: arn:aws:iam::123456789012:user/ada is not authorized to perform: \
                 sms-voice:DescribeAccountAttributes on resource: * because no identity-based policy allows the action";
    let account = solved().refuses(GET, (403, "AuthorizationError"), words);
    for action in ["sms-voice:DescribeAccountAttributes", "sns:GetSMSSandboxAccountStatus"] {
        expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "sandbox", action)]).await;
    }
}

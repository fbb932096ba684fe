//! 9.6: by which requests the code sends, from which address, and what lets it.

use crate::testing::code::{ACCOUNT_INFO, ACCOUNT_INFO_MAILS};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch09/put_account_info_mails";
const CHAPTER_7: &str = "ch07/put_account_info_function";
const VERSION: &str = "iam:GetPolicyVersion";
const FROM: &str = r#"FromEmailAddress: "no-reply@{{ domain }}""#;
const ANY: &str = "arn:aws:ses:us-east-1:123456789012:identity/*";

fn with_code(code: &str) -> Account {
    solved_for(SLUG).amid(World::solved().with_account_code(&[("index.mjs", code)]).open())
}

/// The code in which one thing is written otherwise.
fn written(from: &str, to: &str) -> String {
    assert!(ACCOUNT_INFO_MAILS.contains(from), "{from}");
    ACCOUNT_INFO_MAILS.replace(from, to)
}

/// The code with another request instead of ours.
fn sending(imports: &str, request: &str) -> String {
    let begin = ACCOUNT_INFO_MAILS.find("await ses.send(").expect("a request");
    let end = begin + ACCOUNT_INFO_MAILS[begin..].find("\n};").expect("its end");
    format!("{imports}\n{}{request}{}", &ACCOUNT_INFO_MAILS[..begin], &ACCOUNT_INFO_MAILS[end..])
}

#[tokio::test]
async fn either_version_of_the_api_is_right() {
    for (imports, request) in [
        (
            "import { SESClient, SendEmailCommand as Send } from '@aws-sdk/client-ses';",
            "await new SESClient().send(new Send({ Source: 'no-reply@{{ domain }}', Destination: { ToAddresses: [to] }, Message: text(to) }));",
        ),
        (
            "import { SES } from '@aws-sdk/client-ses';",
            "await new SES().sendEmail({ Source: 'Website <no-reply@{{ domain }}>', Destination: { ToAddresses: [to] }, Message: text(to) });",
        ),
        (
            "import { SESv2 } from '@aws-sdk/client-sesv2';\nconst domain = '{{ domain }}';",
            "await new SESv2().sendEmail({ FromEmailAddress: 'no-reply@' + domain, Destination: { ToAddresses: [to] }, Content: text(to) });",
        ),
    ] {
        expect(&with_code(&sending(imports, request)), SLUG, Verdict::Done, &[(Holds, "sender", "")]).await;
    }
}

/// The parts of a message have other names in each version of the API.
#[tokio::test]
async fn a_message_without_its_parts_is_refused() {
    let (version_2, version_1) = ("@aws-sdk/client-sesv2", "@aws-sdk/client-ses");
    let (to, sender) = ("Destination: { ToAddresses: [to] }", "Source: 'no-reply@{{ domain }}'");
    for (module, input, lacking) in [
        (version_2, format!("{sender}, {to}, Message: {{ Body: to }}"), "without Content"),
        (version_2, format!("{sender}, Content: {{ Simple: to }}"), "without Destination"),
        (version_1, format!("{sender}, {to}, Content: {{ Simple: to }}"), "without Message"),
    ] {
        let request = format!("await ses.send(new Send({{ {input} }}));");
        let code = sending(&format!("import {{ SendEmailCommand as Send }} from '{module}';"), &request);
        expect(&with_code(&code), SLUG, Verdict::NotDone, &[(Fails, "sends", lacking)]).await;
    }
    let whole = sending(
        "",
        "await ses.send(new SendEmailCommand({ FromEmailAddress: 'no-reply@{{ domain }}', ...made(to) }));",
    );
    expect(&with_code(&whole), SLUG, Verdict::Done, &[(Holds, "sends", ""), (Skipped, "sender", "")]).await;
}

#[tokio::test]
async fn another_sender_and_another_region_fail() {
    let other = with_code(&written(FROM, r#"FromEmailAddress: "ada@example.net""#));
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "sender", "a sender named ada@example.net")]).await;
    let elsewhere = with_code(&written("new SESv2Client()", "new SESv2Client({ region: 'eu-west-3' })"));
    expect(&elsewhere, SLUG, Verdict::NotDone, &[(Fails, "sender", "where the identity is")]).await;
    let below = with_code(&written(FROM, r#"FromEmailAddress: "no-reply@news.{{ domain }}""#));
    expect(&below, SLUG, Verdict::Done, &[]).await;
    let hidden = with_code(&written(FROM, "FromEmailAddress: process.env.SENDER ?? pick(to)"));
    expect(&hidden, SLUG, Verdict::Done, &[(Skipped, "sender", "not told from the code")]).await;
}

#[tokio::test]
async fn code_that_sends_nothing_or_forgets_the_user_fails() {
    let expected = [
        (Fails, "sends", "nothing that sends mail"),
        (Skipped, "sender", "not seen to send mail"),
        (Skipped, "allowed", "not told from the code"),
    ];
    expect(&with_code(ACCOUNT_INFO), SLUG, Verdict::NotDone, &expected).await;
    let forgets = with_code(&written("new UpdateUserAttributesCommand(", "new GetUserCommand("));
    expect(&forgets, SLUG, Verdict::NotDone, &[(Fails, "changes", "nothing that changes a user")]).await;
    let unused = with_code(&written("    await notify(token);\n", ""));
    let expected = [(Fails, "sends", "never runs"), (Skipped, "allowed", "not told from the code")];
    expect(&unused, SLUG, Verdict::NotDone, &expected).await;
    for (from, to) in [("    await notify(token);", "    notify(token);"), ("await ses.send(", "ses.send(")] {
        let forgotten = with_code(&written(from, to));
        expect(&forgotten, SLUG, Verdict::NotDone, &[(Fails, "sends", "without waiting for it")]).await;
    }
    let forgotten = with_code(&written("await cognito.send(\n      new Update", "cognito.send(\n      new Update"));
    expect(&forgotten, SLUG, Verdict::Done, &[(Holds, "changes", "")]).await;
}

/// A template, an address of its own and a library may do it as well: then the trial tells, and in AWS the log.
#[tokio::test]
async fn other_ways_are_not_judged() {
    let templated = sending(
        "import { SendTemplatedEmailCommand } from '@aws-sdk/client-ses';",
        "await ses.send(new SendTemplatedEmailCommand({ Source: 'no-reply@{{ domain }}', Template: 'changed' }));",
    );
    let asked = sending(
        "",
        "await fetch('https://email.us-east-1.amazonaws.com/v2/email/outbound-emails', { method: 'POST' });",
    );
    for code in [templated, asked] {
        let expected =
            [(Skipped, "sends", "not told"), (Skipped, "sender", "not seen"), (Skipped, "allowed", "not told")];
        expect(&with_code(&code), SLUG, Verdict::Done, &expected).await;
    }
}

#[tokio::test]
async fn a_raw_message_needs_a_permission_of_its_own() {
    let raw = sending(
        "",
        "await ses.send(new SendEmailCommand({ FromEmailAddress: 'no-reply@{{ domain }}', Content: { Raw: { Data: to } } }));",
    );
    expect(&with_code(&raw), SLUG, Verdict::NotDone, &[(Fails, "allowed", "ses:SendRawEmail")]).await;
    let may = iam::statement("ses:SendRawEmail", ANY);
    let allowed = with_code(&raw).answers_to(VERSION, account_info::NAME, ok(iam::version("v1", &may)));
    expect(&allowed, SLUG, Verdict::Done, &[]).await;
    let parts = solved_for(SLUG).answers_to(VERSION, account_info::NAME, ok(iam::version("v1", &may)));
    expect(&parts, SLUG, Verdict::NotDone, &[(Fails, "allowed", "Allow ses:SendEmail on")]).await;
}

/// 7.15 asks for the change of the user, whatever else the code does; what it had before 9.6 is done there, and not here.
#[tokio::test]
async fn the_function_of_chapter_7_stays_done() {
    for code in [ACCOUNT_INFO, ACCOUNT_INFO_MAILS] {
        expect(&with_code(code), CHAPTER_7, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn its_settings_and_a_refused_role_are_judged_like_those_before() {
    let set = |from: &str, to: &str| {
        solved_for(SLUG).answers_to(
            "lambda:GetFunction",
            "/put-account-info",
            ok(account_info::FUNCTION.replace(from, to)),
        )
    };
    let changing = set(r#""LastUpdateStatus":"Successful""#, r#""LastUpdateStatus":"InProgress""#);
    expect(&changing, SLUG, Verdict::NotReady, &[(NotReady, "ready", "in progress")]).await;
    let label = "iam:ListAttachedRolePolicies";
    let refused = solved_for(SLUG).refuses(label, (403, "AccessDenied"), "no identity-based policy allows it");
    let expected = [(CannotTell, "allowed", r#""Action":"iam:ListAttachedRolePolicies""#)];
    expect(&refused, SLUG, Verdict::CannotTell, &expected).await;
}

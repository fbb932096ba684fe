//! What becomes of requests: sent and waited for, or never on their way.

use crate::documents::code::{Code, Fate, Variables};

/// What becomes of the one publication in a handler, or in the functions before it.
fn fate(before: &str, handler: &str) -> Fate {
    let code = format!(
        "import {{ PublishCommand, SNSClient }} from '@aws-sdk/client-sns';
         const sns = new SNSClient(); {before}
         export const handler = async (event) => {{ {handler} return {{ statusCode: 200 }}; }};"
    );
    of_code(&[("index.mjs", &code)], "index.handler")
}

fn of_code(files: &[(&str, &str)], handler: &str) -> Fate {
    let (code, variables) = (Code::of_package(files.iter().copied()), Variables::default());
    let run = code.in_lambda(Some(handler), &variables);
    let requests = run.requests(&["PublishCommand", ".publish"]).0;
    assert_eq!(requests.len(), 1, "{files:?}");
    run.fate(&requests[0])
}

const SEND: &str = "sns.send(new PublishCommand({ Message: 'a' }))";
const TELL: &str = "const tell = async () => { await sns.send(new PublishCommand({ Message: 'a' })); };";

#[test]
fn what_is_sent_and_waited_for() {
    for (before, handler) in [
        ("", format!("await {SEND};")),
        ("", format!("return {SEND};")),
        ("", format!("const sent = {SEND}; await sent;")),
        ("", format!("await Promise.all([{SEND}]);")),
        ("", format!("await {SEND}.catch(console.error);")),
        ("", format!("try {{ await {SEND}; }} finally {{ console.log(1); }}")),
        ("", format!("for (const one of event.Records) await {SEND};")),
        ("", format!("await Promise.all(event.Records.map(async () => {{ await {SEND}; }}));")),
        ("", format!("await Promise.all(event.Records.map(() => {SEND}));")),
        ("", format!("await new Promise((done) => {{ {SEND}.then(done); }});")),
        ("", format!("{SEND}; await new Promise((done) => setTimeout(done, 500));")),
        ("", "await sns.publish({ Message: 'a' });".into()),
        ("", "const command = new PublishCommand({ Message: 'a' }); await sns.send(command);".into()),
        ("", "const all = [new PublishCommand({ Message: 'a' })]; for (const one of all) await sns.send(one);".into()),
        ("const made = () => new PublishCommand({ Message: 'a' });", "await sns.send(made());".into()),
        ("const deliver = (command) => sns.send(command);", "await deliver(new PublishCommand({}));".into()),
        (TELL, "await tell();".into()),
        (TELL, "return tell().then(() => ({ statusCode: 200 }));".into()),
        (TELL, "if (event.a) await tell(); else tell();".into()),
        ("function tell() { return sns.send(new PublishCommand({})); }", "await tell();".into()),
        (
            "class Teller { async tell() { await sns.send(new PublishCommand({})); } }",
            "await new Teller().tell();".into(),
        ),
    ] {
        assert!(fate(before, &handler).is_sent(), "{before} {handler}");
    }
}

#[test]
fn what_never_leaves() {
    for (before, handler, expected) in [
        ("", format!("{SEND};"), Fate::Forgotten),
        ("", format!("const sent = {SEND};"), Fate::Forgotten),
        ("", format!("{SEND}.catch(console.error);"), Fate::Forgotten),
        ("", format!("await sns.config.region(); {SEND};"), Fate::Forgotten),
        ("", format!("event.Records.forEach(async () => {{ await {SEND}; }});"), Fate::Forgotten),
        ("", format!("event.Records.map(async () => {{ await {SEND}; }});"), Fate::Forgotten),
        ("", format!("Promise.all(event.Records.map(async () => {{ await {SEND}; }}));"), Fate::Forgotten),
        ("", format!("const all = event.Records.map(() => {SEND}); Promise.allSettled(all);"), Fate::Forgotten),
        ("", "sns.publish({ Message: 'a' });".into(), Fate::Forgotten),
        ("const deliver = (command) => sns.send(command);", "deliver(new PublishCommand({}));".into(), Fate::Forgotten),
        (TELL, "tell();".into(), Fate::Forgotten),
        (TELL, "tell().then(() => console.log('told'));".into(), Fate::Forgotten),
        ("const tell = async () => { sns.send(new PublishCommand({})); };", "await tell();".into(), Fate::Forgotten),
        ("", "new PublishCommand({ Message: 'a' });".into(), Fate::Unsent),
        ("", "const command = new PublishCommand({ Message: 'a' });".into(), Fate::Unsent),
        (TELL, String::new(), Fate::Uncalled),
        ("export const tell = async () => { await sns.send(new PublishCommand({})); };", String::new(), Fate::Uncalled),
        ("", format!("return {{ statusCode: 200 }}; await {SEND};"), Fate::Uncalled),
        ("", format!("throw new Error('a'); await {SEND};"), Fate::Uncalled),
    ] {
        assert_eq!(fate(before, &handler), expected, "{before} {handler}");
    }
}

/// The request may be done while the handler waits for something else, and its answer is lost for certain.
#[test]
fn what_nobody_gets_the_answer_to() {
    let is_unanswered = |handler: &str| {
        let code = format!(
            "import {{ PublishCommand, SNSClient }} from '@aws-sdk/client-sns'; const sns = new SNSClient();
             export const handler = async () => {{ {handler} await sns.config.region(); }};"
        );
        let (code, variables) = (Code::of_package([("index.mjs", code.as_str())]), Variables::default());
        let run = code.in_lambda(Some("index.handler"), &variables);
        let requests = run.requests(&["PublishCommand"]).0;
        let fate = run.fate(&requests[0]);
        assert!(fate.is_sent(), "{handler}");
        fate == Fate::Unanswered
    };
    assert!(is_unanswered(&format!("{SEND};")));
    assert!(!is_unanswered(&format!("await {SEND};")));
    assert!(!is_unanswered(&format!("const {{ MessageId }} = await {SEND}; console.log(MessageId);")));
    assert!(!is_unanswered(&format!("await new Promise((done) => {{ {SEND}.then(done); }});")));
    assert!(!is_unanswered(&format!("const sent = {SEND}; await sent;")));
}

/// A handler that is no async function may wait for its callback, or for all that is under way.
#[test]
fn other_handlers_are_not_judged() {
    for handler in [
        "(event, context, callback) => { sns.send(new PublishCommand({})).then(() => callback(null, {})); }",
        "(event, context, callback) => { sns.publish({}, callback); }",
        "wrapped(async () => { sns.send(new PublishCommand({})); })",
    ] {
        let code = format!(
            "const {{ PublishCommand, SNSClient }} = require('@aws-sdk/client-sns'); const sns = new SNSClient();
             exports.handler = {handler};"
        );
        assert_eq!(of_code(&[("index.js", &code)], "index.handler"), Fate::Sent, "{handler}");
    }
}

#[test]
fn python_waits_by_itself() {
    let code = |body: &str| {
        format!(
            "import boto3\nsns = boto3.client('sns')\n\ndef tell():\n    sns.publish(Message='a')\n\ndef handler(event, context):\n{body}\n"
        )
    };
    let fate = |body: &str| of_code(&[("index.py", &code(body))], "index.handler");
    assert_eq!(fate("    tell()\n    return {}"), Fate::Sent);
    assert_eq!(fate("    return {}"), Fate::Uncalled);
    assert_eq!(fate("    return {}\n    tell()"), Fate::Uncalled);
}

//! 9.i3: a function of the learner's own sends text messages, and something calls it.

use crate::judge::lambda::{code, event_shape, function, texting};
use crate::report::Clause;
use crate::texting::{ByTopic, Callers, Texter, called_by_others, find};
use crate::verifier::prelude::*;

clauses! {
    FUNCTION: "{{ region }} has a function of your own that sends text messages",
        or "Create a function beside those of the exercises, whose code publishes to a phone number.", at lambda::CONSOLE;
    READY: "it is active, and its last change succeeded",
        or "Read the reason, and deploy the code once more.", at lambda::CONSOLE;
    HANDLER: "its code package has the handler",
        or "Give the file and what it exports the names that the handler has under Runtime settings.", at lambda::CONSOLE;
    SENDS: "its code sends a text message to a phone number",
        or "Send a PublishCommand with PhoneNumber and Message, and choose Deploy.", at lambda::CONSOLE;
    ALLOWED: "its role lets it publish to phones",
        or "Allow sns:Publish on the resource *: a phone number has no ARN. A Deny on your topics may stand beside it.",
        at iam::CONSOLE_POLICIES;
    CALLED: "something calls it, such as a method of your API or a topic",
        or "Let a method of the API invoke it, or subscribe it to a topic.", at lambda::CONSOLE;
    PERMISSION: "what calls it may do so",
        or "Add a statement to the function's policy: the service that calls, and the ARN for which.", at lambda::CONSOLE, pillar Security;
    EVENT: "its code takes what it is called with",
        or "Read event.headers and event.body of a request, and record.Sns.Message of each record of event.Records of a topic.",
        at lambda::CONSOLE;
    SERVED: "a stage of the API serves the method",
        or "Choose Deploy API on the page of resources, and the stage that is there already.", at apigateway::CONSOLE;
}

pub const READS: Reads = &[
    lambda::ANY_FUNCTION,
    lambda::FUNCTION_POLICY,
    iam::ROLE_PERMISSIONS,
    apigateway::REST_API,
    apigateway::RESOURCES,
    apigateway::STAGES,
    apigateway::DEPLOYMENT,
    sns::TOPIC_NAMES,
    sns::ANY_SUBSCRIPTIONS,
    eventbridge::RULES_TO,
    scheduler::SCHEDULES,
    lambda::EVENT_SOURCES,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (texter, callers) = join!(find(aws, you), Callers::read(aws, you));
    let texter = it.finds(FUNCTION, texter)?;
    it.expects(READY, function::ready(&texter.function));
    it.expects(HANDLER, texter.package.judged(|package| code::handler(&texter.function, package)));
    it.expects(SENDS, texter.package.judged(|package| texting::sends_text(package)));
    it.expects(ALLOWED, texter.allowed(aws, you).await);
    let function = &texter.function;
    match callers.method(aws, you, function).await {
        Ok(Some((method, [permission, served]))) => {
            it.expects(CALLED, method.judged());
            it.expects(PERMISSION, permission);
            it.expects(EVENT, texter.package.judged(|package| event_shape::takes_request(package)));
            it.expects(SERVED, served);
        }
        Ok(None) => by_topic(aws, you, it, (&texter, callers.topic(aws, you, function).await)).await,
        Err(fault) => unread(it, &[CALLED, PERMISSION, EVENT, SERVED], &fault),
    }
    Ok(())
}

/// A topic, and whether it may call the function.
type Told<'a> = (ByTopic<'a>, Read<Judgement>);

/// Without a method of the API, a topic may call it, or something else.
async fn by_topic(aws: &Aws, you: &Learner, it: &mut Report<'_>, (texter, topic): (&Texter, Read<Option<Told<'_>>>)) {
    let function = &texter.function;
    it.skips(SERVED, "no method of the API invokes it");
    match topic {
        Ok(Some((topic, may_call))) => {
            it.expects(CALLED, topic.judged());
            it.expects(PERMISSION, may_call);
            it.expects(EVENT, texter.package.judged(|package| event_shape::takes_message(package)));
        }
        Ok(None) => {
            it.skips(EVENT, "neither a method of the API nor a topic calls it");
            match called_by_others(aws, you, function).await {
                Ok([called, permission]) => {
                    it.expects(CALLED, called);
                    it.expects(PERMISSION, permission);
                }
                Err(fault) => unread(it, &[CALLED, PERMISSION], &fault),
            }
        }
        Err(fault) => unread(it, &[CALLED, PERMISSION, EVENT], &fault),
    }
}

fn unread(it: &mut Report<'_>, clauses: &[Clause], fault: &Fault) {
    clauses.iter().for_each(|clause| it.expects(*clause, Err::<Judgement, _>(fault.clone())));
}

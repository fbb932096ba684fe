//! 10.i6: a method of the API takes texts that are to be spoken.

use crate::own;
use crate::own::function::Places;
use crate::own::method::{self, MethodMarks};
use crate::verifier::prelude::*;

clauses! {
    API = given::REST_API;
    METHOD: "the API has a method of your own that takes texts that are to be spoken",
        or "Create a resource such as speech with CORS on, and in that a method of type POST.", at apigateway::CONSOLE;
    STORES: "it keeps the text for the function that has it spoken, or has it spoken itself",
        or "Send a PutCommand with the text and a key of its own, and choose Deploy.", at lambda::CONSOLE;
    ALLOWED: "what answers it may do that",
        or "Allow the function's role the action on exactly what its code names.", at iam::CONSOLE_POLICIES;
    ANSWER = given::OWN_ANSWER;
    CORS = given::OWN_CORS;
    AUTHORIZER = given::OWN_AUTHORIZER;
    PERMISSION = given::OWN_PERMISSION;
    PREFLIGHT = given::OWN_PREFLIGHT;
    DEPLOYED = given::OWN_DEPLOYED;
}

const MARKS: MethodMarks = MethodMarks {
    words: own::SPEECH,
    others: &[own::COMMENTS, own::IMAGES],
    verbs: &["POST", "PUT", "PATCH"],
    actions: ACTIONS,
    places: Places::Tables,
    advice: "Create a resource for texts, and in that a method POST whose function puts an item into the table.",
};
/// By which a text is kept, or spoken at once.
const ACTIONS: &[&str] =
    &["dynamodb:PutItem", "dynamodb:UpdateItem", "polly:SynthesizeSpeech", "polly:StartSpeechSynthesisTask"];

pub const READS: Reads = &[
    lambda::FUNCTION,
    lambda::FUNCTION_POLICY,
    dynamodb::TABLE_STREAM.named(book::ANY_TABLE),
    iam::ROLE_PERMISSIONS,
    apigateway::REST_API,
    apigateway::RESOURCES,
    apigateway::AUTHORIZERS,
    apigateway::STAGES,
    apigateway::DEPLOYMENT,
    cognito::POOL_DOMAIN,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let api = it.finds(API, aws.rest_api(you, book::api(you)).await)?;
    let method = it.finds(METHOD, method::find(aws, you, &api, &MARKS).await)?;
    let said = ["a PutItem request, such as PutCommand", "nothing that writes to a table or asks Polly"];
    let (stores, allowed) = join!(method.does(aws, you, &MARKS, said), method.allowed(aws, you, ACTIONS));
    it.expects(STORES, stores);
    it.expects(ALLOWED, allowed);
    method.expects(aws, you, it, [ANSWER, CORS, AUTHORIZER, PERMISSION, PREFLIGHT, DEPLOYED]).await;
    Ok(())
}

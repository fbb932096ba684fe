//! 10.i10: a function of the learner's own has Amazon Rekognition look at images, and something hands it those.

use crate::judge::lambda::{code, function};
use crate::own::fed::{self, FedFunction};
use crate::own::function::{FunctionMarks, Places};
use crate::own::{self, Purpose};
use crate::verifier::prelude::*;

clauses! {
    FUNCTION: "{{ region }} has a function of your own that has Amazon Rekognition look at images",
        or "Create a function whose code sends a DetectLabelsCommand.", at lambda::CONSOLE;
    READY = given::OWN_READY;
    HANDLER = given::OWN_HANDLER;
    ASKS: "its code asks Rekognition",
        or "Send a DetectLabelsCommand with Image, and choose Deploy.", at lambda::CONSOLE;
    ALLOWED: "its role allows what its code does",
        or "Allow rekognition:DetectLabels on the resource *, which is the only one that the action knows, and s3:GetObject on the images.", at iam::CONSOLE_POLICIES;
    CALLED = given::FED_CALLED;
    ON = given::FED_ON;
    THROUGH = given::FED_THROUGH;
    PERMITTED = given::FED_PERMITTED;
}

const MARKS: FunctionMarks = FunctionMarks {
    words: &["rekognition", "label", "recogni", "analyze-image", "image-anal"],
    actions: ASKED,
    advice: "Create a function of your own for it: its code sends a DetectLabelsCommand.",
};
const PURPOSE: Purpose = Purpose { words: own::IMAGES, others: &[own::COMMENTS, own::SPEECH] };
/// By which it asks.
const ASKED: &[&str] = &[
    "rekognition:DetectLabels",
    "rekognition:DetectText",
    "rekognition:DetectFaces",
    "rekognition:DetectModerationLabels",
];
/// What else of its code needs a permission.
const ACTIONS: &[&str] = &[
    "rekognition:DetectLabels",
    "rekognition:DetectText",
    "rekognition:DetectFaces",
    "rekognition:DetectModerationLabels",
    "s3:GetObject",
    "s3:PutObject",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
];

pub const READS: Reads = &[
    lambda::ANY_FUNCTION,
    lambda::ALIASES,
    lambda::EVENT_SOURCES,
    lambda::FUNCTION_POLICY,
    iam::ROLE_PERMISSIONS,
    dynamodb::TABLE_STREAM.named(book::ANY_TABLE),
    s3::notification::OF_ANY_BUCKET,
    eventbridge::EVENT_RULES,
    eventbridge::RULES_TO,
    scheduler::SCHEDULES,
    sns::TOPIC_NAMES,
    sns::ANY_FILTERED,
    apigateway::REST_API,
    apigateway::RESOURCES,
    apigateway::STAGES,
    apigateway::DEPLOYMENT,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let FedFunction { own, fed } = it.finds(FUNCTION, fed::find(aws, you, &MARKS, &PURPOSE).await)?;
    it.expects(READY, function::ready(&own.function));
    it.expects(HANDLER, own.package.judged(|package| code::handler(&own.function, package)));
    let said = ["a request such as DetectLabelsCommand", "nothing that asks Rekognition"];
    let does = own.does_with(aws, you, (ASKED, Places::Both), said);
    let (asks, allowed) = join!(does, own.allowed(aws, you, ACTIONS));
    it.expects(ASKS, asks);
    it.expects(ALLOWED, allowed);
    fed.expects(it, [CALLED, ON, THROUGH, PERMITTED]);
    Ok(())
}

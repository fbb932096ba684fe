//! 10.i7: a function of the learner's own has Amazon Polly speak, and keeps the sound in a bucket.

use crate::judge::lambda::{code, function, voice};
use crate::own::fed::{self, FedFunction};
use crate::own::function::{FunctionMarks, Places};
use crate::own::{self, Purpose};
use crate::verifier::prelude::*;

clauses! {
    FUNCTION: "{{ region }} has a function of your own that has Amazon Polly speak",
        or "Create a function whose code sends a SynthesizeSpeechCommand.", at lambda::CONSOLE;
    READY = given::OWN_READY;
    HANDLER = given::OWN_HANDLER;
    ASKS: "its code asks Polly",
        or "Send a SynthesizeSpeechCommand with Text, VoiceId, Engine and OutputFormat, and choose Deploy.", at lambda::CONSOLE;
    VOICE: "the voice can speak with the engine",
        or "Add Engine: \"neural\" beside VoiceId, and choose Deploy.", at lambda::CONSOLE;
    KEEPS: "it keeps the sound in a bucket",
        or "Send a PutObjectCommand with the bytes of the sound, and choose Deploy.", at lambda::CONSOLE;
    ALLOWED: "its role allows what its code does",
        or "Allow polly:SynthesizeSpeech on the resource *, which is the only one that the action knows, and s3:PutObject on the objects.", at iam::CONSOLE_POLICIES;
    CALLED = given::FED_CALLED;
    ON = given::FED_ON;
    THROUGH = given::FED_THROUGH;
    PERMITTED = given::FED_PERMITTED;
}

const MARKS: FunctionMarks = FunctionMarks {
    words: &["polly", "synth", "speak", "tts", "audio", "voice", "create-speech", "text-to-speech"],
    actions: ASKED,
    advice: "Create a function of your own for it: its code sends a SynthesizeSpeechCommand.",
};
const PURPOSE: Purpose = Purpose { words: own::SPEECH, others: &[own::COMMENTS, own::IMAGES] };
/// By which it asks.
const ASKED: &[&str] = &["polly:SynthesizeSpeech", "polly:StartSpeechSynthesisTask"];
/// What else of its code needs a permission.
const ACTIONS: &[&str] = &[
    "polly:SynthesizeSpeech",
    "polly:StartSpeechSynthesisTask",
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
    let said = ["a request such as SynthesizeSpeechCommand", "nothing that asks Polly"];
    let does = own.does_with(aws, you, (ASKED, Places::Both), said);
    let (asks, allowed) = join!(does, own.allowed(aws, you, ACTIONS));
    it.expects(ASKS, asks);
    it.expects(VOICE, own.package.judged(|package| voice::speaks(package)));
    it.expects(KEEPS, own.package.judged(|package| voice::keeps(package)));
    it.expects(ALLOWED, allowed);
    fed.expects(it, [CALLED, ON, THROUGH, PERMITTED]);
    Ok(())
}

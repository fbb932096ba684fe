//! Judgements of how a function's code asks Polly: whether the voice can speak so, and what becomes of the sound.

use super::code::{if_all_seen, if_certain};
use super::doing::doings;
use crate::documents::code::{SentRequest, Value};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// What has a text spoken.
const SPEAKS: &[&str] = &[
    "SynthesizeSpeechCommand",
    ".synthesizeSpeech",
    ".synthesize_speech",
    "StartSpeechSynthesisTaskCommand",
    ".startSpeechSynthesisTask",
    ".start_speech_synthesis_task",
];
/// What Polly itself keeps in a bucket.
const TASKS: &str = "polly:StartSpeechSynthesisTask";
/// Voices that cannot speak with the engine `standard`, which is the one without a word (Amazon Polly Developer Guide, "Available
/// voices").
const NOT_STANDARD: [&str; 11] =
    ["Danielle", "Gregory", "Kevin", "Ruth", "Stephen", "Olivia", "Ayanda", "Arthur", "Niamh", "Kajal", "Aria"];

/// The voice can speak with the engine.
pub fn speaks(package: &Package) -> Judgement {
    let run = package.run();
    let asked = run.requests(SPEAKS).0;
    if asked.is_empty() {
        return Judgement::skips("the code is not seen to ask Polly");
    }
    match asked.iter().map(mute).collect::<Option<Vec<_>>>().and_then(|voices| voices.into_iter().next()) {
        Some(voice) => if_certain(
            &run,
            Judgement::fails("an engine that the voice has", format!("the voice {voice}, and no engine")).advising(format!(
                "Without Engine, Polly takes the engine standard, which {voice} does not have. Add Engine: \"neural\"."
            )),
        ),
        None => Judgement::holds("a voice and an engine"),
    }
}

/// The voice of a request that cannot speak, for certain.
fn mute(request: &SentRequest<'_>) -> Option<String> {
    let engine = request.input("Engine");
    let voice = request.input("VoiceId");
    let name = voice.texts().next()?.shown().ok()?.to_owned();
    let is_without = engine.all(|value| *value == Value::Missing);
    (is_without && voice.are_certain() && NOT_STANDARD.contains(&name.as_str())).then_some(name)
}

/// The sound is kept in a bucket: by the code, or by Polly itself.
pub fn keeps(package: &Package) -> Judgement {
    const EXPECTED: &str = "a PutObject request for the sound, such as PutObjectCommand";
    let run = package.run();
    let all = doings(package);
    if all.iter().any(|doing| doing.action == TASKS) {
        return Judgement::holds("a task, whose sound Polly itself keeps");
    }
    if !all.iter().any(|doing| doing.action == "s3:PutObject") {
        return if_all_seen(package, &run, Judgement::fails(EXPECTED, "nothing that writes to S3"));
    }
    let writes = run.requests(&["PutObjectCommand"]).0;
    let is_stream = |value: &Value| matches!(value, Value::Result { path, .. } if path.last().is_some_and(|last| last == "AudioStream"));
    if !writes.is_empty() && writes.iter().all(|write| write.input("Body").all(is_stream)) {
        return if_certain(
            &run,
            Judgement::fails("the bytes of the sound", "the stream itself, whose length nobody knows").advising(
                "S3 wants to know how long an object is. Collect the sound first: Body: await AudioStream.transformToByteArray().",
            ),
        );
    }
    Judgement::holds("a PutObject request")
}

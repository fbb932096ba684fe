//! Judgements of how a function's code asks Polly: whether the voice can speak so, and what becomes of the sound.

use super::code::{if_all_seen, if_certain};
use super::doing::doings;
use crate::documents::code::{SentRequest, Value, ValueSet};
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

/// Voices that have the engine `standard` alone (the same page).
const STANDARD_ALONE: [&str; 27] = [
    "Nicole",
    "Russell",
    "Raveena",
    "Geraint",
    "Chantal",
    "Celine",
    "Mathieu",
    "Marlene",
    "Hans",
    "Conchita",
    "Enrique",
    "Miguel",
    "Penelope",
    "Ricardo",
    "Cristiano",
    "Carla",
    "Giorgio",
    "Mizuki",
    "Zeina",
    "Naja",
    "Mads",
    "Lotte",
    "Ruben",
    "Dora",
    "Karl",
    "Maxim",
    "Tatyana",
];

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
        None => match asked.iter().map(too_old).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().next()) {
            Some((voice, engine)) => if_certain(
                &run,
                Judgement::fails("an engine that the voice has", format!("the voice {voice}, and the engine {engine}"))
                    .advising(format!("{voice} speaks with the engine standard alone. Take a voice such as Joanna.")),
            ),
            None => Judgement::holds("a voice and an engine"),
        },
    }
}

/// The voice and the engine of a request, if the voice does not have it, for certain.
fn too_old(request: &SentRequest<'_>) -> Option<(String, String)> {
    let [voice, engine] = ["VoiceId", "Engine"].map(|name| request.input(name));
    let shown = |values: &ValueSet| Some(values.texts().next()?.shown().ok()?.to_owned());
    let (name, of) = (shown(&voice)?, shown(&engine)?);
    let is_certain = voice.are_certain() && engine.are_certain();
    (is_certain && of != "standard" && STANDARD_ALONE.contains(&name.as_str())).then_some((name, of))
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
    if all.iter().any(|doing| doing.action == TASKS && doing.runs) {
        return Judgement::holds("a task, whose sound Polly itself keeps");
    }
    let writes = || all.iter().filter(|doing| doing.action == "s3:PutObject");
    if !writes().any(|doing| doing.runs) {
        let found = writes().next().map_or_else(
            || "nothing that writes to S3".to_owned(),
            |idle| format!("{}, in a part of the code that nothing calls", idle.request),
        );
        return if_all_seen(package, &run, Judgement::fails(EXPECTED, found));
    }
    let mut writes = run.requests(&["PutObjectCommand"]).0;
    writes.retain(|write| write.runs);
    if !writes.is_empty() && writes.iter().all(|write| write.input("Body").all(Value::is_nothing)) {
        return if_certain(
            &run,
            Judgement::fails("the bytes of the sound", "an object without a Body")
                .advising("Collect the sound, and hand it over: Body: await AudioStream.transformToByteArray()."),
        );
    }
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

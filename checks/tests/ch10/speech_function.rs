//! 10.i7: which function has texts spoken, what lets it, and what hands it its work.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch10/speech_function";
const SOURCES: &str = "lambda:ListEventSourceMappings";
const OWN: &own::FunctionDouble = &own::CREATE_SPEECH;

fn with_code(code: &str) -> Account {
    solved().amid(World::solved().with_own_code(OWN, &[("index.mjs", code)]).open())
}

fn allowing(statements: &[String]) -> Account {
    solved().answers_to("iam:GetRolePolicy", OWN.role, ok(iam::own_policy(&statements.join(", "))))
}

#[tokio::test]
async fn the_function_is_told_by_what_it_asks() {
    let findings = check(&solved(), SLUG).await;
    assert!(says(finding(&findings, "function"), "function:create-speech"), "{findings:#?}");
    let silent = with_code(&OWN.code.replace("SynthesizeSpeechCommand", "DescribeSynthesizeSpeechCommand"));
    let findings = check(&silent, SLUG).await;
    let asks = finding(&findings, "asks");
    assert!(asks.verdict == Fails && says(asks, "nothing that asks Polly"), "{findings:#?}");
    let without = solved().answers("lambda:ListFunctions", ok(lambda::FUNCTIONS));
    expect(&without, SLUG, Verdict::NotDone, &[(Fails, "function", "")]).await;
}

/// The action knows no resources, so that only the star fits it.
#[tokio::test]
async fn only_the_star_fits_the_action() {
    let rest = (OWN.statements)().replace("polly:SynthesizeSpeech", "logs:PutLogEvents");
    let account = allowing(&[rest.clone(), iam::statement("polly:SynthesizeSpeech", "*")]);
    expect(&account, SLUG, Verdict::Done, &[(Holds, "allowed", "")]).await;
    for wrong in ["arn:aws:polly:us-east-1:123456789012:*", "arn:aws:*"] {
        let account = allowing(&[rest.clone(), iam::statement("polly:SynthesizeSpeech", wrong)]);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "allowed", "polly:SynthesizeSpeech")]).await;
    }
}

#[tokio::test]
async fn the_stream_is_on_and_the_one_of_now() {
    for (from, to, found) in [
        (r#""Enabled""#, r#""Disabled""#, "in the state Disabled"),
        ("2026-01-01T00:00:00.000", "2025-01-02T00:00:00.000", "a stream that the table had before"),
        (r#""No records processed""#, r#""PROBLEM: Function call failed""#, "Function call failed"),
    ] {
        let account = solved().edited(SOURCES, from, to);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "on", found)]).await;
    }
    let coming = solved().edited(SOURCES, r#""Enabled""#, r#""Creating""#);
    expect(&coming, SLUG, Verdict::NotReady, &[(NotReady, "on", "Creating")]).await;
    let table = own::streaming("text-to-speech");
    let of_keys = table.replace("NEW_IMAGE", "KEYS_ONLY");
    let off = table.replace(r#""StreamEnabled":true,"StreamViewType":"NEW_IMAGE""#, r#""StreamEnabled":false"#);
    for (table, found) in [(of_keys, "KEYS_ONLY"), (off, "no stream any more")] {
        let account = solved().answers_to("dynamodb:DescribeTable", r#""text-to-speech""#, ok(table));
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "on", found)]).await;
    }
}

#[tokio::test]
async fn lambda_reads_the_stream_in_the_name_of_the_function() {
    let rest = (OWN.statements)().replace("dynamodb:GetRecords", "dynamodb:ListStreams");
    expect(&allowing(&[rest]), SLUG, Verdict::NotDone, &[(Fails, "permitted", "dynamodb:GetRecords")]).await;
}

#[tokio::test]
async fn without_a_way_in_nothing_comes() {
    let none = solved().answers(SOURCES, ok(r#"{"EventSourceMappings": []}"#));
    let skipped = |clause| (Skipped, clause, "nothing hands it its work");
    let expected = [(Fails, "called", "none of them"), skipped("on"), skipped("through"), skipped("permitted")];
    expect(&none, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn the_voice_has_the_engine() {
    let without = |voice: &str| {
        let code = OWN.code.replace("Engine: \"neural\",", "").replace("Joanna", voice);
        with_code(&code)
    };
    expect(&without("Joanna"), SLUG, Verdict::Done, &[(Holds, "voice", "")]).await;
    expect(&without("Ruth"), SLUG, Verdict::NotDone, &[(Fails, "voice", "the voice Ruth, and no engine")]).await;
}

fn code(from: &str, to: &str) -> Account {
    assert!(OWN.code.contains(from), "{from}");
    with_code(&OWN.code.replace(from, to))
}

#[tokio::test]
async fn a_request_that_comes_to_nothing_speaks_nothing() {
    for (from, to, found) in [
        ("await polly", "polly", "which nothing waits for"),
        ("      OutputFormat: \"mp3\",\n", "", "without OutputFormat"),
        ("      Text,\n", "", "without Text"),
        ("await s3", "s3", "PutObjectCommand, which nothing waits for"),
        (
            "Bucket: \"{{ website_bucket }}\"",
            "Bucket: \"examples.com\"",
            "the bucket examples.com, which is not among yours",
        ),
        ("Bucket: \"{{ website_bucket }}\"", "Bucket: process.env.BUCKET", "PutObjectCommand without Bucket"),
    ] {
        let account = code(from, to);
        let findings = check(&account, SLUG).await;
        let asks = finding(&findings, "asks");
        assert!(asks.verdict == Fails && says(asks, found), "{found}: {findings:#?}");
    }
    let empty = code("      Body,\n", "");
    expect(&empty, SLUG, Verdict::NotDone, &[(Fails, "keeps", "an object without a Body")]).await;
    let old = code("Joanna", "Nicole");
    expect(&old, SLUG, Verdict::NotDone, &[(Fails, "voice", "the voice Nicole, and the engine neural")]).await;
    let other = code("change.NewImage?.text?.S", "change.NewImage?.comment?.S");
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "called", "code that takes comment")]).await;
}

#[tokio::test]
async fn the_sound_is_kept_as_bytes_or_by_polly() {
    let stream = with_code(&OWN.code.replace("await AudioStream.transformToByteArray()", "AudioStream"));
    expect(&stream, SLUG, Verdict::NotDone, &[(Fails, "keeps", "whose length nobody knows")]).await;
    let nowhere = with_code(&OWN.code.replace("PutObjectCommand", "HeadObjectCommand"));
    expect(&nowhere, SLUG, Verdict::NotDone, &[(Fails, "keeps", "nothing that writes to S3")]).await;
    let task = "import { PollyClient, StartSpeechSynthesisTaskCommand } from '@aws-sdk/client-polly';
        const polly = new PollyClient();
        export const handler = async (event) => { await polly.send(new StartSpeechSynthesisTaskCommand({
            Text: 'a', VoiceId: 'Ruth', Engine: 'neural', OutputFormat: 'mp3', OutputS3BucketName: 'example.com',
            OutputS3KeyPrefix: 'speech/' })); };";
    let statements = [
        iam::statement("polly:StartSpeechSynthesisTask", "*"),
        iam::statement("s3:PutObject", "arn:aws:s3:::example.com/speech/*"),
        own::reads_stream("text-to-speech"),
    ];
    let account =
        with_code(task).answers_to("iam:GetRolePolicy", OWN.role, ok(iam::own_policy(&statements.join(", "))));
    expect(&account, SLUG, Verdict::Done, &[(Holds, "keeps", "a task"), (Holds, "allowed", "")]).await;
    let elsewhere = iam::statement("s3:PutObject", "arn:aws:s3:::example-data/*");
    let statements = [statements[0].clone(), elsewhere, statements[2].clone()];
    let account =
        with_code(task).answers_to("iam:GetRolePolicy", OWN.role, ok(iam::own_policy(&statements.join(", "))));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "allowed", "example-data")]).await;
}

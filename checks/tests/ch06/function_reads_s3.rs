//! 6.5: where the code takes the chapters from, and what it says of that.

use super::with_code;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch06/function_reads_s3";
const GET: &str = "lambda:GetFunction";
/// A handler that reads what stands in its place, and answers with it.
const HANDLER: &str = "export const handler = async () => { const { Body } = await s3.send(READ);
    return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: JSON.stringify(await read(Body)) }; };";

/// The function whose handler makes this request.
fn sending(request: &str) -> Account {
    with_code(SLUG, "index.mjs", &HANDLER.replace("READ", request))
}

#[tokio::test]
async fn the_code_must_read_the_object_by_its_name() {
    for (request, clause, found) in [
        ("new GetObjectCommand({ Bucket: 'photos', Key: 'chapters.json' })", "names", "a bucket named photos"),
        (
            "new GetObjectCommand({ Bucket: 'example-data', Key: 'Chapters.json' })",
            "names",
            "an object named Chapters.json",
        ),
    ] {
        expect(&sending(request), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
}

#[tokio::test]
async fn a_list_in_the_code_or_in_the_package_is_not_read_from_the_bucket() {
    for (request, found) in [
        ("[{ id: 1, title: 'One', description: '' }]", "nothing that reads from S3"),
        ("readFile('./chapters.json')", "the list is read from a file of the package"),
    ] {
        let expected = [(Fails, "object", found), (Skipped, "names", "the code reads no object")];
        expect(&sending(request), SLUG, Verdict::NotDone, &expected).await;
    }
}

#[tokio::test]
async fn names_that_are_put_together_while_the_code_runs_are_left_to_its_page() {
    let account = sending("new GetObjectCommand({ Bucket: bucket(), Key: key() })");
    let expected = [(Skipped, "names", "puts the names together while it runs")];
    expect(&account, SLUG, Verdict::Done, &expected).await;
}

/// A variable may hold a secret: it is told by its name alone.
#[tokio::test]
async fn the_values_of_variables_are_not_told() {
    let request = "new GetObjectCommand({ Bucket: process.env.DATA, Key: 'chapters.json' })";
    for (value, verdict) in [("CANARY", Fails), ("example-data", Holds)] {
        let variables = format!(r#""Environment": {{"Variables": {{"DATA": "{value}"}}}}, "State""#);
        let findings = check(&sending(request).edited(GET, "\"State\"", &variables), SLUG).await;
        let named = finding(&findings, "names");
        assert_eq!(named.verdict, verdict, "{named:#?}");
        assert!(!format!("{findings:?}").contains("CANARY"), "{findings:#?}");
    }
}

#[tokio::test]
async fn a_function_that_is_still_changing_is_waited_for() {
    let changing = solved_for(SLUG).edited(GET, r#""Successful""#, r#""InProgress""#);
    expect(&changing, SLUG, Verdict::NotReady, &[(NotReady, "ready", "its last change: in progress")]).await;
}

#[tokio::test]
async fn code_that_cannot_be_downloaded_leaves_the_function_judged() {
    let refused = Reply::page("503 Slow Down", &[], "");
    let world = world_for(SLUG).replies(crate::testing::code::ADDRESS, refused);
    let unread = |clause| (CannotTell, clause, "503");
    let expected = ["handler", "object", "names", "answer"].map(unread);
    expect(&solved_for(SLUG).amid(world.open()), SLUG, Verdict::CannotTell, &expected).await;
}

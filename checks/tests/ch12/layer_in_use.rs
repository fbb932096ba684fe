//! 12.e3: which function uses a layer, and whether that fits.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch12/layer_in_use";
const LIST: &str = "lambda:ListFunctions";
const GET: &str = "lambda:GetFunction";

fn holding(files: &[(&str, &str)]) -> Account {
    solved().amid(World::solved().with_layer(files).open())
}

#[tokio::test]
async fn a_function_without_a_layer_or_with_one_of_others() {
    let skipped = ["ready", "fits"].map(|clause| (Skipped, clause, "needs: function"));
    let none = solved().edited(LIST, layers::USING, layers::LISTED);
    let expected = [&[(Fails, "function", "nothing of that name")], skipped.as_slice()].concat();
    expect(&none, SLUG, Verdict::NotDone, &expected).await;
    let foreign = solved().edited(LIST, "123456789012:layer:chapters-text:1", "580247275435:layer:LambdaInsights:60");
    let expected = [&[(Fails, "function", "which is not of your account")], skipped.as_slice()].concat();
    expect(&foreign, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn the_version_in_use_decides() {
    let wrong = holding(&[("node_modules/a/a.js", "")]);
    expect(&wrong, SLUG, Verdict::NotDone, &[(Fails, "fits", "Then let the function use that one")]).await;
    let other = holding(&[("python/a.py", "")]);
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "fits", "a module in the folder nodejs for nodejs24.x")]).await;
    let newer = solved().edited("lambda:ListLayers", r#""Version": 1"#, r#""Version": 4"#);
    expect(&newer, SLUG, Verdict::Done, &[(Holds, "fits", "There is a version 4")]).await;
}

/// A function keeps a version that was deleted.
#[tokio::test]
async fn a_deleted_version_is_still_in_use() {
    let gone =
        solved().refuses("lambda:GetLayerVersion", (404, "ResourceNotFoundException"), "gone").with(layers::without);
    expect(&gone, SLUG, Verdict::Done, &[(Holds, "fits", "which was deleted")]).await;
}

#[tokio::test]
async fn the_function_must_be_able_to_run() {
    let function = own::function(&own::LAYER_EXAMPLE).replace(r#""State":"Active""#, r#""State":"Pending""#);
    let creating = solved().answers_to(GET, own::LAYER_EXAMPLE.at, ok(function));
    expect(&creating, SLUG, Verdict::NotReady, &[(NotReady, "ready", "in progress")]).await;
}

#[tokio::test]
async fn what_cannot_be_read_is_not_missing() {
    let denied = |label| solved().refuses(label, (403, "AccessDeniedException"), "no");
    expect(&denied(LIST), SLUG, Verdict::CannotTell, &[(CannotTell, "function", LIST)]).await;
    expect(&denied(GET), SLUG, Verdict::CannotTell, &[(CannotTell, "function", GET)]).await;
    let label = "lambda:GetLayerVersion";
    expect(&denied(label), SLUG, Verdict::CannotTell, &[(CannotTell, "fits", label)]).await;
    // What is newest is advice.
    expect(&denied("lambda:ListLayers"), SLUG, Verdict::Done, &[]).await;
}

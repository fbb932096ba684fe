//! 12.e2: layers whose archives have nothing that functions find, and unusual ones that are right.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch12/layer";

fn holding(files: &[(&str, &str)]) -> Account {
    solved().amid(World::solved().with_layer(files).open())
}

#[tokio::test]
async fn what_is_in_the_newest_version_decides() {
    for (files, found) in [
        (&[("node_modules/a/a.js", "")][..], "version 1 of the layer chapters-text: node_modules/ at the root"),
        (&[("index.mjs", "")], "publish the new archive as another version"),
        (&[], "without a file"),
    ] {
        expect(&holding(files), SLUG, Verdict::NotDone, &[(Fails, "modules", found)]).await;
    }
}

/// The runtimes that a layer names only inform.
#[tokio::test]
async fn other_languages_and_runtimes_are_right() {
    let python = holding(&[("python/a.py", "")]);
    expect(&python, SLUG, Verdict::Done, &[(Holds, "modules", "for which it has no module")]).await;
    let silent =
        solved().edited("lambda:ListLayers", r#""CompatibleRuntimes": ["nodejs24.x", "nodejs22.x"]"#, r#""X": 1"#);
    expect(&silent, SLUG, Verdict::Done, &[(Holds, "modules", "names no compatible runtime")]).await;
}

#[tokio::test]
async fn one_of_several_layers_is_enough() {
    let other = r#"{"Layers": [{"LayerName": "a-first-try", "LayerArn": "arn:aws:lambda:us-east-1:123456789012:layer:a-first-try",
        "LatestMatchingVersion": {"Version": 3, "LayerVersionArn": "arn:aws:lambda:us-east-1:123456789012:layer:a-first-try:3"}}, "#;
    let account = solved().edited("lambda:ListLayers", r#"{"Layers": ["#, other).answers_to(
        "lambda:GetLayerVersion",
        "a-first-try",
        error("lambda:GetLayerVersion", (404, "ResourceNotFoundException"), "gone"),
    );
    expect(&account, SLUG, Verdict::Done, &[(Holds, "layer", "chapters-text")]).await;
}

#[tokio::test]
async fn a_layer_of_another_region_is_a_near_miss() {
    let skipped = (Skipped, "modules", "needs: layer");
    let nothing = solved().with(layers::without);
    expect(&nothing, SLUG, Verdict::NotDone, &[(Fails, "layer", "nothing of that name"), skipped]).await;
    let elsewhere = nothing.answers_to("lambda:ListLayers", "//lambda.eu-west-1.", ok(layers::LAYERS));
    expect(&elsewhere, SLUG, Verdict::NotDone, &[(Fails, "layer", "chapters-text in eu-west-1"), skipped]).await;
}

#[tokio::test]
async fn what_cannot_be_read_is_not_missing() {
    let refused = solved().refuses("lambda:ListLayers", (403, "AccessDeniedException"), "no");
    expect(&refused, SLUG, Verdict::CannotTell, &[(CannotTell, "layer", "lambda:ListLayers")]).await;
    let closed = solved().refuses("lambda:GetLayerVersion", (403, "AccessDeniedException"), "no");
    expect(&closed, SLUG, Verdict::CannotTell, &[(CannotTell, "modules", "lambda:GetLayerVersion")]).await;
    let page = Reply::page("200 OK", &[], "hello");
    let stranger = solved().amid(World::solved().replies(crate::testing::account::layers::ADDRESS, page).open());
    expect(&stranger, SLUG, Verdict::CannotTell, &[(CannotTell, "modules", "no .zip file")]).await;
}

/// Nothing else decides what is in a large one, and it may well be right.
#[tokio::test]
async fn an_archive_that_is_too_large_is_not_told() {
    let huge = crate::testing::code::reply(&vec![b'P'; 11 * 1024 * 1024]);
    let account = solved().amid(World::solved().replies(crate::testing::account::layers::ADDRESS, huge).open());
    expect(&account, SLUG, Verdict::Done, &[(Skipped, "modules", "larger than 10 MiB")]).await;
}

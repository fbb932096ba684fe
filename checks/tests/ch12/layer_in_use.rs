//! 12.e3: which function uses a layer, and whether that fits.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch12/layer_in_use";
const LIST: &str = "lambda:ListFunctions";
const GET: &str = "lambda:GetFunction";

/// What an unfit layer would bring is not looked for.
const UNKNOWN: (ClauseVerdict, &str, &str) = (Skipped, "imported", "which modules it would find is not known");

fn holding(files: &[(&str, &str)]) -> Account {
    solved().amid(World::solved().with_layer(files).open())
}

#[tokio::test]
async fn a_function_without_a_layer_or_with_one_of_others() {
    let skipped = ["ready", "fits", "imported"].map(|clause| (Skipped, clause, "needs: function"));
    let none = solved().edited(LIST, layers::USING, layers::LISTED);
    let expected = [&[(Fails, "function", "no function that uses a layer")], skipped.as_slice()].concat();
    expect(&none, SLUG, Verdict::NotDone, &expected).await;
    let foreign = solved().edited(LIST, "123456789012:layer:chapters-text:1", "580247275435:layer:LambdaInsights:60");
    let expected = [&[(Fails, "function", "which is not of your account")], skipped.as_slice()].concat();
    expect(&foreign, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn the_version_in_use_decides() {
    let wrong = holding(&[("node_modules/a/a.js", "")]);
    expect(&wrong, SLUG, Verdict::NotDone, &[(Fails, "fits", "Then let the function use that one"), UNKNOWN]).await;
    let other = holding(&[("python/a.py", "")]);
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "fits", "a module in the folder nodejs for nodejs24.x"), UNKNOWN])
        .await;
    let newer = solved().edited("lambda:ListLayers", r#""Version": 1"#, r#""Version": 4"#);
    expect(&newer, SLUG, Verdict::Done, &[(Holds, "fits", "There is a version 4")]).await;
}

/// A function keeps a version that was deleted.
#[tokio::test]
async fn a_deleted_version_is_still_in_use() {
    let gone =
        solved().refuses("lambda:GetLayerVersion", (404, "ResourceNotFoundException"), "gone").with(layers::without);
    expect(&gone, SLUG, Verdict::Done, &[(Holds, "fits", "which was deleted"), UNKNOWN]).await;
}

/// A layer that nothing imports does nothing. What is not seen for sure does not fail.
#[tokio::test]
async fn the_code_imports_what_the_layer_has() {
    for (path, code, verdict, found) in [
        ("index.mjs", "export const handler = async () => 1;", Fails, "layer-example imports nothing of it"),
        (
            "index.mjs",
            "import { a } from \"chapter-text\"; export const handler = async () => a();",
            Fails,
            "imports chapter-text",
        ),
        ("app.mjs", "import { a } from \"chapters-text\"; export const handler = async () => a();", Fails, "app.mjs"),
        (
            "index.cjs",
            "const { lines } = require(\"chapters-text\"); exports.handler = async () => lines([]);",
            Holds,
            "",
        ),
        (
            "index.mjs",
            "export const handler = async () => (await import(\"chapters-text/index.mjs\")).lines([]);",
            Holds,
            "",
        ),
        (
            "index.mjs",
            "const m = await import(\"/opt/nodejs/a.mjs\"); export const handler = async () => m;",
            Skipped,
            "below /opt/",
        ),
        ("index.mjs", "export const handler = async (e) => eval(e.code);", Skipped, "put together"),
    ] {
        let account = solved().amid(World::solved().with_own_code(&own::LAYER_EXAMPLE, &[(path, code)]).open());
        let of_all = if verdict == Fails { Verdict::NotDone } else { Verdict::Done };
        expect(&account, SLUG, of_all, &[(verdict, "imported", found)]).await;
    }
    let copy = [("index.mjs", own::LAYER_EXAMPLE.code), ("node_modules/chapters-text/index.mjs", "")];
    let copied = solved().amid(World::solved().with_own_code(&own::LAYER_EXAMPLE, &copy).open());
    expect(&copied, SLUG, Verdict::NotDone, &[(Fails, "imported", "its own package has as well")]).await;
}

/// A file of the layer has a path, which the code may put together.
#[tokio::test]
async fn a_file_of_the_layer_is_imported_by_its_path() {
    let by_path = r#"import { lines } from "/opt/nodejs/text.mjs"; export const handler = async () => lines([]);"#;
    let by_name = r#"import { lines } from "text"; export const handler = async () => lines([]);"#;
    let account = |code| {
        let world = World::solved().with_layer(&[("nodejs/text.mjs", "")]);
        solved().amid(world.with_own_code(&own::LAYER_EXAMPLE, &[("index.mjs", code)]).open())
    };
    let advised = (Holds, "fits", "");
    expect(&account(by_path), SLUG, Verdict::Done, &[advised, (Skipped, "imported", "below /opt/")]).await;
    expect(&account(by_name), SLUG, Verdict::NotDone, &[(Fails, "imported", "it imports text")]).await;
}

#[tokio::test]
async fn a_folder_for_one_version_is_for_no_other() {
    let newer = holding(&[("nodejs/node26/node_modules/chapters-text/index.mjs", "")]);
    expect(&newer, SLUG, Verdict::NotDone, &[(Fails, "fits", "for another version alone"), UNKNOWN]).await;
    let same = holding(&[("nodejs/node24/node_modules/chapters-text/index.mjs", "")]);
    expect(&same, SLUG, Verdict::Done, &[]).await;
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
    expect(&denied(label), SLUG, Verdict::CannotTell, &[(CannotTell, "fits", label), (CannotTell, "imported", label)])
        .await;
    // What is newest is advice.
    expect(&denied("lambda:ListLayers"), SLUG, Verdict::Done, &[]).await;
}

//! 12.e12: what was built, and whether it is what is there now. Times are set, never waited for.

use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::*;
use crate::tests::ClauseVerdict::{Fails, Skipped};

const SLUG: &str = "ch12/sam_build";
const TEMPLATE: &str = include_str!("../../testing/workspace/sam-app/template.yaml");
const BUILT: &str = include_str!("../../testing/workspace/sam-app/.aws-sam/build/template.yaml");
const CODE: &str = "sam-app/hello-world/index.mjs";
const COPY: &str = "sam-app/.aws-sam/build/HelloWorldFunction/index.mjs";

/// The application as it was built.
fn built(template: &str) -> TempDir {
    workspace(&[
        ("sam-app/template.yaml", template.as_bytes()),
        (CODE, b"export const handler = 1;"),
        ("sam-app/.aws-sam/build/template.yaml", BUILT.as_bytes()),
        (COPY, b"export const handler = 1;"),
    ])
}

/// Writes a file, as if so many seconds after the build.
fn write(workspace: &TempDir, path: &str, text: &str, after: i64) {
    let built = workspace.path().join("sam-app/.aws-sam/build/template.yaml");
    let file = workspace.path().join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, text).unwrap();
    set(&built, Duration::ZERO, true);
    set(&file, Duration::from_secs(after.unsigned_abs()), after > 0);
}

fn set(file: &Path, distance: Duration, is_later: bool) {
    let built = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    let at = if is_later { built + distance } else { built - distance };
    File::options().write(true).open(file).unwrap().set_modified(at).unwrap();
}

#[tokio::test]
async fn an_application_that_was_not_built() {
    let skipped = ["template", "code"].map(|clause| (Skipped, clause, "needs: built"));
    let unbuilt = workspace(&[("sam-app/template.yaml", TEMPLATE.as_bytes()), (CODE, b"")]);
    let expected = [&[(Fails, "built", "nothing of that name")], skipped.as_slice()].concat();
    expect_in(&unbuilt, SLUG, Verdict::NotDone, &expected).await;
    let elsewhere = [&[(Fails, "built", "which is another application's")], skipped.as_slice()].concat();
    let other = workspace(&[
        ("sam-app/template.yaml", TEMPLATE.as_bytes()),
        (CODE, b""),
        ("old/.aws-sam/build/template.yaml", BUILT.as_bytes()),
    ]);
    expect_in(&other, SLUG, Verdict::NotDone, &elsewhere).await;
}

#[tokio::test]
async fn what_differs_is_named() {
    let changed = built(TEMPLATE);
    write(&changed, CODE, "export const handler = 2;", -60);
    expect_in(&changed, SLUG, Verdict::NotDone, &[(Fails, "code", "sam-app/hello-world/index.mjs as it is now")]).await;
    let added = built(TEMPLATE);
    write(&added, "sam-app/hello-world/words.mjs", "", 60);
    expect_in(&added, SLUG, Verdict::NotDone, &[(Fails, "code", "words.mjs")]).await;
    for (from, to, found) in [
        ("Timeout: 3", "Timeout: 9", "what is around the resources"),
        ("/hello\n", "/other\n", "HelloWorldFunction as it is"),
        ("Resources:\n", "Resources:\n  More: {Type: AWS::S3::Bucket}\n", "More as it is"),
    ] {
        let edited = built(TEMPLATE);
        write(&edited, "sam-app/template.yaml", &TEMPLATE.replacen(from, to, 1), 60);
        expect_in(&edited, SLUG, Verdict::NotDone, &[(Fails, "template", found)]).await;
    }
    let broken = built(TEMPLATE);
    fs::remove_dir_all(broken.path().join("sam-app/.aws-sam/build/HelloWorldFunction")).unwrap();
    expect_in(&broken, SLUG, Verdict::NotDone, &[(Fails, "code", "nothing")]).await;
}

/// SAM builds into the folder in which it is called.
#[tokio::test]
async fn what_was_built_from_a_folder_above() {
    let files = |built: &str| {
        workspace(&[
            ("mine/sam-app/template.yaml", TEMPLATE.as_bytes()),
            ("mine/sam-app/hello-world/index.mjs", b"export const handler = 1;"),
            (".aws-sam/build/template.yaml", built.as_bytes()),
            (".aws-sam/build/HelloWorldFunction/index.mjs", b"export const handler = 1;"),
        ])
    };
    expect_in(&files(BUILT), SLUG, Verdict::Done, &[]).await;
    let other = files(&BUILT.replace("HelloWorldFunction", "Other"));
    expect_in(&other, SLUG, Verdict::NotDone, &[(Fails, "built", "another application's")]).await;
}

#[tokio::test]
async fn a_build_without_the_handler_is_none() {
    let emptied = built(TEMPLATE);
    let copy = emptied.path().join(COPY);
    fs::rename(&copy, copy.with_file_name("package.json")).unwrap();
    write(&emptied, CODE, "export const handler = 1;", -60);
    expect_in(&emptied, SLUG, Verdict::NotDone, &[(Fails, "code", "no such file for the handler")]).await;
}

/// Times alone say little: a checkout gives new ones, and a compiler makes other files.
#[tokio::test]
async fn what_is_equal_or_older_is_right() {
    expect_in(&built(TEMPLATE), SLUG, Verdict::Done, &[]).await;
    let touched = built(TEMPLATE);
    write(&touched, CODE, "export const handler = 1;", 60);
    write(&touched, "sam-app/template.yaml", TEMPLATE, 60);
    write(&touched, "sam-app/hello-world/tests/a.test.mjs", "test", 60);
    write(&touched, "sam-app/hello-world/README.md", "read", 60);
    expect_in(&touched, SLUG, Verdict::Done, &[]).await;
    let rewritten = built(TEMPLATE);
    write(&rewritten, "sam-app/template.yaml", &TEMPLATE.replace("Timeout: 3", "Timeout: 9"), -60);
    write(&rewritten, "sam-app/hello-world/left-out.mjs", "", -60);
    expect_in(&rewritten, SLUG, Verdict::Done, &[]).await;
    let compiled = built(&TEMPLATE.replace(
        "    Properties:\n      CodeUri",
        "    Metadata: {BuildMethod: esbuild}\n    Properties:\n      CodeUri",
    ));
    write(&compiled, CODE, "export const handler: number = 1;", -60);
    expect_in(&compiled, SLUG, Verdict::Done, &[]).await;
    write(&compiled, CODE, "export const handler: number = 2;", 60);
    expect_in(&compiled, SLUG, Verdict::NotDone, &[(Fails, "code", CODE)]).await;
    expect_unknown(SLUG, "application").await;
}

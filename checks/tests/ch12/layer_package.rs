//! 12.e1: archives in several places, and folders that were never zipped.

use super::*;
use crate::testing::code::package;
use crate::tests::ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch12/layer_package";

fn right() -> Vec<u8> {
    package(&[("nodejs/node_modules/a/index.mjs", "")])
}

#[tokio::test]
async fn the_archive_is_found_wherever_it_lies() {
    for path in ["layers/chapters-text.zip", "layer.zip", "mine/l.ZIP", "layers/sub/x.zip", "ch12/mine/layers/l.zip"] {
        let found = workspace(&[(path, &right()), ("functions/get-chapters/function.zip", &package(&[("a.mjs", "")]))]);
        expect_in(&found, SLUG, Verdict::Done, &[(Holds, "archive", path), (Holds, "modules", "a for Node.js")]).await;
    }
}

#[tokio::test]
async fn one_that_is_right_is_enough() {
    let both = workspace(&[("layers/a.zip", &package(&[("a.mjs", "")])), ("z.zip", &right())]);
    expect_in(&both, SLUG, Verdict::Done, &[(Holds, "archive", "z.zip")]).await;
}

/// Many keep what their functions share in one file, and import it by its path.
#[tokio::test]
async fn a_file_is_found_by_its_path() {
    let file = workspace(&[("layers/shared.zip", &package(&[("nodejs/shared.mjs", "")]))]);
    expect_in(&file, SLUG, Verdict::Done, &[(Holds, "modules", "by its whole path, /opt/nodejs/shared.mjs")]).await;
}

#[tokio::test]
async fn what_is_wrong_with_it_is_told() {
    for (bytes, found) in [
        (package(&[("node_modules/a/a.js", "")]), "node_modules/ at the root"),
        (package(&[("layer/nodejs/node_modules/a/a.js", "")]), "layer/nodejs/"),
        (package(&[]), "without a file"),
        (b"text".to_vec(), "no .zip file"),
        (right()[..50].to_vec(), "no whole .zip file"),
    ] {
        let workspace = workspace(&[("layers/layer.zip", &bytes)]);
        expect_in(&workspace, SLUG, Verdict::NotDone, &[(Fails, "modules", found)]).await;
    }
}

#[tokio::test]
async fn a_folder_that_is_not_zipped_is_named() {
    let skipped = (Skipped, "modules", "needs: archive");
    let empty = workspace(&[]);
    expect_in(&empty, SLUG, Verdict::NotDone, &[(Fails, "archive", "nothing of that name"), skipped]).await;
    for path in ["layers/nodejs/node_modules/a/a.js", "layers/text/python/a.py", "nodejs/a.js"] {
        let folder = workspace(&[(path, b"")]);
        expect_in(&folder, SLUG, Verdict::NotDone, &[(Fails, "archive", "which is not zipped"), skipped]).await;
    }
    expect_unknown(SLUG, "archive").await;
}

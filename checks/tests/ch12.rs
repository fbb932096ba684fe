//! The verifiers of chapter 12.

mod cdk_application;
mod cdk_deploy;
mod cdk_permissions;
mod cdk_toolkit;
mod cdk_update;
mod deploy_group;
mod layer;
mod layer_in_use;
mod layer_package;
mod sam_application;
mod sam_build;
mod sam_deploy;
mod stack;
mod stack_role;
mod stack_update;
mod state_machine;
mod state_machine_endpoint;

use std::fs;

use tempfile::TempDir;

use super::{Expected, Learner, Verdict, example, expect_of, solved};

/// A workspace with these files.
fn workspace(files: &[(&str, &[u8])]) -> TempDir {
    let workspace = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let file = workspace.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    workspace
}

/// Checks an exercise in a workspace, with the account as it is when everything is done.
async fn expect_in(workspace: &TempDir, slug: &str, verdict: Verdict, exceptions: &[Expected<'_>]) {
    let you = Learner { workspace: Some(workspace.path().to_owned()), ..example() };
    expect_of(&you, &solved(), slug, verdict, exceptions).await;
}

/// Without a workspace nothing is told.
async fn expect_unknown(slug: &str, clause: &str) {
    let nowhere = Learner { workspace: None, ..example() };
    let unknown = (super::ClauseVerdict::CannotTell, clause, "no workspace is known");
    expect_of(&nowhere, &solved(), slug, Verdict::CannotTell, &[unknown]).await;
}

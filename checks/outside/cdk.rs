//! A CDK application in the learner's workspace.

use std::fmt;

use serde_json::Value;

use super::tree::{Tree, join};
use crate::aws::fault::Read;
use crate::judgement::{Found, NearMiss};

/// What makes a folder an application (AWS CDK Developer Guide, "Configure the AWS CDK CLI").
const SETTINGS: &str = "cdk.json";

/// An application.
#[derive(Debug)]
pub struct CdkApplication {
    /// From the workspace's root; empty for the workspace itself.
    pub folder: String,
    /// The command that runs it, such as `npx ts-node --prefer-ts-exts bin/cdk-app.ts`.
    pub app: String,
}

impl fmt::Display for CdkApplication {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} with the app {}", join(&self.folder, SETTINGS), self.app)
    }
}

/// The applications of the workspace; or a file of that name that makes none.
///
/// # Errors
/// When the workspace, or a file of that name, cannot be read.
pub fn applications(tree: &Tree) -> Read<Found<Vec<CdkApplication>>> {
    let (mut all, mut near) = (Vec::new(), None);
    for folder in tree.places() {
        let path = join(&folder, SETTINGS);
        let Some(text) = tree.text(&path)? else { continue };
        match app(&text) {
            Ok(app) => all.push(CdkApplication { folder, app }),
            Err((found, advice)) => near = Some(NearMiss { found: format!("{path}{found}"), advice: advice.into() }),
        }
    }
    Ok(match all.is_empty() {
        true => Found::Missing(near.or_else(|| without_settings(tree))),
        false => Found::Here(all),
    })
}

fn app(text: &str) -> Result<String, (String, &'static str)> {
    let settings: Value = serde_json::from_str(text).map_err(|error| {
        (format!(": no JSON: {error}"), "Mend what the message names, or run `cdk init` in an empty folder.")
    })?;
    match settings.get("app").and_then(Value::as_str).map(str::trim) {
        Some(app) if !app.is_empty() => Ok(app.to_owned()),
        _ => Err((
            " without an app".into(),
            "The member app is the command that runs your application, such as \"npx ts-node --prefer-ts-exts bin/cdk-app.ts\".",
        )),
    }
}

/// A folder that an application was made in, and that lacks its settings.
fn without_settings(tree: &Tree) -> Option<NearMiss> {
    let folder = tree.places().into_iter().find(|folder| {
        let manifest = tree.text(&join(folder, "package.json")).ok().flatten();
        tree.has(&join(folder, "cdk.out")) || manifest.is_some_and(|text| text.contains("\"aws-cdk-lib\""))
    })?;
    let place = if folder.is_empty() { "your workspace".to_owned() } else { folder };
    Some(NearMiss {
        found: format!("{place} without cdk.json"),
        advice: "The CLI asks cdk.json how to run the application. `cdk init app` writes it, in an empty folder."
            .into(),
    })
}

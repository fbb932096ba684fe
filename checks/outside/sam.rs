//! A SAM application in the learner's workspace: its template, and what `sam build` made of it.

use std::fmt;

use super::tree::{Tree, join, split};
use crate::aws::fault::Read;
use crate::documents::stack_template::StackTemplate;
use crate::judgement::{Found, NearMiss};

/// What SAM takes for a template by itself, the first that is there (AWS SAM Developer Guide, "sam build").
const TEMPLATES: [&str; 3] = ["template.yaml", "template.yml", "template.json"];
/// The template that `sam build` writes, from the folder of the application.
const BUILT: &str = ".aws-sam/build/template.yaml";

/// What SAM keeps its settings in.
const SETTINGS: &str = "samconfig.toml";

/// An application: the folder that its template is in.
pub struct SamApplication {
    /// From the workspace's root; empty for the workspace itself.
    pub folder: String,
    /// The path of its template.
    pub path: String,
    pub template: StackTemplate,
}

impl fmt::Display for SamApplication {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

/// What was built.
pub struct Built {
    /// The folder that it is in.
    pub folder: String,
    pub path: String,
    pub template: StackTemplate,
}

impl fmt::Display for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

/// The applications of the workspace; or a template that is none of SAM's, or none at all.
///
/// # Errors
/// When the workspace, or a template, cannot be read.
pub fn applications(tree: &Tree) -> Read<Found<Vec<SamApplication>>> {
    let (mut applications, mut near) = (Vec::new(), None);
    for folder in tree.places() {
        let named = configured(tree, &folder)?.into_iter();
        for path in named.chain(TEMPLATES.map(str::to_owned)).map(|name| join(&folder, &name)) {
            let Some(text) = tree.text(&path)? else { continue };
            match StackTemplate::read(&text) {
                Ok(template) if template.is_of_sam() => {
                    applications.push(SamApplication { folder: folder.clone(), path, template });
                    break;
                }
                Ok(template) => near = near.or_else(|| Some(without_transform(&path, &template))),
                Err(why) => near = Some(unreadable(&path, &why)),
            }
        }
    }
    Ok(match applications.is_empty() {
        true => Found::Missing(near),
        false => Found::Here(applications),
    })
}

/// The templates that SAM's settings in a folder name (AWS SAM Developer Guide, "SAM CLI configuration file").
fn configured(tree: &Tree, folder: &str) -> Read<Vec<String>> {
    let Some(text) = tree.text(&join(folder, SETTINGS))? else { return Ok(Vec::new()) };
    // A file that is no TOML names nothing: SAM refuses it, and says why.
    let environments: toml::Table = toml::from_str(&text).unwrap_or_default();
    let commands = environments.values().filter_map(toml::Value::as_table).flat_map(toml::Table::values);
    let parameters = commands.filter_map(|command| command.get("parameters")?.as_table());
    let named = parameters.flat_map(|of| ["template_file", "template"].map(|key| of.get(key)?.as_str()));
    Ok(named.flatten().filter(|path| !path.contains(".aws-sam")).map(str::to_owned).collect())
}

fn without_transform(path: &str, template: &StackTemplate) -> NearMiss {
    let has = template.transform().map_or_else(|| "no transform".to_owned(), |other| format!("the transform {other}"));
    NearMiss {
        found: format!("{path}, which has {has}"),
        advice: "Without `Transform: AWS::Serverless-2016-10-31` it is a template of CloudFormation alone: SAM's kinds of resources are unknown there.".into(),
    }
}

fn unreadable(path: &str, why: &str) -> NearMiss {
    NearMiss {
        found: format!("{path}: {why}"),
        advice: "`sam validate --lint` names the line. In YAML blanks indent, never tabs, and a name ends in a colon and a blank.".into(),
    }
}

/// What was built of the application.
///
/// # Errors
/// When it is there and cannot be read.
pub fn built(tree: &Tree, of: &SamApplication) -> Read<Found<Built>> {
    let beside = join(&of.folder, BUILT);
    let path = if tree.has(&beside) { beside } else { from_above(tree, of)?.unwrap_or(beside) };
    let Some(text) = tree.text(&path)? else { return Ok(Found::Missing(other_build(tree))) };
    Ok(match StackTemplate::read(&text) {
        Ok(template) => Found::Here(Built { folder: split(&path).0.to_owned(), path, template }),
        Err(why) => Found::Missing(Some(NearMiss {
            found: format!("{path}: {why}"),
            advice: "Delete the folder .aws-sam and build again.".into(),
        })),
    })
}

/// What was built of the application from a folder above it: SAM builds into the folder in which it is called.
fn from_above(tree: &Tree, of: &SamApplication) -> Read<Option<String>> {
    let mut folder = of.folder.as_str();
    while !folder.is_empty() {
        folder = split(folder).0;
        let path = join(folder, BUILT);
        let Some(text) = tree.text(&path)? else { continue };
        let Ok(built) = StackTemplate::read(&text) else { continue };
        let mut ids = of.template.resources().map(|one| one.id);
        if ids.all(|id| built.resources().any(|one| one.id == id)) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// What was built in another folder.
fn other_build(tree: &Tree) -> Option<NearMiss> {
    let path = tree.places().into_iter().map(|folder| join(&folder, BUILT)).find(|path| tree.has(path))?;
    Some(NearMiss {
        found: format!("{path}, which is another application's"),
        advice: "Run `sam build` in the folder of the template.".into(),
    })
}

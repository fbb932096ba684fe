//! What a template of SAM describes, and whether the code is where it says.

use serde_json::Value;

use crate::documents::layer_archive::Language;
use crate::documents::stack_template::{Described, StackTemplate};
use crate::judgement::Judgement;
use crate::outside::sam::SamApplication;
use crate::outside::tree::{Tree, join};

/// SAM's kind of a function.
pub const FUNCTION: &str = "AWS::Serverless::Function";
const EXPECTED: &str = "a resource of the type AWS::Serverless::Function";
/// Kinds of resources that need no function, and are an application nevertheless.
const OTHERS: [&str; 4] = [
    "AWS::Serverless::StateMachine",
    "AWS::Serverless::HttpApi",
    "AWS::Serverless::Api",
    "AWS::Serverless::Application",
];
/// CloudFormation's own kind of a function, which a template of SAM may describe as well.
const PLAIN_FUNCTION: &str = "AWS::Lambda::Function";
/// The folder of a function that names none (`DEFAULT_CODEURI` of the SAM CLI).
const BESIDE: &str = ".";

/// The template describes something that SAM builds or makes.
pub fn has_function(template: &StackTemplate) -> Judgement {
    let is_function = |one: &Described<'_>| [FUNCTION, PLAIN_FUNCTION].contains(&one.kind);
    let functions: Vec<_> = template.resources().filter(is_function).map(|function| function.id).collect();
    if !functions.is_empty() {
        return Judgement::holds(functions.join(", "));
    }
    if let Some(other) = template.resources().find(|one| OTHERS.contains(&one.kind)) {
        return Judgement::holds(format!("{} ({})", other.id, other.kind))
            .advising("An application usually has a function, too. Without one, `sam build` has nothing to build.");
    }
    let others: Vec<_> = template.resources().map(|one| format!("{} ({})", one.id, one.kind)).collect();
    match others.is_empty() {
        true => Judgement::absent(EXPECTED, "no resource"),
        false => Judgement::absent(EXPECTED, others.join(", ")),
    }
}

/// The functions that SAM makes.
pub fn functions(template: &StackTemplate) -> impl Iterator<Item = Described<'_>> {
    template.resources().filter(|one| one.kind == FUNCTION)
}

/// The folder or file of a function's code, from the folder of the application; none where it is not on this machine.
pub fn code_uri<'a>(template: &'a StackTemplate, function: &Described<'a>) -> Option<&'a str> {
    match property(template, function, "CodeUri") {
        Some(uri) => uri.as_str().filter(|uri| !uri.contains("://")),
        None => (!is_elsewhere(template, function)).then_some(BESIDE),
    }
}

/// Its code is in the template, or in a container image.
fn is_elsewhere(template: &StackTemplate, function: &Described<'_>) -> bool {
    let is_image = property(template, function, "PackageType").is_some_and(|kind| kind == "Image");
    is_image || function.property("InlineCode").is_some()
}

/// A property of a function, or what all functions have that do not say otherwise.
fn property<'a>(template: &'a StackTemplate, function: &Described<'a>, name: &str) -> Option<&'a Value> {
    function.property(name).or_else(|| template.global(name))
}

/// The code of each function is where the template says.
pub fn has_code(tree: &Tree, of: &SamApplication) -> Judgement {
    let judged = functions(&of.template).map(|function| code_of(tree, of, &function));
    judged.reduce(Judgement::and).unwrap_or_else(|| Judgement::skips("the template describes no function"))
}

fn code_of(tree: &Tree, of: &SamApplication, function: &Described<'_>) -> Judgement {
    let id = function.id;
    if function.property("InlineCode").is_some() {
        return Judgement::holds(format!("{id}: in the template"));
    }
    if property(&of.template, function, "PackageType").is_some_and(|kind| kind == "Image") {
        return Judgement::holds(format!("{id}: a container image"));
    }
    let Some(uri) = code_uri(&of.template, function) else {
        let elsewhere = property(&of.template, function, "CodeUri").map(ToString::to_string).unwrap_or_default();
        return Judgement::holds(format!("{id}: {elsewhere}"));
    };
    let place = join(&of.folder, uri);
    if !tree.has(&place) {
        return Judgement::absent(format!("{id}: the folder {place}"), "no such folder")
            .advising("The path begins at the template. Create the folder, or mend CodeUri.");
    }
    let is_packed = tree.is_file(&place);
    match (property(&of.template, function, "Handler"), function.build_method()) {
        // What is in an archive is not looked into.
        (Some(_), _) if is_packed => Judgement::holds(format!("{id}: {place}")),
        // What is built otherwise has its handler in another file, or in one that is made.
        (Some(Value::String(handler)), None) => {
            let runtime = property(&of.template, function, "Runtime").and_then(Value::as_str);
            handler_in(tree, (id, &place), handler, runtime)
        }
        (Some(_), _) => Judgement::holds(format!("{id}: {place}")),
        (None, _) => Judgement::fails(format!("{id} with a handler"), "none")
            .advising("Write the file and what it exports there, such as `Handler: index.handler`."),
    }
}

fn handler_in(tree: &Tree, (id, place): (&str, &str), handler: &str, runtime: Option<&str>) -> Judgement {
    let endings: &[&str] = match runtime.and_then(Language::of_runtime) {
        Some(Language::Node) => &["mjs", "js", "cjs"],
        Some(Language::Python) => &["py"],
        None => return Judgement::holds(format!("{id}: {place}")),
    };
    let stem = handler.rsplit_once('.').map_or(handler, |(file, _)| file);
    // Dots lead into folders in Python: src.app.handler is handler in src/app.py.
    let stem = if endings == ["py"] { stem.replace('.', "/") } else { stem.to_owned() };
    let paths: Vec<_> = endings.iter().map(|ending| join(place, &format!("{stem}.{ending}"))).collect();
    match paths.iter().find(|path| tree.has(path)) {
        Some(path) => Judgement::holds(format!("{id}: {path}")),
        // A module of Python may be a folder, and a layer may have the handler.
        None if handler.starts_with('/') || tree.has(&join(place, &stem)) => {
            Judgement::holds(format!("{id}: {place}"))
        }
        None => Judgement::absent(format!("{id}: {}", paths[0]), format!("no such file for the handler {handler}"))
            .advising(
                "The handler is the file's name without its ending, a dot, and what the file exports. CodeUri is the folder that \
                 the file is in; without it, the folder of the template.",
            ),
    }
}

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
    let functions: Vec<_> = template.resources().filter(is_function).collect();
    if let Some(wrong) = functions.iter().find_map(|function| without_runtime(template, function)) {
        return wrong;
    }
    if !functions.is_empty() {
        return Judgement::holds(functions.iter().map(|function| function.id).collect::<Vec<_>>().join(", "));
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

/// What is wrong with a function whose code runs in no runtime of Lambda: SAM neither builds nor makes it.
fn without_runtime(template: &StackTemplate, function: &Described<'_>) -> Option<Judgement> {
    const SUCH: &str =
        "Write it beside the handler, such as `Runtime: nodejs24.x`, or for all functions under Globals.";
    let is_added = function.property("Fn::Transform").is_some();
    if function.kind != FUNCTION || is_added || is_image(template, function) {
        return None;
    }
    let expected = format!("{} with a runtime of Lambda", function.id);
    match property(template, function, "Runtime") {
        None => Some(Judgement::absent(expected, "no Runtime").advising(SUCH)),
        Some(Value::String(name)) if !is_runtime(name) => Some(Judgement::fails(expected, name).advising(SUCH)),
        Some(_) => None,
    }
}

/// Whether the name has the form of one of Lambda's runtimes (AWS Lambda Developer Guide, "Lambda runtimes").
fn is_runtime(name: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let is_version =
        |text: &str| text.split_once('.').is_some_and(|(major, minor)| is_number(major) && is_number(minor));
    let after = |family: &str| name.strip_prefix(family);
    // A loop or a parameter says the rest.
    name.contains("${")
        || ["go1.x", "provided", "provided.al2", "provided.al2023", "java8.al2"].contains(&name)
        || after("nodejs").and_then(|rest| rest.strip_suffix(".x")).is_some_and(is_number)
        || ["python", "ruby", "dotnetcore"].iter().any(|family| after(family).is_some_and(is_version))
        || ["java", "dotnet"].iter().any(|family| after(family).is_some_and(is_number))
}

/// The functions that SAM makes.
pub fn functions(template: &StackTemplate) -> impl Iterator<Item = Described<'_>> {
    template.resources().filter(|one| one.kind == FUNCTION)
}

/// The folder or file of a function's code, from the folder of the application; none where it is not on this machine.
pub fn code_uri<'a>(template: &'a StackTemplate, function: &Described<'a>) -> Option<&'a str> {
    match property(template, function, "CodeUri") {
        Some(uri) => uri.as_str().filter(|uri| !uri.contains("://") && !uri.contains("${")),
        None => (!is_elsewhere(template, function)).then_some(BESIDE),
    }
}

/// Its code is in the template, or in a container image.
fn is_elsewhere(template: &StackTemplate, function: &Described<'_>) -> bool {
    is_image(template, function) || function.property("InlineCode").is_some()
}

fn is_image(template: &StackTemplate, function: &Described<'_>) -> bool {
    property(template, function, "PackageType").is_some_and(|kind| kind == "Image")
}

/// A property of a function, or what all functions have that do not say otherwise.
fn property<'a>(template: &'a StackTemplate, function: &Described<'a>, name: &str) -> Option<&'a Value> {
    function.property(name).or_else(|| template.global(name))
}

/// The code of each function is where the template says.
pub fn has_code(tree: &Tree, of: &SamApplication) -> Judgement {
    let plain = of.template.resources().filter(|one| one.kind == PLAIN_FUNCTION);
    // What is in the template, or in a bucket, is nowhere here.
    let plain = plain.filter_map(|function| Some((function, function.property("Code")?.as_str()?)));
    let plain = plain.filter(|(_, uri)| !uri.contains("://") && !uri.contains("${"));
    let plain = plain.map(|(function, uri)| code_at(tree, of, &function, uri));
    let judged = functions(&of.template).map(|function| code_of(tree, of, &function)).chain(plain);
    judged
        .reduce(Judgement::and)
        .unwrap_or_else(|| Judgement::skips("the template describes no function with code here"))
}

fn code_of(tree: &Tree, of: &SamApplication, function: &Described<'_>) -> Judgement {
    let id = function.id;
    if function.property("InlineCode").is_some() {
        return Judgement::holds(format!("{id}: in the template"));
    }
    if is_image(&of.template, function) {
        return image(tree, of, function);
    }
    let Some(uri) = code_uri(&of.template, function) else {
        let elsewhere = property(&of.template, function, "CodeUri").map(ToString::to_string).unwrap_or_default();
        return Judgement::holds(format!("{id}: {elsewhere}"));
    };
    code_at(tree, of, function, uri)
}

/// An image is built of the Dockerfile that its metadata names (AWS SAM Developer Guide, "sam build", container images).
fn image(tree: &Tree, of: &SamApplication, function: &Described<'_>) -> Judgement {
    let id = function.id;
    let Some(context) = function.metadata("DockerContext").and_then(Value::as_str) else {
        return Judgement::holds(format!("{id}: a container image"));
    };
    let file = function.metadata("Dockerfile").and_then(Value::as_str).unwrap_or("Dockerfile");
    let place = join(&join(&of.folder, context), file);
    match tree.has(&place) || context.starts_with('/') {
        true => Judgement::holds(format!("{id}: {place}")),
        false => Judgement::absent(format!("{id}: {place}"), "no such file")
            .advising("DockerContext is the folder, from the template, and Dockerfile the file in it."),
    }
}

fn code_at(tree: &Tree, of: &SamApplication, function: &Described<'_>, uri: &str) -> Judgement {
    let id = function.id;
    let place = join(&of.folder, uri);
    if !tree.has(&place) {
        if uri.starts_with('/') {
            return Judgement::skips(format!("{id}: {uri} is not in the workspace, and is not looked into"));
        }
        return Judgement::absent(format!("{id}: the folder {place}"), "no such folder")
            .advising("The path begins at the template. Create the folder, or mend CodeUri.");
    }
    // What is in an archive is not looked into.
    if tree.is_file(&place) && property(&of.template, function, "Handler").is_some() {
        return Judgement::holds(format!("{id}: {place}"));
    }
    let entries = function.metadata("BuildProperties").and_then(|how| how.get("EntryPoints")).and_then(Value::as_array);
    let mut entries = entries.into_iter().flatten().filter_map(Value::as_str).map(|entry| join(&place, entry));
    if let Some(missing) = entries.find(|path| !has_entry(tree, path)) {
        return Judgement::absent(format!("{id}: {missing}"), "no such file for its EntryPoints")
            .advising("EntryPoints are files, from the folder of CodeUri. Mend the name, or write the file.");
    }
    handler_at(tree, &of.template, function, &place)
}

/// esbuild finds a file that is named without its ending as well.
fn has_entry(tree: &Tree, path: &str) -> bool {
    tree.has(path) || ["ts", "tsx", "mts", "js", "mjs"].iter().any(|ending| tree.has(&format!("{path}.{ending}")))
}

/// The file of the handler is in this folder, as far as its name tells.
pub fn handler_at(tree: &Tree, template: &StackTemplate, function: &Described<'_>, place: &str) -> Judgement {
    let id = function.id;
    match (property(template, function, "Handler"), function.build_method()) {
        // What is built otherwise has its handler in another file, or in one that is made.
        (Some(Value::String(handler)), None) => {
            let runtime = property(template, function, "Runtime").and_then(Value::as_str);
            handler_in(tree, (id, place), handler, runtime)
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

//! Whether Lambda finds the handler of a function in its package, and can load it.

use crate::documents::code::{Exports, Language, Value};
use crate::documents::package::Package;
use crate::judgement::Judgement;
use crate::services::lambda::Function;

/// Where Lambda puts the files of layers.
pub const LAYERS: &str = "/opt/";
/// Since which Node.js runtime a handler has no callback any more (Runtime.CallbackHandlerDeprecated), and since which
/// version 2 of the SDK is no part of it (Lambda Developer Guide, "Lambda runtimes").
const WITHOUT_CALLBACK: u32 = 24;
const WITHOUT_SDK_2: u32 = 18;

/// The file and the function that the handler names are in the package.
pub fn handler(function: &Function, package: &Package) -> Judgement {
    let (Some(handler), Some(runtime)) = (&function.handler, &function.runtime) else {
        return Judgement::skips("a container image has no handler of this kind");
    };
    if handler.starts_with(LAYERS) {
        return in_layer(handler);
    }
    let language = if runtime.starts_with("python") { Language::Python } else { Language::JavaScript };
    let Some((files, name)) = language.handler(handler) else {
        return Judgement::fails("a file and a function, such as index.handler", handler);
    };
    let found = files.iter().find_map(|path| Some((path, package.code().exports(path)?)));
    let Some((path, exports)) = found else {
        return if function.has_layers { in_layer(handler) } else { missing_file(package, &files, name) };
    };
    let judgement = match language {
        Language::Python => python_name(path, &exports, name),
        Language::JavaScript => exported(package, path, &exports, name),
    };
    if let Some((file, refused)) = package.run().refused().filter(|_| judgement.does_hold()) {
        return Judgement::fails("code that Node.js can load", format!("{file}, {refused}")).advising(
            "Node.js runs nothing of a file that it cannot read: each call ends with a SyntaxError. Mend that line, and deploy the \
             code again.",
        );
    }
    if judgement.does_hold()
        && let Some(missing) = missing_module(function, package)
    {
        return missing;
    }
    let node: Option<u32> = runtime.strip_prefix("nodejs").and_then(|rest| rest.trim_end_matches(".x").parse().ok());
    match node.filter(|_| judgement.does_hold()).and_then(|node| refused(function, package, node)) {
        Some(refused) => refused,
        None => judgement,
    }
}

/// Whether the package itself has a file that the handler may mean.
pub fn has_file(function: &Function, package: &Package) -> bool {
    let (Some(handler), Some(runtime)) = (&function.handler, &function.runtime) else { return false };
    let language = if runtime.starts_with("python") { Language::Python } else { Language::JavaScript };
    language.handler(handler).is_some_and(|(files, _)| files.iter().any(|path| package.code().exports(path).is_some()))
}

/// Layers add files that are not in the package, below /opt and where modules are looked for.
fn in_layer(handler: &str) -> Judgement {
    Judgement::skips(format!("not told from the package: {handler} is in a layer. The function's log shows it"))
}

fn missing_file(package: &Package, files: &[String], name: &str) -> Judgement {
    let expected = format!("a file {} with {name}", files.join(" or "));
    let in_folder = package.paths().find(|path| files.iter().any(|file| path.ends_with(&format!("/{file}"))));
    if let Some(path) = in_folder {
        return Judgement::fails(expected, path).advising(
            "The package holds the folder, and must hold the file itself. Go into the folder, and make the .zip file \
             of the file alone.",
        );
    }
    let sources: Vec<&str> =
        package.sources().map(|(path, _)| path).filter(|path| Language::of(path).is_some()).take(5).collect();
    if sources.is_empty() {
        return Judgement::fails(expected, "no file of code in the package");
    }
    Judgement::fails(expected, sources.join(", ")).advising(
        "Rename the file, or edit the runtime settings: the handler is the file's name without its ending, a dot, and \
         the name of the function in it.",
    )
}

fn python_name(path: &str, exports: &Exports<'_>, name: &str) -> Judgement {
    match (exports.has(name), exports.may_have_more()) {
        (true, _) => Judgement::holds(format!("{name} in {path}")),
        (false, true) => not_sure(path),
        (false, false) => Judgement::fails(format!("a function {name} in {path}"), "none of that name"),
    }
}

fn not_sure(path: &str) -> Judgement {
    Judgement::skips(format!("not told from the code: what {path} takes from elsewhere. The function's log shows it"))
}

/// Node.js takes `.mjs` files, and those of a package that says so, for ES modules (Lambda Developer Guide, "Define
/// Lambda function handler in Node.js").
fn exported(package: &Package, path: &str, exports: &Exports<'_>, name: &str) -> Judgement {
    let expected = format!("{path} exports {name}");
    let is_module = path.ends_with(".mjs") || (path.ends_with(".js") && says_module(package));
    if path.ends_with(".js") && !is_module && exports.is_es() {
        return Judgement::skips(format!(
            "whether Node.js takes {path} for an ES module: name it index.mjs to be sure"
        ));
    }
    match (is_module, exports.is_es(), exports.is_common()) {
        (true, true, _) | (false, false, true) if exports.has(name) => Judgement::holds(expected),
        _ if exports.may_have_more() => not_sure(path),
        (true, _, true) => {
            Judgement::fails(expected, "module.exports or exports, as CommonJS has it").advising(format!(
                "In an ES module, which {path} is, write `export const {name} = async () => …`. What a CommonJS module \
                 exports is in a file whose name ends in .cjs."
            ))
        }
        (true, ..) => Judgement::fails(expected, format!("{path} without it"))
            .advising(format!("Write `export` before `const {name}`.")),
        (false, true, false) => Judgement::fails(expected, "export, which a CommonJS module does not know")
            .advising(format!("Give {path} the ending .mjs.")),
        (false, ..) => Judgement::fails(expected, format!("{path} without it")),
    }
}

fn says_module(package: &Package) -> bool {
    let json = package.text("package.json").and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok());
    json.is_some_and(|json| json["type"] == "module")
}

/// Why Node.js of this version cannot load the handler, as far as that is certain.
fn refused(function: &Function, package: &Package, node: u32) -> Option<Judgement> {
    let run = package.run();
    let has_callback = run.entered().is_some_and(|entered| {
        entered.all(|value| matches!(value, Value::Function(function) if run.length(*function) == 3))
    });
    if node >= WITHOUT_CALLBACK && has_callback {
        let found = "a handler with a callback, which Node.js 24 and later refuse";
        return Some(Judgement::fails("an asynchronous handler", found).advising(
            "Make the handler asynchronous, with two parameters, and return the answer: `async (event, context) => …`. \
             Wait for requests with await.",
        ));
    }
    let has_sdk_2 = package.paths().any(|path| path.contains("node_modules/aws-sdk/")) || function.has_layers;
    if node >= WITHOUT_SDK_2 && !has_sdk_2 && run.imports().any(is_sdk_2) {
        let found = "aws-sdk, version 2 of the SDK, which Node.js 18 and later do not have";
        return Some(Judgement::fails("modules that the function has", found).advising(
            "Use version 3, which Lambda has: `import { S3Client, GetObjectCommand } from \"@aws-sdk/client-s3\"`.",
        ));
    }
    None
}

/// Libraries that people use, and that no runtime of Lambda has.
const LIBRARIES: [&str; 24] = [
    "axios",
    "express",
    "lodash",
    "moment",
    "node-fetch",
    "got",
    "superagent",
    "dotenv",
    "cors",
    "mysql2",
    "pg",
    "mongoose",
    "jsonwebtoken",
    "serverless-http",
    "@middy/core",
    "requests",
    "pandas",
    "numpy",
    "flask",
    "fastapi",
    "mangum",
    "pydantic",
    "httpx",
    "aws_lambda_powertools",
];

/// A library that the code imports and the function does not have, or a file that its package lacks.
fn missing_module(function: &Function, package: &Package) -> Option<Judgement> {
    if function.has_layers {
        return None;
    }
    let run = package.run();
    let has = |name: &str| {
        package.paths().any(|path| path.starts_with(&format!("{name}/")) || path.contains(&format!("/{name}/")))
            || package.paths().any(|path| path == format!("{name}.py"))
    };
    let missing = run.imports().find(|module| {
        let name = LIBRARIES.iter().find(|library| is_part_of(module, library));
        name.is_some_and(|name| !has(name))
    })?;
    let found = format!("{missing}, which neither the package nor the runtime has");
    Some(Judgement::fails("modules that the function has", found).advising(format!(
        "Put {missing} into the package beside the code, or do without it: Node.js has fetch, Python has urllib.request."
    )))
}

/// Whether a module is a library or a part of it: `lodash/fp`, `requests.auth`.
fn is_part_of(module: &str, library: &str) -> bool {
    module.strip_prefix(library).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
}

fn is_sdk_2(module: &str) -> bool {
    module == "aws-sdk" || module.starts_with("aws-sdk/")
}

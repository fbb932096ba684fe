//! Whether Lambda finds the handler of a function in its package.

use crate::documents::code::{Exports, Language};
use crate::documents::package::Package;
use crate::judgement::Judgement;
use crate::services::lambda::Function;

/// The file and the function that the handler names are in the package.
pub fn handler(function: &Function, package: &Package) -> Judgement {
    let (Some(handler), Some(runtime)) = (&function.handler, &function.runtime) else {
        return Judgement::skips("a container image has no handler of this kind");
    };
    let language = if runtime.starts_with("python") { Language::Python } else { Language::JavaScript };
    let Some((files, name)) = language.handler(handler) else {
        return Judgement::fails("a file and a function, such as index.handler", handler);
    };
    let found = files.iter().find_map(|path| Some((path, package.code().exports(path)?)));
    let Some((path, exports)) = found else { return missing_file(package, &files, name) };
    match language {
        Language::Python => python_name(path, &exports, name),
        Language::JavaScript => exported(package, path, &exports, name),
    }
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

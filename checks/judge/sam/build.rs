//! Whether what `sam build` made is of the template and the code as they are now.
//!
//! The files themselves decide where they can: SAM copies the code of Node.js and Python as it is, and a copy of the
//! workspace may have any times. Where it makes other files, times decide.

use std::time::SystemTime;

use super::application::{code_uri, functions, handler_at};
use crate::aws::fault::Read;
use crate::documents::stack_template::Described;
use crate::judgement::Judgement;
use crate::outside::sam::{Built, SamApplication};
use crate::outside::tree::{Tree, join};

/// The properties that say where code is: building changes them.
const PLACES: [&str; 10] = [
    "CodeUri",
    "ContentUri",
    "DefinitionUri",
    "ImageUri",
    "Location",
    "Code",
    "Content",
    "TemplateURL",
    "BodyS3Location",
    "DefinitionS3Location",
];
const AGAIN: &str = "Run `sam build` again: `sam deploy` takes what was built, and not what you wrote since.";

/// Every resource of the template was built, with the properties that it has now.
pub fn of_template(tree: &Tree, of: &SamApplication, built: &Built) -> Judgement {
    let there: Vec<_> = built.template.resources().collect();
    let same = |one: &Described<'_>| {
        let other = there.iter().find(|other| other.id == one.id);
        other.is_some_and(|other| other.without_places(&PLACES) == one.without_places(&PLACES))
    };
    let differs = of.template.resources().find(|one| !same(one)).map(|one| one.id.to_owned());
    let gone = there.iter().find(|one| of.template.resources().all(|other| other.id != one.id));
    let differs = differs.or_else(|| gone.map(|one| one.id.to_owned()));
    let differs = differs
        .or_else(|| (of.template.frame() != built.template.frame()).then(|| "what is around the resources".into()));
    match differs {
        // SAM may have written it in another way.
        Some(part) if is_newer(tree, &of.path, built) => {
            Judgement::fails(format!("{part} as it is in {}", of.path), "another one").advising(AGAIN)
        }
        _ => Judgement::holds(&built.path),
    }
}

/// The code of each function was built as it is now.
pub fn of_code(tree: &Tree, of: &SamApplication, built: &Built) -> Read<Judgement> {
    let mut judged = Judgement::skips("the template describes no code on this machine");
    for function in functions(&of.template) {
        let Some(uri) = code_uri(&of.template, &function) else { continue };
        let one = function_code(tree, (of, built), &function, uri)?;
        if one.does_fail() {
            return Ok(one);
        }
        judged = one;
    }
    Ok(judged)
}

fn function_code(
    tree: &Tree,
    (of, built): (&SamApplication, &Built),
    function: &Described<'_>,
    uri: &str,
) -> Read<Judgement> {
    let source = join(&of.folder, uri);
    let id = function.id;
    let place = built.template.resources().find(|one| one.id == id);
    let place = place.and_then(|one| one.property("CodeUri")?.as_str()).unwrap_or(id);
    let target = join(&built.folder, place);
    if !tree.has(&target) {
        return Ok(Judgement::absent(format!("{id} in {target}"), "nothing").advising(AGAIN));
    }
    for path in tree.own_files(&source) {
        // The application may be in the folder of the code, with what was built.
        let Some(name) = path.strip_prefix(&source).map(|name| name.trim_start_matches('/')) else { continue };
        if is_beside_code(name) {
            continue;
        }
        let copy = join(&target, name);
        let stale = match tree.has(&copy) {
            true => {
                tree.bytes(&path, MOST)? != tree.bytes(&copy, MOST)?
                    && (function.build_method().is_none() || is_newer(tree, &path, built))
            }
            // Made into something else, left out, or new.
            false => is_newer(tree, &path, built),
        };
        if stale {
            return Ok(
                Judgement::fails(format!("{path} as it is now, in {target}"), "another one, or none").advising(AGAIN)
            );
        }
    }
    // A build that was broken off, or a folder that was emptied, cannot be called.
    let handler = handler_at(tree, &of.template, function, &target);
    Ok(if handler.does_fail() && !tree.is_file(&target) { handler.advising(AGAIN) } else { Judgement::holds(target) })
}

/// The most bytes of a file that are compared.
const MOST: u64 = 16 * 1024 * 1024;

/// What stands beside code and is no part of it: its tests, its settings, and what an editor leaves.
fn is_beside_code(name: &str) -> bool {
    let tests = ["tests/", "test/", "__tests__/", "events/"];
    let last = name.rsplit('/').next().unwrap_or_default();
    tests.iter().any(|folder| name.starts_with(folder) || name.contains(&format!("/{folder}")))
        || last.starts_with('.')
        || last.ends_with(".md")
        // npm writes it while it builds, and SAM's own settings are no code.
        || ["package-lock.json", "samconfig.toml", "samconfig.yaml", "template.yaml", "template.yml", "template.json"].contains(&last)
}

/// Whether the file was changed after the last build.
fn is_newer(tree: &Tree, path: &str, built: &Built) -> bool {
    let at = |path: &str| -> Option<SystemTime> { tree.changed(path) };
    match (at(path), at(&built.path)) {
        (Some(source), Some(build)) => source > build,
        _ => false,
    }
}

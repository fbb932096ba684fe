//! What an archive of a layer means for the functions that use it.

use std::collections::BTreeSet;

use crate::documents::layer_archive::{Language, LayerArchive, Module};
use crate::judgement::Judgement;
use crate::services::lambda::layers::{Layer, LayerContent};

const EXPECTED: &str = "a module in nodejs/node_modules or in python";

/// Functions find a module in the archive.
pub fn has_modules(archive: &LayerArchive) -> Judgement {
    match archive.misplaced() {
        None => match archive.modules().iter().find(|_| archive.modules().iter().all(Module::is_path)) {
            Some(module) => Judgement::holds(archive.summary()).advising(format!(
                "No name leads to it: functions import it by its whole path, {}. In nodejs/node_modules, in a folder of its own, its \
                 name does.",
                module.name
            )),
            None => Judgement::holds(archive.summary()),
        },
        Some((found, advice)) => Judgement::fails(EXPECTED, found).advising(advice),
    }
}

/// Functions find a module in the newest version of the layer.
pub fn can_be_used(layer: &Layer, content: &LayerContent) -> Judgement {
    match content {
        LayerContent::Archive(archive) => {
            let judged = has_modules(archive).of(&layer.to_string());
            if judged.does_hold() { informed(judged, layer, archive) } else { judged.advising_also(PUBLISH) }
        }
        LayerContent::Unread(why) => Judgement::skips(format!("not told: {why}. A function that uses it decides")),
        LayerContent::Gone => Judgement::absent("a version of the layer", "it was deleted"),
    }
}

const PUBLISH: &str = "A version never changes: publish the new archive as another version.";

/// The runtimes that a layer names only inform whoever chooses it (AWS Lambda Developer Guide, "Creating and deleting
/// layers in Lambda").
fn informed(judged: Judgement, layer: &Layer, archive: &LayerArchive) -> Judgement {
    let named: BTreeSet<_> = layer.runtimes.iter().filter_map(|runtime| Language::of_runtime(runtime)).collect();
    let fits = archive.modules().iter().any(|module| named.contains(&module.language));
    match (layer.runtimes.is_empty(), fits) {
        (_, true) => judged,
        (true, false) => judged.advising(
            "The layer names no compatible runtime, which the console sorts layers by. Name one with the next version.",
        ),
        (false, false) => judged.advising(format!(
            "The layer names {} as compatible, for which it has no module. Name the right ones with the next version.",
            layer.runtimes.join(", ")
        )),
    }
}

/// The version that a function uses, in its account.
pub struct Used<'a> {
    pub name: &'a str,
    pub version: i64,
    /// The newest version, if the layer still has one.
    pub newest: Option<i64>,
    pub content: &'a LayerContent,
}

/// A function of this runtime finds a module in the version that it uses.
pub fn fits(runtime: Option<&str>, used: &Used<'_>) -> Judgement {
    let Used { name, version, newest, content } = used;
    let said = format!("version {version} of {name}");
    let Some(runtime) = runtime else {
        return Judgement::fails("a function with a runtime", "a container image, which has no layers");
    };
    let archive = match content {
        LayerContent::Archive(archive) => archive,
        LayerContent::Unread(why) => return Judgement::skips(format!("not told: {why}")),
        LayerContent::Gone => {
            return Judgement::holds(format!("{said}, which was deleted")).advising(
                "The function keeps it until it is changed, and cannot get it back afterwards: choose a version that is there.",
            );
        }
    };
    let modules = has_modules(archive).of(&said);
    if !modules.does_hold() {
        return modules.advising_also(&format!("{PUBLISH} Then let the function use that one."));
    }
    let Some(language) = Language::of_runtime(runtime) else {
        return Judgement::fails("a function of Node.js or Python", format!("the runtime {runtime}"));
    };
    if !archive.modules().iter().any(|module| module.language == language) {
        return Judgement::fails(
            format!("a module in the folder {} for {runtime}", language.folder()),
            format!("{said}: {}", archive.summary()),
        );
    }
    if archive.modules_for(runtime).is_empty() {
        return Judgement::fails(
            format!("a module for {runtime}"),
            format!("{said}: modules for another version alone"),
        )
        .advising(format!(
            "A folder that names a version is for that one alone. Choose its runtime, or put the module right into {}.",
            if language == Language::Node { "nodejs/node_modules" } else { "python" }
        ));
    }
    match newest {
        Some(newest) if newest > version => Judgement::holds(format!("{said}: {}", archive.summary())).advising(format!(
            "There is a version {newest}. A function stays with the version that it names: choose the newer one if it should have it."
        )),
        _ => Judgement::holds(format!("{said}: {}", archive.summary())),
    }
}

//! Whether the code of a function imports what a layer brings.

use std::collections::BTreeSet;

use crate::documents::code::Run;
use crate::documents::layer_archive::{Language, LayerArchive, Module};
use crate::documents::package::Package;
use crate::judge::lambda::code;
use crate::judgement::Judgement;
use crate::services::lambda::Function;

const EXPECTED: &str = "an import of a module that comes with the layer";

/// A function with a layer, both as they were read.
pub struct With<'a> {
    pub function: &'a Function,
    pub package: &'a Package,
    pub archive: &'a LayerArchive,
    /// It has no other layer, which may bring something of the same kind.
    pub is_only_layer: bool,
}

/// The code of the function imports a module of the layer, and gets the layer's. Fails only where the reading is certain.
pub fn imported(with: &With<'_>) -> Judgement {
    let With { function, package, archive, .. } = with;
    let Some(runtime) = function.runtime.as_deref() else {
        return Judgement::skips("a container image has no layers");
    };
    let loads = code::handler(function, package);
    if loads.does_fail() {
        return loads;
    }
    if let Some(elsewhere) = named_elsewhere(with) {
        return code::not_told(&elsewhere);
    }
    let modules = archive.modules_for(runtime);
    if !code::has_file(function, package) {
        return of_no_file(with, &modules);
    }
    let run = package.run();
    match modules.iter().find(|module| run.imports().any(|name| is_of(name, module))) {
        Some(module) if has_own(package, module) => of_package(module),
        Some(module) => Judgement::holds(format!("its code imports {}", module.name)),
        None => code::if_certain(&run, not_imported(with, &run)),
    }
}

/// The package lacks the file of the handler: then a layer has it, or nothing does.
fn of_no_file(with: &With<'_>, modules: &BTreeSet<Module>) -> Judgement {
    let handler = with.function.handler.as_deref().unwrap_or_default();
    if !with.is_only_layer || modules.iter().any(|module| handler.starts_with(module.name.as_str())) {
        return code::not_told(&format!("{handler} is in a layer"));
    }
    Judgement::fails(format!("the file of the handler {handler}"), "neither its package nor the layer has it").advising(
        "Edit the runtime settings: the handler is the file's name without its ending, a dot, and the name of the function in it.",
    )
}

/// What leads to the layer by another way than an import.
fn named_elsewhere(with: &With<'_>) -> Option<String> {
    let With { function, package, .. } = with;
    let is_below = |text: &str| text.contains(code::LAYERS);
    if let Some(name) = function.variables.name_where(|_, value| is_below(value)) {
        return Some(format!("the variable {name} names a path of a layer"));
    }
    let run = package.run();
    let names_it = function.handler.as_deref().is_some_and(is_below)
        || run.imports().any(is_below)
        || package.code().texts().any(is_below);
    names_it.then(|| format!("something in it names a path below {}", code::LAYERS))
}

fn is_of(name: &str, module: &Module) -> bool {
    let end = if module.language == Language::Python { '.' } else { '/' };
    name.strip_prefix(module.name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(end))
}

/// What lies in the package is found before what comes with a layer.
fn has_own(package: &Package, module: &Module) -> bool {
    let places = match module.language {
        Language::Node => [format!("node_modules/{}/", module.name), format!("node_modules/{}.js", module.name)],
        Language::Python => [format!("{}/", module.name), format!("{}.py", module.name)],
    };
    package.paths().any(|path| places.iter().any(|place| path.starts_with(place)))
}

fn of_package(module: &Module) -> Judgement {
    let found = format!("{}, which its own package has as well", module.name);
    Judgement::fails(EXPECTED, found).advising(format!(
        "What lies in the package is found first, and the layer's is never loaded. Leave {} out of the package, and deploy the \
         code again.",
        module.name
    ))
}

/// The code imports nothing of the layer, if all of it was seen.
fn not_imported(with: &With<'_>, run: &Run<'_>) -> Judgement {
    let With { function, package, archive, is_only_layer } = with;
    if let Some(foreign) = run.foreign_modules().find(|name| !is_in(package, name)) {
        return match is_only_layer {
            false => code::not_told(&format!("another layer may have {foreign}")),
            true => {
                Judgement::fails(EXPECTED, format!("it imports {foreign}, which neither its package nor the layer has"))
                    .advising(format!(
                        "Write the name as the layer has it: {}. Deploy the code again.",
                        archive.summary()
                    ))
            }
        };
    }
    let advice = format!("Import what the layer has ({}) in the code, and deploy it.", archive.summary());
    let name = function.name.as_str();
    let nothing = Judgement::fails(EXPECTED, format!("the code of {name} imports nothing of it")).advising(advice);
    code::if_all_seen(package, run, nothing)
}

/// Whether a library of that name lies in the package.
fn is_in(package: &Package, name: &str) -> bool {
    let first = name.split(['/', '.']).next().unwrap_or(name);
    package.paths().any(|path| path.split(['/', '.']).any(|part| part == first))
}

//! The archive of a Lambda layer: which modules its functions find in it, by the names of its files alone.
//!
//! AWS Lambda Developer Guide, "Packaging your layer content": below `/opt`, Node.js looks into `nodejs/node_modules` and
//! `nodejs/nodeNN/node_modules`, and Python into `python` and `python/lib/python3.NN/site-packages`.

use std::collections::BTreeSet;
use std::fmt;
use std::io::Cursor;

use serde::{Deserialize, Serialize};
use zip::ZipArchive;

/// The most files whose names are read.
const ENTRIES: usize = 50_000;
/// How many modules are named.
const NAMED: usize = 3;
const LIBRARIES: &str = "node_modules/";
/// Where Lambda puts what layers bring.
const PLACE: &str = "/opt/";
/// The endings of files that Node.js runs.
const SCRIPTS: [&str; 3] = [".mjs", ".js", ".cjs"];
/// Files that tell of a package or how it is built, and are no data of it.
const TELLING: [&str; 4] = ["package.json", "package-lock.json", "tsconfig.json", ".package-lock.json"];

/// An archive that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerArchive {
    /// Of its files, from its root.
    paths: BTreeSet<String>,
}

/// Whose modules they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    Node,
    Python,
}

impl Language {
    /// The language of a runtime, such as `nodejs24.x`.
    pub fn of_runtime(runtime: &str) -> Option<Self> {
        match runtime {
            node if node.starts_with("nodejs") => Some(Self::Node),
            python if python.starts_with("python") => Some(Self::Python),
            _ => None,
        }
    }

    /// The folder at the root of an archive.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Node => "nodejs",
            Self::Python => "python",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Node => "Node.js",
            Self::Python => "Python",
        })
    }
}

/// A module that functions may import.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Module {
    pub language: Language,
    /// As code names it, such as `left-pad` or `@aws-sdk/client-s3`, or `/opt/nodejs/text.mjs` where no name leads to it.
    pub name: String,
}

impl Module {
    /// Whether code finds it by its whole path alone.
    pub fn is_path(&self) -> bool {
        self.name.starts_with(PLACE)
    }
}

impl LayerArchive {
    /// # Errors
    /// Why it was not read: it is no .zip file, is damaged, or has more files than are looked through.
    pub fn read(bytes: Vec<u8>) -> Result<Self, String> {
        if !bytes.starts_with(b"PK") {
            return Err("no .zip file".into());
        }
        let damaged = |error: zip::result::ZipError| format!("no whole .zip file: {error}");
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > ENTRIES {
            return Err(format!("an archive of {} files; up to {ENTRIES} are looked through", archive.len()));
        }
        let mut paths = BTreeSet::new();
        for index in 0..archive.len() {
            let entry = archive.by_index_data(index).map_err(damaged)?;
            let name = entry.name().map_err(damaged)?;
            // Some programs write each path from the folder that they are in.
            let name = name.trim_start_matches("./").to_owned();
            if entry.is_file() {
                paths.insert(name);
            }
        }
        Ok(Self { paths })
    }

    /// The modules that functions find in it: those with a file that their language loads.
    pub fn modules(&self) -> BTreeSet<Module> {
        self.loaded().map(|(_, module)| module).collect()
    }

    /// Each file that a language loads, with the module that it is part of.
    fn loaded(&self) -> impl Iterator<Item = (&str, Module)> {
        self.paths.iter().filter(|path| is_loaded(path)).filter_map(|path| Some((path.as_str(), module(path)?)))
    }

    /// The modules that a function of this runtime finds in it: what lies below the folder of another version is not read.
    pub fn modules_for(&self, runtime: &str) -> BTreeSet<Module> {
        let is_for = |path: &str| version(path).is_none_or(|version| version == runtime.trim_end_matches(".x"));
        let language = Language::of_runtime(runtime);
        let all = self.loaded().filter(|(path, module)| is_for(path) && Some(module.language) == language);
        all.map(|(_, module)| module).collect()
    }

    /// Some of its modules in a few words.
    pub fn summary(&self) -> String {
        let modules = self.modules();
        let named: Vec<_> = modules.iter().take(NAMED).map(|module| module.name.as_str()).collect();
        let languages: BTreeSet<_> = modules.iter().map(|module| module.language.to_string()).collect();
        let languages = languages.into_iter().collect::<Vec<_>>().join(" and ");
        let more = if modules.len() > NAMED { format!(" and {} more", modules.len() - NAMED) } else { String::new() };
        format!("{}{more} for {languages}", named.join(", "))
    }

    /// Where its files are instead of where functions look, and what to do; none for an archive that has modules.
    pub fn misplaced(&self) -> Option<(String, String)> {
        if !self.modules().is_empty() {
            return None;
        }
        let is_there = |part: &str| self.paths.iter().any(|path| path.starts_with(part));
        let said = |found: &str, advice: &str| Some((found.to_owned(), advice.to_owned()));
        let Some(first) = self.paths.first() else {
            return said("an archive without a file", "Install the module into the folder first, and zip it then.");
        };
        if let Some(path) = self.paths.iter().find(|path| module(path).is_some()) {
            return said(
                &format!("{path}, and no file of that module which its language loads"),
                "Node.js loads .js, .mjs and .cjs, and no TypeScript out of node_modules; Python loads .py. Put the code in as well: \
                 compile it, or install the module again.",
            );
        }
        if let Some(path) = self.paths.iter().find(|path| path.contains('\\')) {
            return said(
                &format!("{path}, where a backslash is part of the name"),
                "That program wrote paths as Windows does. Zip it again with another, such as `python3 -m zipfile`.",
            );
        }
        if let Some((outer, folder)) = self.outer_folder() {
            return said(
                &format!("{outer}{folder}/ in the folder {outer}"),
                &format!("Go into {outer} and zip the folder {folder} there: it must be at the root of the archive."),
            );
        }
        if is_there(LIBRARIES) {
            return said(
                "node_modules/ at the root",
                "Put node_modules into a folder named nodejs, and zip that folder.",
            );
        }
        if let Some(wrong) = self.in_other_case() {
            return said(
                &format!("the folder {wrong}"),
                "Capital letters count: name the folder nodejs or python, and zip it again.",
            );
        }
        if is_there("nodejs/") {
            return said(
                &format!("{} in nodejs/, and no folder node_modules", self.below("nodejs/")),
                "Node.js looks into nodejs/node_modules: put the module there, in a folder with its name.",
            );
        }
        if is_there("python/") {
            return said(
                &format!("{}, where Python does not look", self.below("python/")),
                "Python looks into python/ and python/lib/python3.NN/site-packages: put the module right there.",
            );
        }
        said(
            &format!("{first} at the root"),
            "Put the module into nodejs/node_modules, or into python for Python, and zip that folder.",
        )
    }

    /// A folder in which nodejs or python is, and which it is.
    fn outer_folder(&self) -> Option<(&str, &'static str)> {
        self.paths.iter().find_map(|path| {
            [("nodejs", "nodejs/"), ("python", "python/")].into_iter().find_map(|(name, folder)| {
                let at = path.find(&format!("/{folder}"))?;
                let outer = &path[..=at];
                (!outer.starts_with(LIBRARIES) && !outer.contains("site-packages/") && outer != "python/lib/")
                    .then_some((outer, name))
            })
        })
    }

    /// The first folder whose name is another spelling of one that Lambda looks into.
    fn in_other_case(&self) -> Option<&str> {
        let top = |path: &'_ String| path.find('/');
        self.paths.iter().filter_map(|path| Some(&path[..top(path)?])).find(|folder| {
            let lower = folder.to_lowercase();
            let alike =
                ["nodejs", "node.js", "node-js", "node_js", "node", "python", "python3"].contains(&lower.as_str());
            alike && !["nodejs", "python"].contains(folder)
        })
    }

    fn below(&self, folder: &str) -> &str {
        self.paths.iter().find(|path| path.starts_with(folder)).map_or("", String::as_str)
    }
}

/// The runtime whose own folder a path is below, such as `python3.14`.
fn version(path: &str) -> Option<String> {
    let folder = |root: &str, start: &str| {
        let (folder, _) = path.strip_prefix(root)?.split_once('/')?;
        folder.starts_with(start).then_some(folder)
    };
    let node = folder("nodejs/", "node").filter(|folder| *folder != LIBRARIES.trim_end_matches('/'));
    node.map(|folder| folder.replacen("node", "nodejs", 1))
        .or_else(|| folder("python/lib/", "python3.").map(str::to_owned))
}

/// The module that a path is part of.
fn module(path: &str) -> Option<Module> {
    node_module(path).or_else(|| python_module(path))
}

/// Whether it is a file that a language loads as a module: what tells of a package is none, nor is TypeScript, of which Node.js
/// loads nothing below node_modules (Node.js documentation, "Modules: TypeScript").
fn is_loaded(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_of = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if path.starts_with("python/") {
        return is_of(&[".py", ".pyc", ".so"]);
    }
    is_of(&SCRIPTS) || is_of(&[".node", ".wasm"]) || name.ends_with(".json") && !TELLING.contains(&name)
}

fn node_module(path: &str) -> Option<Module> {
    let below = path.strip_prefix("nodejs/")?;
    if !below.contains('/') {
        let is_script = SCRIPTS.iter().any(|ending| below.ends_with(ending));
        return is_script.then(|| Module { language: Language::Node, name: format!("{PLACE}{path}") });
    }
    let below = match below.strip_prefix(LIBRARIES) {
        Some(below) => below,
        None => {
            let (version, below) = below.split_once('/')?;
            let number = version.strip_prefix("node")?;
            number.parse::<u32>().ok()?;
            below.strip_prefix(LIBRARIES)?
        }
    };
    let (first, rest) = below.split_once('/')?;
    let name = match first.starts_with('@') {
        true => format!("{first}/{}", rest.split_once('/')?.0),
        false => first.to_owned(),
    };
    (!first.starts_with('.')).then_some(Module { language: Language::Node, name })
}

fn python_module(path: &str) -> Option<Module> {
    let below = path.strip_prefix("python/")?;
    let below = match below.strip_prefix("lib/") {
        Some(below) => {
            let (version, below) = below.split_once('/')?;
            version.strip_prefix("python3.")?.parse::<u32>().ok()?;
            below.strip_prefix("site-packages/")?
        }
        None => below,
    };
    let name = match below.split_once('/') {
        // What tells of a package is none, and so are its programs.
        Some((folder, _)) if folder.contains(['.', '-']) || ["bin", "__pycache__"].contains(&folder) => return None,
        Some((folder, _)) => folder,
        None => below.strip_suffix(".py").or_else(|| below.strip_suffix(".so"))?.split('.').next()?,
    };
    Some(Module { language: Language::Python, name: name.to_owned() })
}

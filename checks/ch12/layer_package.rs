//! 12.e1: the archive of a layer in the learner's workspace.

use std::fmt;

use crate::documents::layer_archive::LayerArchive;
use crate::judge::lambda::layer;
use crate::judgement::NearMiss;
use crate::outside::tree::{Tree, ends_in};
use crate::verifier::prelude::*;

clauses! {
    ARCHIVE: "a .zip file for a layer is in your workspace",
        or "Zip the folder nodejs from inside of layers/chapters-text, and save it as layers/chapters-text.zip.",
        at lambda::layers::CONSOLE_LAYERS;
    MODULES: "functions find a module in it, in nodejs/node_modules or in python",
        or "Put the module into nodejs/node_modules, or into python for Python, and zip that folder.",
        at lambda::layers::CONSOLE_LAYERS;
}

pub const READS: Reads = &[];
/// The most bytes of an archive that are read; Lambda takes 50 MB at once.
const LARGEST: u64 = 64 * 1024 * 1024;
/// How many archives are looked into.
const MOST: usize = 20;
/// The folder that the walkthrough makes it in.
const FOLDER: &str = "layers";

/// An archive of the workspace.
struct Archive {
    path: String,
    read: Result<LayerArchive, String>,
}

impl fmt::Display for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

impl Archive {
    fn judged(&self) -> Judgement {
        match &self.read {
            Ok(archive) => layer::has_modules(archive),
            Err(why) => Judgement::fails("a .zip file", why)
                .advising("Make it again, with `python3 -m zipfile -c` or with the zip of your system."),
        }
    }
}

/// The archive that is right; without one, the one that most likely should be.
fn archive(you: &Learner) -> Read<Found<Archive>> {
    let tree = Tree::of(you)?;
    let mut folders = tree.folders();
    folders.sort_by_key(|folder| folder != FOLDER);
    let within = tree.folders_in(FOLDER).into_iter();
    let mut files: Vec<_> =
        folders.into_iter().chain(within).flat_map(|folder| zipped(&tree, &folder)).take(MOST).collect();
    let near = files.len();
    // Deeper, the archives of functions lie as well: there only one that is right is told of.
    let deeper: Vec<_> = tree.places().iter().flat_map(|folder| zipped(&tree, folder)).collect();
    files.extend(deeper.into_iter().filter(|path| !files.contains(path)).take(MOST).collect::<Vec<_>>());
    let mut best: Option<Archive> = None;
    for (at, path) in files.into_iter().enumerate() {
        let Some(bytes) = tree.bytes(&path, LARGEST)? else { continue };
        let found = Archive { path, read: LayerArchive::read(bytes) };
        if found.judged().does_hold() {
            return Ok(Found::Here(found));
        }
        best = best.or((at < near).then_some(found));
    }
    Ok(best.map_or_else(|| Found::Missing(not_zipped(&tree)), Found::Here))
}

/// The archives of a folder.
fn zipped(tree: &Tree, folder: &str) -> Vec<String> {
    tree.files(folder).into_iter().filter(|path| ends_in(path, "zip")).collect()
}

/// The folder is there, and was not zipped.
fn not_zipped(tree: &Tree) -> Option<NearMiss> {
    let folders = tree.folders().into_iter().chain(tree.folders_in(FOLDER));
    let root = folders.flat_map(|folder| tree.folders_in(&folder)).find(|folder| {
        let name = folder.rsplit('/').next().unwrap_or_default();
        ["nodejs", "python"].contains(&name)
    })?;
    Some(NearMiss {
        found: format!("the folder {root}, which is not zipped"),
        advice: "Go into the folder that it is in, and zip it: Lambda takes a layer as a .zip file.".into(),
    })
}

pub async fn verify(_aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let archive = it.finds(ARCHIVE, archive(you))?;
    it.expects(MODULES, archive.judged());
    Ok(())
}

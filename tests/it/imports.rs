//! The imports of a crate, read from its source: which file uses names of which other.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{Attribute, Ident, Item, UseTree, Visibility};

use crate::about_the_repository::{files, read};
use crate::types::is_test_only;

/// The path of a module or of a name in it, such as `["ui", "text"]`. That of the crate's root is empty.
type Names = Vec<String>;

/// The files of a crate by their modules. Code for tests inside of a file counts for nothing.
pub struct Imports(BTreeMap<Names, Uses>);

/// The paths that a file uses, and the names that it re-exports, each with where from.
#[derive(Default)]
struct Uses {
    paths: Vec<Names>,
    reexports: BTreeMap<String, Names>,
}

impl Imports {
    /// Reads the crate whose `lib.rs` is in `folder`.
    pub fn of(folder: &Path) -> Self {
        let module = |file: &Path| -> Option<Names> {
            let path = file.strip_prefix(folder).ok()?.with_extension("");
            Some(path.iter().map(|part| part.to_string_lossy().into_owned()).collect())
        };
        let mut sources: BTreeMap<Names, String> = files(folder)
            .iter()
            .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
            .filter_map(|file| Some((module(file)?, read(file))))
            .collect();
        let root = sources.remove(&["lib".to_owned()][..]).expect("the root of a library");
        sources.retain(|module, _| !matches!(module[..].first().map(String::as_str), Some("main" | "build")));
        sources.insert(Vec::new(), root);
        let known: BTreeSet<Names> = sources.keys().cloned().collect();
        Self(sources.iter().map(|(module, source)| (module.clone(), Reader::read(module, source, &known))).collect())
    }

    /// Each file with the files that it uses. A name that is re-exported counts for the file that defines it as well.
    pub fn arrows(&self) -> BTreeMap<String, BTreeSet<String>> {
        let arrows = self.0.iter().map(|(module, uses)| {
            let mut used = BTreeSet::new();
            uses.paths.iter().for_each(|path| self.follow(path, &mut used));
            used.remove(&module.join("::"));
            (module.join("::"), used)
        });
        arrows.collect()
    }

    fn follow(&self, path: &[String], used: &mut BTreeSet<String>) {
        let depth = (0..=path.len()).rev().find(|depth| self.0.contains_key(&path[..*depth])).unwrap_or(0);
        let (module, rest) = path.split_at(depth);
        used.insert(module.join("::"));
        let origin = rest.first().and_then(|name| self.0[module].reexports.get(name));
        origin.into_iter().for_each(|path| self.follow(path, used));
    }

    /// The groups of files that use each other in a circle, the largest first.
    pub fn circles(&self) -> Vec<BTreeSet<String>> {
        let arrows = self.arrows();
        let reached = |from: &String| {
            let (mut reached, mut open) = (BTreeSet::new(), vec![from]);
            while let Some(next) = open.pop() {
                open.extend(arrows[next].iter().filter(|used| reached.insert((*used).clone())));
            }
            reached
        };
        let reach: BTreeMap<&String, BTreeSet<String>> = arrows.keys().map(|from| (from, reached(from))).collect();
        let circle = |from: &String| reach[from].iter().filter(|other| reach[other].contains(from)).cloned().collect();
        let circles: BTreeSet<BTreeSet<String>> = arrows.keys().map(circle).collect();
        let mut circles: Vec<_> = circles.into_iter().filter(|circle| circle.len() > 1).collect();
        circles.sort_by_key(|circle| Reverse(circle.len()));
        circles
    }
}

/// Reads the imports of one file.
struct Reader<'a> {
    module: &'a Names,
    known: &'a BTreeSet<Names>,
    uses: Uses,
}

impl Reader<'_> {
    fn read(module: &Names, source: &str, known: &BTreeSet<Names>) -> Uses {
        let file = syn::parse_file(source).unwrap_or_else(|error| panic!("{}: {error}", module.join("::")));
        let mut reader = Reader { module, known, uses: Uses::default() };
        reader.visit_file(&file);
        reader.uses
    }

    /// The path from the crate's root; `None` if it leads out of the crate.
    fn absolute(&self, path: &[String]) -> Option<Names> {
        let first = path.first()?;
        let ups = path.iter().take_while(|name| *name == "super").count();
        let (base, rest) = match first.as_str() {
            "crate" => (&[][..], &path[1..]),
            "self" => (&self.module[..], &path[1..]),
            "super" => (&self.module[..self.module.len().saturating_sub(ups)], &path[ups..]),
            _ if self.known.contains(&[&self.module[..], &path[..1]].concat()) => (&self.module[..], path),
            _ => return None,
        };
        Some([base, rest].concat())
    }

    fn import(&mut self, tree: &UseTree, before: &[String], is_reexport: bool) {
        let with = |name: &Ident| [before, &[name.to_string()]].concat();
        let (path, name) = match tree {
            UseTree::Path(path) => return self.import(&path.tree, &with(&path.ident), is_reexport),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.import(tree, before, is_reexport));
            }
            UseTree::Glob(_) => (before.to_vec(), String::new()),
            UseTree::Name(name) if name.ident == "self" => {
                (before.to_vec(), before.last().cloned().unwrap_or_default())
            }
            UseTree::Name(name) => (with(&name.ident), name.ident.to_string()),
            UseTree::Rename(rename) => (with(&rename.ident), rename.rename.to_string()),
        };
        let Some(path) = self.absolute(&path) else { return };
        if is_reexport {
            self.uses.reexports.insert(name, path);
        } else {
            self.uses.paths.push(path);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if !attributes(item).iter().any(is_test_only) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if matches!(names[0].as_str(), "crate" | "super") {
            self.uses.paths.extend(self.absolute(&names));
        }
        visit::visit_path(self, path);
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Fn(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        _ => &[],
    }
}

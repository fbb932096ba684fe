//! The scripts of a page: those that stand in it, and the files of the website's bucket that it names.

use std::collections::VecDeque;

use crate::aws::service::prelude::*;
use crate::documents::address::Address;
use crate::documents::code::{Code, Kind};
use crate::documents::html::{Document, Source};
use crate::services::s3::packing::Packing;
use crate::services::s3::{Bucket, Object};

/// How many script files of a page are read, those that they import included.
const MOST: usize = 8;

/// The scripts of a page.
#[derive(Debug)]
pub struct Scripts {
    pub code: Code,
    /// The files that were read.
    pub files: Vec<ScriptFile>,
    /// A file that the page names and that is not in the bucket, by its key.
    pub missing: Option<String>,
    /// What no browser takes; nothing of it is in the code.
    pub refused: Option<RefusedScript>,
    /// Whether the page runs scripts that are not read: of other hosts, packed in a way that is not unpacked here, or more
    /// than are read.
    pub has_unread: bool,
}

/// The first script that no browser takes.
#[derive(Debug)]
pub struct RefusedScript {
    /// Which, where, and why.
    pub why: String,
    /// The code of all scripts, as if browsers took it.
    pub whole: Code,
}

/// A script in a file of its own.
#[derive(Debug)]
pub struct ScriptFile {
    pub object: Object,
    pub text: String,
    /// Whether browsers run it as a module.
    pub is_module: bool,
}

impl Aws {
    /// The scripts of the page at `host`, whose files lie in the bucket. Those of other hosts are libraries, and are not
    /// read.
    pub async fn scripts(&self, bucket: &Bucket, page: &Document, host: &str) -> Read<Scripts> {
        let (mut scripts, mut queue) = (Vec::new(), VecDeque::new());
        for source in page.scripts() {
            match source {
                Source::Inline(text, kind) => {
                    let script = Script::new(page.base(), text, kind);
                    queue.extend(script.imports.iter().map(|file| (file.clone(), true)));
                    scripts.push(script);
                }
                Source::File(file) => {
                    let is_module = page.has_module(&file);
                    queue.push_back((file, is_module));
                }
            }
        }
        let (mut seen, mut files): (Vec<Address>, Vec<ScriptFile>) = (Vec::new(), Vec::new());
        let (mut missing, mut has_unread) = (None, false);
        while let Some((file, is_module)) = queue.pop_front() {
            if seen.contains(&file) {
                continue;
            }
            if seen.len() == MOST || file.host != host {
                has_unread = true;
                continue;
            }
            let key = file.decoded_path().trim_start_matches('/').to_owned();
            match self.content(bucket, &key).await? {
                Found::Here(script) => {
                    has_unread |= matches!(script.packing, Packing::Unknown(_));
                    let kind = if is_module { Kind::Module } else { Kind::Script };
                    let read = Script::new(&file, script.text.clone(), kind);
                    queue.extend(read.imports.iter().map(|file| (file.clone(), true)));
                    scripts.push(read);
                    files.push(ScriptFile { object: script.object, text: script.text, is_module });
                }
                Found::Missing(_) => missing = missing.or(Some(key)),
            }
            seen.push(file);
        }
        let refused = refuse(&mut scripts);
        Ok(Scripts { code: code_of(&scripts), files, missing, refused, has_unread })
    }
}

/// A script, and where it stands.
struct Script {
    place: Address,
    text: String,
    kind: Kind,
    /// The files that it imports, which are modules.
    imports: Vec<Address>,
}

impl Script {
    fn new(place: &Address, text: String, kind: Kind) -> Self {
        let code = Code::of_page([(place.path.as_str(), text.as_str())]);
        let imports = code.imports().filter_map(|file| place.resolve(file)).collect();
        Self { place: place.clone(), text, kind, imports }
    }
}

/// Leaves out what no browser takes, and what imports it. Returns the first of these, and why.
fn refuse(scripts: &mut Vec<Script>) -> Option<RefusedScript> {
    let (mut first, mut gone) = (None, Vec::new());
    let mut own: Vec<bool> = Vec::new();
    for script in scripts.iter() {
        let refused = Code::refusal(&script.text, script.kind);
        own.push(refused.is_some());
        if let Some(refused) = refused {
            first.get_or_insert_with(|| format!("{}, {refused}", script.place.decoded_path().trim_start_matches('/')));
            gone.push(script.place.clone());
        }
    }
    let whole = code_of(scripts);
    let mut refused = own.into_iter();
    scripts.retain(|_| !refused.next().unwrap_or_default());
    while let Some(at) = scripts.iter().position(|script| script.imports.iter().any(|file| gone.contains(file))) {
        gone.push(scripts.remove(at).place);
    }
    first.map(|why| RefusedScript { why, whole })
}

fn code_of(scripts: &[Script]) -> Code {
    Code::of_page(scripts.iter().map(|script| (script.place.path.as_str(), script.text.as_str())))
}

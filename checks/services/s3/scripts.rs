//! The scripts of a page: those that stand in it, and the files of the website's bucket that it names.

use std::collections::VecDeque;

use crate::aws::service::prelude::*;
use crate::documents::address::Address;
use crate::documents::code::Code;
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
    /// Whether the page runs scripts that are not read: of other hosts, packed in a way that is not unpacked here, or more
    /// than are read.
    pub has_unread: bool,
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
                Source::Inline(text) => {
                    queue.extend(imported(&text, page.base()));
                    scripts.push((page.base().path.clone(), text));
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
                    queue.extend(imported(&script.text, &file));
                    scripts.push((file.path.clone(), script.text.clone()));
                    files.push(ScriptFile { object: script.object, text: script.text, is_module });
                }
                Found::Missing(_) => missing = missing.or(Some(key)),
            }
            seen.push(file);
        }
        let scripts = scripts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        Ok(Scripts { code: Code::of_page(scripts), files, missing, has_unread })
    }
}

/// The files that a script at `place` imports, which are modules.
fn imported(text: &str, place: &Address) -> Vec<(Address, bool)> {
    let code = Code::of_page([(place.path.as_str(), text)]);
    code.imports().filter_map(|file| Some((place.resolve(file)?, true))).collect()
}

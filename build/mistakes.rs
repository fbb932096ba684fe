//! The mistakes of an exercise that a drill can make: scripts that break what is solved, with what their headers promise.

use std::fs;
use std::path::Path;

/// One mistake; its texts and its script are templates over the learner's names.
#[derive(Debug)]
pub struct Mistake {
    /// The file's name without its ending.
    pub name: String,
    /// What is broken, in one sentence.
    pub title: String,
    /// What a visitor sees.
    pub visitor: String,
    pub lesson: String,
    /// The script without its header.
    pub script: String,
}

/// The mistakes in the folder that start from the solved state and are not done; the tests read the other headers, and
/// complain of incomplete ones.
pub fn drills(folder: &Path) -> Vec<Mistake> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    let scripts = paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "sh"));
    scripts.filter_map(|path| drill(&path.file_stem()?.to_string_lossy(), &fs::read_to_string(path).ok()?)).collect()
}

fn drill(name: &str, text: &str) -> Option<Mistake> {
    let mut header = text.lines().map_while(|line| line.strip_prefix('#')).map(str::trim);
    let title = header.next()?.to_owned();
    let value = |key: &str| {
        let mut lines = text.lines().map_while(|line| line.strip_prefix('#')).map(str::trim);
        lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(':')).map(|value| value.trim().to_owned())
    };
    if value("starts")? != "solved" || value("verdict")? != "not done" {
        return None;
    }
    let script = text.lines().skip_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    Some(Mistake { name: name.to_owned(), title, visitor: value("visitor")?, lesson: value("lesson")?, script })
}

/// The value for the catalog, as Rust code.
pub fn code(mistakes: &[Mistake]) -> String {
    let row = |Mistake { name, title, visitor, lesson, script }: &Mistake| {
        format!(
            "Mistake {{ name: {name:?}, title: {title:?}, visitor: {visitor:?}, lesson: {lesson:?}, script: {script:?} }}, "
        )
    };
    format!("&[{}]", mistakes.iter().map(row).collect::<String>())
}

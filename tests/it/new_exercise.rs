//! A new exercise, as `cargo run -p xtask -- new` lays it out: in its three drawers, with the lines that name it, and complete.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use xtask::book::{Exercise, curriculum as curriculum_of};
use xtask::{Change, new};

use crate::drift::{join, verifiers};
use crate::harness::catalog::files;
use crate::harness::promise::Mistake;
use crate::harness::tools::repository;
use crate::harness::workspace::Names;

/// What a new exercise is laid out from and what it must fit, without exercise 6.9.
fn tree() -> TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    let drawers = ["chapters", "exercises", "checks"].map(|drawer| files(&repository().join(drawer)));
    let curriculum = repository().join("tests/it/curriculum.tsv");
    // What teaching the chapter takes names its exercises.
    let of_6_9 = |path: &Path| {
        let name = path.to_string_lossy();
        name.contains("ch06/robots_txt") || name.ends_with("ch06.teach.toml")
    };
    for file in drawers.concat().iter().chain([&curriculum]).filter(|path| !of_6_9(path)) {
        let copy = root.path().join(file.strip_prefix(repository()).expect("a file of the repository"));
        fs::create_dir_all(copy.parent().expect("a folder")).expect("room for a folder");
        fs::copy(file, copy).expect("room for a file");
    }
    for chapter in ["checks/ch06.rs", "checks/tests/ch06.rs"] {
        edit(root.path(), chapter, |text| {
            text.lines().filter(|line| !line.ends_with("mod robots_txt;")).map(|line| format!("{line}\n")).collect()
        });
    }
    edit(root.path(), "chapters/ch06.md", |text| {
        let (before, after) = text.split_once("## Exercise 9: ").expect("exercise 6.9");
        let (_, after) = after.split_once("## Exercise 10: ").expect("exercise 6.10");
        format!("{before}## Exercise 10: {after}")
    });
    root
}

fn edit(root: &Path, file: &str, change: impl FnOnce(&str) -> String) {
    let file = root.join(file);
    fs::write(&file, change(&fs::read_to_string(&file).expect("a text"))).expect("room for a file");
}

/// The files below the tree, and what they hold.
fn contents(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let relative = |path: &Path| path.strip_prefix(root).expect("a file of the tree").to_owned();
    files(root).into_iter().map(|path| (relative(&path), fs::read(&path).expect("a readable file"))).collect()
}

/// Lays the exercise out, and tells which files are new or other than before.
fn lay_out(root: &Path, number: &str, slug: &str) -> Vec<String> {
    let before = contents(root);
    let changes = new::plan(root, number, slug, None).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(contents(root), before, "a plan writes nothing");
    changes.iter().try_for_each(|change| change.write(root)).expect("room for files");
    let mut planned: Vec<_> = changes.iter().map(Change::to_string).collect();
    planned.sort();
    let touched = contents(root).into_iter().filter(|(path, text)| before.get(path) != Some(text));
    let mark = |path: &PathBuf| if before.contains_key(path) { "changed" } else { "new" };
    let touched: Vec<_> = touched.map(|(path, _)| format!("{} {}", mark(&path), path.display())).collect();
    let mut sorted = touched.clone();
    sorted.sort();
    assert_eq!(planned, sorted, "what is planned is what is written");
    touched
}

/// The build takes the tree, and the scripts promise something.
fn assert_complete(root: &Path, slug: &str) {
    let chapters = join::join(root).unwrap_or_else(|drift| panic!("{}", drift.join("\n")));
    assert!(chapters.iter().flat_map(|chapter| &chapter.exercises).any(|exercise| exercise.slug == slug));
    let table = verifiers::table(&root.join("checks")).unwrap_or_else(|flaws| panic!("{}", flaws.join("\n")));
    assert!(table.contains(slug));
    let mistakes = files(&root.join("exercises").join(slug).join("mistakes"));
    for mistake in &mistakes {
        Mistake::read(mistake, &Names::of("000000000000")).unwrap_or_else(|error| panic!("{error}"));
    }
    assert_eq!(mistakes.len(), 6);
}

#[test]
fn a_new_exercise_touches_its_drawers_and_its_lines_alone() {
    let root = tree();
    assert_eq!(
        lay_out(root.path(), "6.9", "robots_txt"),
        [
            "changed chapters/ch06.md",
            "new checks/ch06/robots_txt.rs",
            "changed checks/ch06.rs",
            "new checks/tests/ch06/robots_txt.rs",
            "changed checks/tests/ch06.rs",
            "new exercises/ch06/robots_txt/exercise.toml",
            "new exercises/ch06/robots_txt/mistakes/in_folder.sh",
            "new exercises/ch06/robots_txt/mistakes/no_page.sh",
            "new exercises/ch06/robots_txt/mistakes/no_type.sh",
            "new exercises/ch06/robots_txt/mistakes/plain_text.sh",
            "new exercises/ch06/robots_txt/mistakes/unusual_charset.sh",
            "new exercises/ch06/robots_txt/mistakes/unusual_more_pages.sh",
            "new exercises/ch06/robots_txt/solution.sh",
        ]
    );
    assert_complete(root.path(), "ch06/robots_txt");
    let chapter = fs::read_to_string(root.path().join("chapters/ch06.md")).expect("a text");
    let headings: Vec<_> = chapter.lines().filter(|line| line.starts_with("## Exercise")).skip(7).collect();
    assert_eq!(headings[1], "## Exercise 9: Adding a robots.txt file {#robots_txt}");
    assert!(headings[2].starts_with("## Exercise 10: "), "{headings:?}");
    // The lines are where they were before they were taken out.
    for file in ["checks/ch06.rs", "checks/tests/ch06.rs"] {
        assert_eq!(fs::read(root.path().join(file)).unwrap(), fs::read(repository().join(file)).unwrap(), "{file}");
    }
}

/// The exercises of the first chapter that has no file yet; none when the book is complete.
fn unwritten() -> Vec<Exercise> {
    let curriculum = fs::read_to_string(repository().join("tests/it/curriculum.tsv")).expect("a text");
    let book = curriculum_of(&curriculum).unwrap_or_else(|error| panic!("{error}"));
    let is_written = |exercise: &&Exercise| repository().join(format!("checks/{}.rs", exercise.folder())).exists();
    let first = book.iter().find(|exercise| !is_written(exercise)).map(|exercise| exercise.chapter);
    book.into_iter().filter(|exercise| Some(exercise.chapter) == first).collect()
}

/// A chapter that is begun has a file of its own for the text and for each list of modules, and two lines name these.
#[test]
fn the_first_exercise_of_a_chapter_begins_the_chapter() {
    let [first, second, ..] = &unwritten()[..] else { return };
    let (root, chapter) = (tree(), first.folder());
    lay_out(root.path(), "6.9", "robots_txt");
    let touched = lay_out(root.path(), &first.id(), "first_thing");
    for file in [format!("checks/{chapter}.rs"), format!("checks/tests/{chapter}.rs")] {
        assert!(touched.contains(&format!("new {file}")), "{touched:?}");
    }
    for file in ["checks/lib.rs", "checks/tests.rs"] {
        assert!(touched.contains(&format!("changed {file}")), "{touched:?}");
    }
    assert_complete(root.path(), &format!("{chapter}/first_thing"));
    let touched = lay_out(root.path(), &second.id(), "second_thing");
    assert!(!touched.iter().any(|touched| touched.contains("lib.rs")), "{touched:?}");
    assert_complete(root.path(), &format!("{chapter}/second_thing"));
}

#[test]
fn what_cannot_be_laid_out_is_refused_and_nothing_is_written() {
    let root = tree();
    let before = contents(root.path());
    for (number, slug, title, why) in [
        ("6.99", "robots_txt", None, "the book has no exercise 6.99"),
        ("six", "robots_txt", None, "the book has no exercise six"),
        ("6.9", "robots_txt", Some("Adding a file"), "the book calls 6.9 \"Adding a robots.txt file\""),
        ("6.9", "robots.txt", None, "is no slug"),
        ("6.9", "../robots", None, "is no slug"),
        ("6.9", "data_bucket", None, "has this number or slug already"),
        ("6.8", "scans", None, "has this number or slug already"),
    ] {
        let error = new::plan(root.path(), number, slug, title).expect_err(why);
        assert!(error.contains(why), "{number} {slug}: {error}");
    }
    for there in ["exercises/ch06/robots_txt", "checks/ch06/robots_txt.rs", "checks/tests/ch06/robots_txt.rs"] {
        let there = root.path().join(there);
        if there.extension().is_some() {
            fs::write(&there, "").unwrap()
        } else {
            fs::create_dir(&there).unwrap()
        }
        let error = new::plan(root.path(), "6.9", "robots_txt", None).expect_err("a file that is there");
        assert!(error.contains("is there already"), "{error}");
        if there.is_dir() { fs::remove_dir(&there).unwrap() } else { fs::remove_file(&there).unwrap() }
    }
    assert_eq!(contents(root.path()), before);
}

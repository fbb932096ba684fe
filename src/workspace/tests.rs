//! Starter files beside what learners make of them; nothing of theirs is lost and nothing leaves the workspace.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::starter::{Fate, for_place, lay_out, missing, of_later_alone};
use super::{Settings, Workspace};
use crate::catalog::{self, Exercise};
use crate::practice::Files;

const PAGE: &str = "website/index.html";

fn exercise() -> &'static Exercise {
    catalog::by_slug("ch04/s3_website_hosting").expect("an exercise with starter files")
}

fn workspace() -> (TempDir, Workspace) {
    let folder = tempfile::tempdir().expect("a folder");
    let workspace = Workspace::create(&folder.path().join("w"), &Settings::example()).expect("a workspace");
    (folder, workspace)
}

fn fate(workspace: &Workspace, force: bool) -> Fate {
    let starters = lay_out(workspace, exercise(), force).expect("starter files");
    starters.into_iter().find(|starter| starter.path == PAGE).expect("the page").fate
}

fn read(workspace: &Workspace, path: &str) -> String {
    fs::read_to_string(workspace.root.join(path)).expect(path)
}

#[test]
fn what_is_missing_is_said_with_what_adds_it() {
    let (_folder, workspace) = workspace();
    let said = missing(&workspace, exercise()).expect("nothing is there");
    assert!(said.contains(PAGE) && said.contains("`msl-learn start 4.3` adds"), "{said}");
    lay_out(&workspace, exercise(), false).expect("starter files");
    assert_eq!(missing(&workspace, exercise()), None);
}

#[test]
fn a_changed_file_is_kept_and_every_backup_too() {
    let (_folder, workspace) = workspace();
    assert_eq!(fate(&workspace, false), Fate::Added);
    assert_eq!(fate(&workspace, true), Fate::Unchanged);
    let starter = read(&workspace, PAGE);
    for (mine, backup) in [("mine", "website/index.html.bak"), ("mine too", "website/index.html.bak.1")] {
        fs::write(workspace.root.join(PAGE), mine).expect("a file");
        assert!(matches!(fate(&workspace, false), Fate::Changed(_)));
        assert_eq!(read(&workspace, PAGE), mine);
        assert_eq!(fate(&workspace, true), Fate::Replaced { backup: backup.into() });
        assert_eq!((read(&workspace, PAGE), read(&workspace, backup).as_str()), (starter.clone(), mine));
    }
    assert_eq!(read(&workspace, "website/index.html.bak"), "mine");
}

#[test]
fn a_file_of_an_earlier_exercise_is_replaced_unless_it_was_changed() {
    let (_folder, workspace) = workspace();
    let later = catalog::by_slug("ch07/sign_in_links").expect("an exercise with the same page");
    let fate_of_later = || {
        let starters = lay_out(&workspace, later, false).expect("starter files");
        starters.into_iter().find(|starter| starter.path == PAGE).expect("the page").fate
    };
    assert_eq!(fate(&workspace, false), Fate::Added);
    assert_eq!(fate_of_later(), Fate::Renewed);
    let renewed = read(&workspace, PAGE);
    assert_eq!(fate(&workspace, false), Fate::OfLater(later.id()), "an earlier exercise takes nothing back");
    assert_eq!(read(&workspace, PAGE), renewed);
    fs::write(workspace.root.join(PAGE), "mine").expect("a file");
    assert!(matches!(fate_of_later(), Fate::Changed(_)));
}

/// What 5.5 has laid out belongs to nothing up to 4.3, and the page to both.
#[test]
fn the_files_of_later_exercises_alone_are_told() {
    let (_folder, workspace) = workspace();
    let later = catalog::by_slug("ch05/mock_integration").expect("an exercise with starter files");
    for exercise in [exercise(), later] {
        lay_out(&workspace, exercise, false).expect("starter files");
    }
    let reached = |exercise: &Exercise| catalog::exercises().take_while(|one| one.slug != exercise.slug).count() + 1;
    let told = of_later_alone(&workspace, reached(exercise()));
    assert!(told.contains(&"api/mock-request.json") && !told.contains(&PAGE), "{told:?}");
    assert!(of_later_alone(&workspace, reached(later)).is_empty());
}

/// Who goes back in the book finds the files of that place, unless they have changed them.
#[test]
fn at_a_place_a_file_of_any_exercise_is_not_the_learners() {
    const CODE: &str = "functions/get-chapters/index.mjs";
    let (_folder, workspace) = workspace();
    let exercise = |id| catalog::exercise(id).expect("an exercise");
    let going = |id, there: &Files| for_place(&workspace, exercise(id), there).expect("files");
    let none = Files::new();
    let (first, kept) = going("5.10", &none);
    assert!(first.contains_key(CODE) && kept.is_empty(), "nothing is there yet");
    lay_out(&workspace, exercise("6.8"), false).expect("starter files");
    assert_ne!(read(&workspace, CODE).into_bytes(), first[CODE]);
    assert_eq!(going("5.10", &none), (first.clone(), Vec::new()), "of a later exercise");
    assert_ne!(going("6.8", &first).0[CODE], first[CODE], "of an earlier one");
    let solved = Files::from([(CODE.to_owned(), b"solved".to_vec())]);
    assert!(!going("6.8", &solved).0.contains_key(CODE), "what the account at that place was made of");
    fs::write(workspace.root.join(CODE), "mine").expect("a file");
    let (laid_out, kept) = going("5.10", &none);
    assert!(!laid_out.contains_key(CODE) && kept == [CODE], "{kept:?}");
}

#[test]
fn a_folder_or_a_file_in_the_way_is_named() {
    let (_folder, workspace) = workspace();
    fs::create_dir_all(workspace.root.join(PAGE)).expect("a folder");
    assert_eq!(fate(&workspace, true), Fate::InTheWay("website/index.html is a folder, not a file".into()));
    fs::remove_dir_all(workspace.root.join("website")).expect("the folder");
    fs::write(workspace.root.join("website"), "").expect("a file");
    assert_eq!(fate(&workspace, true), Fate::InTheWay("website is a file, not a folder".into()));
}

#[test]
#[cfg(unix)]
fn nothing_is_written_through_a_link() {
    use std::os::unix::fs::symlink;
    let (folder, workspace) = workspace();
    let outside = folder.path().join("outside");
    fs::create_dir(&outside).expect("a folder");
    symlink(&outside, workspace.root.join("website")).expect("a link");
    assert_eq!(fate(&workspace, true), Fate::InTheWay("website is a symbolic link, not a folder".into()));
    fs::remove_file(workspace.root.join("website")).expect("the link");
    fs::create_dir(workspace.root.join("website")).expect("a folder");
    symlink(outside.join("page"), workspace.root.join(PAGE)).expect("a link");
    assert_eq!(fate(&workspace, true), Fate::InTheWay("website/index.html is a symbolic link, not a file".into()));
    assert_eq!(entries(&outside), 0);
}

fn entries(folder: &Path) -> usize {
    fs::read_dir(folder).expect("a folder").count()
}

//! The map at three stages of the book, and in each of its forms.

use jiff::Timestamp;

use super::*;
use crate::catalog::exercises;
use crate::progress::Progress;
use crate::workspace::Settings;

/// The map of an account that was brought to where an exercise is done.
fn after(exercise: Option<&str>) -> Map {
    let mut progress = Progress::default();
    let reached = exercise.and_then(|id| exercises().position(|one| one.id() == id));
    progress.go_away(1, reached.map_or(0, |at| at + 1), Timestamp::UNIX_EPOCH);
    Map::recorded(&Settings::example().learner(), &progress).expect("names are templates")
}

fn text(map: &Map, wanted: Option<u8>) -> String {
    let page = page(map, wanted, 80).into_iter().chain(legend(map, wanted, 80));
    let lines: Vec<String> = page.map(|line| line.trim_end().text()).collect();
    assert!(lines.iter().all(|line| crate::ui::width(line) <= 80), "{}", lines.join("\n"));
    if let Some((_, id)) = lines.join(" ").split_once("is made in exercise ") {
        let id = id.split(' ').next().expect("an exercise");
        let drawn = &lines[..lines.len() - 2];
        assert!(drawn.iter().any(|line| line.contains(&format!("({id}"))), "{id} is not on the page");
    }
    lines.join("\n")
}

#[test]
fn before_anything_is_built() {
    insta::assert_snapshot!(text(&after(None), None));
}

#[test]
fn at_the_end_of_chapter_6() {
    insta::assert_snapshot!(text(&after(Some("6.10")), None));
}

#[test]
fn at_the_end_of_the_book() {
    insta::assert_snapshot!(text(&after(exercises().last().map(|last| last.id()).as_deref()), None));
}

#[test]
fn one_chapter_is_drawn_although_nothing_of_it_is_there() {
    insta::assert_snapshot!(text(&after(Some("5.3")), Some(5)));
}

#[test]
fn a_picture_says_the_same_and_needs_nothing_else() {
    let mut map = after(Some("4.8"));
    map.seen[2].id = Some("Z<1>&".into());
    let picture = svg(&map, Some(4));
    for loaded in ["<script", "<link", "src=", "href=", "@import", "url(", "<1>"] {
        assert!(!picture.contains(loaded), "{loaded}");
    }
    for branch in tree(&map, 4) {
        assert!(picture.contains(branch.seen.node.noun), "{}", branch.seen.node.id);
    }
    assert!(html(&map, Some(4), "123456789012").contains(&picture));
    insta::assert_snapshot!(picture);
}

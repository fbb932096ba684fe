//! The table of the map, and the states that follow from a progress and from an account.

use jiff::Timestamp;

use super::table::WITHOUT_NODE;
use super::*;
use crate::workspace::Settings;

fn learner() -> Learner {
    Settings::example().learner()
}

#[test]
fn every_exercise_that_leaves_something_has_its_place_on_the_map_or_a_reason() {
    let is_drawn = |id: &str| NODES.iter().any(|node| node.exercises.contains(&id));
    let reason = |id: &str| WITHOUT_NODE.iter().find(|(without, _)| *without == id);
    for exercise in catalog::exercises() {
        let id = exercise.id();
        let wanted = !exercise.leaves.is_empty() && reason(&id).is_none();
        let joins = ARROWS.iter().any(|arrow| arrow.by == Some(id.as_str()));
        assert!(is_drawn(&id) || joins || !wanted, "{id} leaves something and is nowhere on the map");
        assert!(!is_drawn(&id) || reason(&id).is_none(), "{id} is on the map");
    }
}

#[test]
fn the_table_names_what_there_is() {
    let things = crate::left::things(&learner()).unwrap();
    for node in NODES {
        assert_eq!(NODES.iter().filter(|other| other.id == node.id).count(), 1, "{}", node.id);
        let known: Vec<_> = exercises(node).collect();
        assert_eq!(known.len(), node.exercises.len(), "{}", node.id);
        assert!(known.iter().all(|exercise| exercise.chapter == node.chapter), "{}", node.id);
        let Some((kind, name)) = node.thing else { continue };
        let name = fill(&learner(), name).unwrap();
        assert!(things.iter().any(|thing| (thing.kind, &thing.name) == (kind, &name)), "{}", node.id);
    }
    for arrow in ARROWS {
        assert!([arrow.from, arrow.to].iter().all(|id| NODES.iter().any(|node| node.id == *id)), "{}", arrow.from);
        assert!(arrow.by.is_none_or(|id| catalog::exercise(id).is_ok()), "{}", arrow.from);
    }
}

#[test]
fn everything_and_every_arrow_is_drawn_once() {
    let map = Map::recorded(&learner(), &Progress::default()).unwrap();
    let all: Vec<_> = chapters().into_iter().flat_map(|chapter| tree(&map, chapter)).collect();
    assert_eq!(all.iter().filter(|branch| branch.arrow.is_some()).count(), ARROWS.len());
    for node in NODES.iter().filter(|node| !node.exercises.is_empty()) {
        let here = all.iter().filter(|branch| branch.seen.node.id == node.id && branch.elsewhere.is_none());
        assert_eq!(here.count(), 1, "{}", node.id);
    }
}

#[test]
fn a_thing_is_as_the_exercises_that_make_it() {
    use NodeState::{Begun, Changed, NoAccess, NotYet, Removed, Stands, Unknown};
    let of = NodeState::of_all;
    assert_eq!(of(&[Stands, Stands]), Stands);
    assert_eq!(of(&[Stands, NotYet]), Begun);
    assert_eq!(of(&[NotYet, NotYet]), NotYet);
    assert_eq!(of(&[Stands, Changed]), Changed);
    assert_eq!(of(&[Changed, Unknown]), Unknown);
    assert_eq!(of(&[Stands, Removed]), Removed);
    assert_eq!(of(&[NoAccess]), NoAccess);
}

/// What a later exercise replaces is no part of the application any more.
#[test]
fn an_arrow_goes_when_a_later_exercise_replaces_it() {
    let arrow = |map: &Map, to: &str| {
        let at = ARROWS.iter().position(|arrow| (arrow.from, arrow.to) == ("get_chapters", to)).unwrap();
        map.joined[at]
    };
    let mut progress = Progress::default();
    let bring = |progress: &mut Progress, to: &str| {
        let at = catalog::exercises().position(|exercise| exercise.id() == to).unwrap();
        progress.go_away(1, at + 1, Timestamp::UNIX_EPOCH);
    };
    bring(&mut progress, "6.5");
    let map = Map::recorded(&learner(), &progress).unwrap();
    assert_eq!((arrow(&map, "data"), arrow(&map, "chapters")), (Some(true), Some(false)));
    bring(&mut progress, "6.8");
    let map = Map::recorded(&learner(), &progress).unwrap();
    assert_eq!((arrow(&map, "data"), arrow(&map, "chapters")), (None, Some(true)));
}

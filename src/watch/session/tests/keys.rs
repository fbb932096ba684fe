//! What each key does, on the state alone.

use msl_learn_checks::ClauseVerdict;

use super::doubles::*;
use crate::catalog::{self, Plan, Step};
use crate::progress::{Progress, StepState};
use crate::quiz::all_right;
use crate::ui::screen::{Input, Key, Size};
use crate::watch::session::{Event, Filter, Recorded, View};

fn after_check(id: &str, verdict: ClauseVerdict) -> World {
    let mut world = World::new(done_before(id));
    world.answer(vec![checked_as(id, verdict)]);
    world.wants();
    world
}

fn working_on(world: &World) -> String {
    world.session.exercise().map(|exercise| exercise.id()).unwrap_or_default()
}

#[test]
fn n_goes_on_only_when_it_is_done() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.press("n");
    assert_eq!((world.wants().as_str(), working_on(&world).as_str()), ("", "4.3"));
    assert!(world.session.notice.as_deref().is_some_and(|notice| notice.starts_with("Not done yet")));
    let done = checked_as("4.3", ClauseVerdict::Holds);
    world.press("r");
    world.answer(vec![done.clone()]);
    world.record(&done);
    world.wants();
    world.press("n");
    assert_eq!((world.wants().as_str(), working_on(&world).as_str()), ("enter 4.4, check 4.4", "4.4"));
}

#[test]
fn n_goes_past_what_was_skipped() {
    let mut progress = done_before("4.3");
    progress.skip(exercise("4.3"), at(0));
    let mut world = World::new(progress);
    assert_eq!(working_on(&world), "4.4");
    world.press("lgjjc");
    assert_eq!(working_on(&world), "4.3");
    assert_eq!(world.session.progress.state(exercise("4.3")), StepState::Skipped, "nothing was marked");
    world.press("n");
    assert_eq!(working_on(&world), "4.4");
}

#[test]
fn the_walkthrough_scrolls_within_its_bounds_and_is_searched() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.press("w");
    world.key(Key::Up);
    let top = |world: &World| match world.session.views.last() {
        Some(View::Reader(reader)) => reader.top,
        _ => panic!("no text is read"),
    };
    assert_eq!(top(&world), 0);
    world.press("G");
    let end = top(&world);
    world.press("jj");
    world.key(Key::PageDown);
    assert_eq!(top(&world), end);
    world.press("g/POLICY");
    world.key(Key::Enter);
    let first = top(&world);
    assert!(first > 0);
    world.press("n");
    let second = top(&world);
    assert!(second > first);
    world.press("N");
    assert_eq!(top(&world), first);
    world.key(Key::Esc);
    assert_eq!(world.session.views.len(), 1, "Esc gives up the search first");
    world.key(Key::Esc);
    assert!(world.session.views.is_empty());
}

#[test]
fn a_letter_that_is_typed_is_no_command() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.press("w/qa");
    world.key(Key::Backspace);
    assert_eq!(world.wants(), "");
    world.key(Key::Interrupt);
    assert_eq!(world.wants(), "quit 130");
}

#[test]
fn hints_count_and_end() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.press("hhhh");
    assert_eq!(world.wants(), "hint 4.3, hint 4.3, hint 4.3, hint 4.3");
    assert_eq!(world.session.progress.entry(exercise("4.3")).hints, 3);
    let Some(View::Reader(reader)) = world.session.views.last() else { panic!("no hint is read") };
    assert_eq!(reader.title, "4.3: hint 3 of 3");
}

#[test]
fn before_success_the_solution_is_shown_only_after_a_yes() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.press("sn");
    assert_eq!((world.wants().as_str(), world.session.views.len()), ("", 0));
    world.press("s");
    world.key(Key::Enter);
    assert_eq!((world.wants().as_str(), world.session.views.len()), ("", 0), "Enter is no yes");
    world.press("sy");
    assert_eq!(world.wants(), "solution 4.3");
    let mut done = after_check("4.3", ClauseVerdict::Holds);
    done.record(&checked_as("4.3", ClauseVerdict::Holds));
    done.press("s");
    assert_eq!(done.wants(), "solution 4.3");
}

#[test]
fn the_whole_solution_is_one_command_to_copy() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.press("sy");
    world.wants();
    world.press("y");
    let copied = world.wants();
    assert!(copied.starts_with("copy ") && copied.contains("aws s3"), "{copied}");
    assert!(!copied.contains("{{"), "the learner's names stand in it");
}

#[test]
fn a_command_of_the_walkthrough_is_chosen_and_copied() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.press("y2");
    world.key(Key::Enter);
    let copied = world.wants();
    assert!(copied.starts_with("copy ") && copied.contains("--bucket example.com"), "{copied}");
    assert!(world.session.views.is_empty());
}

#[test]
fn o_opens_the_console_page_of_the_first_clause_that_fails() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.press("o");
    assert_eq!(world.wants(), "open https://console.aws.amazon.com/s3/buckets/example.com");
    world.session.learner.practice = true;
    world.press("o");
    assert_eq!(world.wants(), "");
    assert!(world.session.notice.as_deref().is_some_and(|notice| notice.contains("has no console")));
}

#[test]
fn the_list_filters_searches_and_continues_without_marking() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    let progress = world.session.progress.clone();
    let shown = |world: &World| match world.session.views.last() {
        Some(View::List(list)) => (list.filter, list.chosen(&world.session.progress).map(|e| e.id())),
        _ => panic!("no list is shown"),
    };
    world.press("l");
    assert_eq!(shown(&world), (Filter::All, Some("4.3".into())));
    world.press("d");
    assert_eq!(shown(&world), (Filter::Done, Some("4.1".into())), "what is hidden is not chosen");
    world.press("p");
    assert_eq!(shown(&world), (Filter::Pending, Some("4.3".into())));
    world.press("p/certificate");
    world.key(Key::Enter);
    assert_eq!(shown(&world), (Filter::All, Some("4.6".into())));
    world.press("c");
    assert_eq!((world.wants().as_str(), working_on(&world).as_str()), ("enter 4.6, check 4.6", "4.6"));
    assert_eq!(world.session.progress, progress);
}

#[test]
fn the_wheel_moves_in_the_list() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.press("l");
    world.on(Event::Input(Input::Wheel(1)));
    world.key(Key::Enter);
    let Some(View::Reader(reader)) = world.session.views.last() else { panic!("no text is read") };
    assert!(reader.title.starts_with("4.4 "));
    world.key(Key::Esc);
    assert!(matches!(world.session.views.last(), Some(View::List(_))), "back to the list");
}

/// As in the pager of `msl-learn read`.
#[test]
fn q_leaves_a_text_and_not_the_program() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.wants();
    world.press("wq");
    assert!(world.session.views.is_empty() && world.wants().is_empty());
    world.press("w/q");
    assert!(matches!(world.session.views.last(), Some(View::Reader(_))), "it is searched for");
}

#[test]
fn leaving() {
    let mut world = World::new(Progress::default());
    world.wants();
    world.press("q");
    world.key(Key::Interrupt);
    world.key(Key::Stop);
    assert_eq!(world.wants(), "quit 0, quit 130, stop");
}

#[test]
fn a_resize_keeps_what_is_read_in_view() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.press("wG");
    world.on(Event::Input(Input::Resized(Size { columns: 40, rows: 10 })));
    world.on(Event::Input(Input::Resized(Size { columns: 120, rows: 40 })));
    let Some(View::Reader(reader)) = world.session.views.last() else { panic!("no text is read") };
    assert!(reader.top > 0 && reader.top + world.session.size.body() <= reader.lines.len());
}

#[test]
fn u_asks_the_quiz_of_the_chapter() {
    let mut world = after_check("4.3", ClauseVerdict::Fails);
    world.press("u");
    assert_eq!(world.wants(), "quiz 4");
}

/// A session that leads through all steps.
fn led() -> World {
    let mut world = World::of(Plan::All, Progress::default());
    assert_eq!(world.wants(), "", "no account is asked about a chapter to read");
    world
}

fn at_step(world: &World) -> String {
    world.session.step.map(Step::id).unwrap_or_default()
}

#[test]
fn n_opens_a_chapter_and_then_goes_on_from_it() {
    let mut world = led();
    assert_eq!(at_step(&world), "1");
    assert!(!world.session.may_go_on());
    world.press("n");
    assert!(matches!(world.session.views.last(), Some(View::Reader(_))));
    assert_eq!((world.wants().as_str(), at_step(&world).as_str()), ("shown 1", "1"));
    let mut other = World::of(Plan::All, world.session.progress.clone());
    world.key(Key::Esc);
    world.press("n");
    assert_eq!((world.wants().as_str(), at_step(&world).as_str()), ("read 1", "1.quiz"));
    other.press("wGn");
    assert_eq!((other.wants().as_str(), at_step(&other).as_str()), ("shown 1, read 1", "1.quiz"), "from the text");
    assert!(other.session.views.is_empty());
}

#[test]
fn w_opens_the_chapter_and_its_text_is_searched_like_any_other() {
    let mut world = led();
    world.press("w/cloud");
    world.key(Key::Enter);
    let Some(View::Reader(reader)) = world.session.views.last() else { panic!("no text is read") };
    assert!(reader.matches() > 1 && reader.title.starts_with("Chapter 1: "));
}

#[test]
fn a_quiz_is_asked_by_n_and_u_and_gone_past_by_x() {
    let mut world = led();
    world.press("x");
    assert_eq!((world.wants().as_str(), at_step(&world).as_str()), ("skipped 1", "1.quiz"));
    world.press("nu");
    assert_eq!((world.wants().as_str(), at_step(&world).as_str()), ("quiz 1, quiz 1", "1.quiz"));
    world.press("x");
    assert_eq!((world.wants().as_str(), at_step(&world).as_str()), ("skipped 1.quiz", "2"));
    assert!(world.session.notice.as_deref().is_some_and(|notice| notice.contains("skip 1.quiz --undo")));
}

#[test]
fn a_quiz_that_was_taken_lets_the_learner_go_on() {
    let mut world = led();
    world.press("x");
    let mut progress = world.session.progress.clone();
    let chapter = catalog::chapter(1).unwrap();
    progress.take_quiz(chapter, &all_right(chapter), at(1));
    world.on(Event::Recorded(Recorded { progress, news: None, added: Vec::new() }));
    world.wants();
    world.press("n");
    assert_eq!((world.wants().as_str(), at_step(&world).as_str()), ("", "2"));
}

#[test]
fn the_list_has_every_step_and_continues_at_any() {
    let mut world = led();
    world.press("ljj");
    world.press("c");
    assert_eq!(at_step(&world), "2");
    world.press("l/4.3");
    world.key(Key::Enter);
    world.press("c");
    assert_eq!((world.wants().as_str(), at_step(&world).as_str()), ("enter 4.3, check 4.3", "4.3"));
    world.press("lgj");
    world.key(Key::Enter);
    assert_eq!(world.wants(), "quiz 1");
}

#[test]
fn hints_and_solutions_belong_to_exercises_and_x_skips_none() {
    let mut world = led();
    world.press("h");
    world.press("s");
    world.press("o");
    world.press("y");
    world.press("r");
    assert_eq!((world.wants().as_str(), world.session.views.len()), ("", 0));
    let mut exercise = after_check("4.3", ClauseVerdict::Fails);
    exercise.press("x");
    assert_eq!((exercise.wants().as_str(), working_on(&exercise).as_str()), ("", "4.3"));
    assert!(exercise.session.notice.as_deref().is_some_and(|notice| notice.contains("`msl-learn skip 4.3`")));
}

#[test]
fn after_the_last_exercise_of_a_chapter_comes_its_quiz() {
    let mut progress = done_before("5.1");
    for number in 1..=3 {
        let chapter = catalog::chapter(number).unwrap();
        progress.finish_reading(chapter, at(0));
        progress.take_quiz(chapter, &all_right(chapter), at(0));
    }
    assert_eq!(at_step(&World::of(Plan::All, progress)), "4.quiz");
}

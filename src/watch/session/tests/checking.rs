//! When a session checks the account, and what it makes of the results.

use msl_learn_checks::{ClauseVerdict, Finding};

use super::doubles::*;
use crate::catalog::Plan;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::ui::screen::{Input, Key};
use crate::watch::session::{Event, Recorded};

fn throttled() -> Finding {
    Finding { reason: Some(reason("throttled")), ..finding("the bucket is there", ClauseVerdict::CannotTell) }
}

/// Answers the check under way with the same findings `count` times. Returns the seconds to each next check.
fn gaps(world: &mut World, count: usize, findings: &[Finding]) -> Vec<i64> {
    let mut gaps = Vec::new();
    for _ in 0..count {
        world.answer(vec![checked("4.1", findings.to_vec())]);
        world.wants();
        let before = world.now;
        while !world.wants().contains("check") {
            world.wait(1);
        }
        gaps.push(world.now - before);
    }
    gaps
}

#[test]
fn it_begins_with_a_check_of_the_current_exercise() {
    assert_eq!(World::new(Progress::default()).wants(), "enter 4.1, check 4.1");
    assert_eq!(World::new(done_before("4.3")).wants(), "enter 4.3, check 4.3");
}

/// Without a screen it works on the same exercise as with one, and no chapter stands in the way.
#[test]
fn unattended_it_goes_through_the_exercises_of_the_plan_in_its_order() {
    let first = |plan, progress| World::unattended(plan, progress).wants();
    assert_eq!(first(Plan::Build, Progress::default()), "enter 4.3, check 4.3");
    assert_eq!(World::of(Plan::Build, Progress::default()).wants(), "enter 4.3, check 4.3");
    assert_eq!(first(Plan::All, Progress::default()), "enter 4.1, check 4.1");
    let mut world = World::unattended(Plan::Build, Progress::default());
    world.wants();
    world.session.progress.skip(exercise("4.3"), at(0));
    world.on(Event::GoOn);
    assert!(world.wants().starts_with("enter 4.1"), "the chapter before it is only read");
}

#[test]
fn checks_become_rarer_while_nothing_moves() {
    let mut world = World::new(Progress::default());
    let fails = [finding("it is there", ClauseVerdict::Fails)];
    assert_eq!(gaps(&mut world, 7, &fails), [2, 5, 10, 20, 30, 30, 30]);
    let moved = [finding("it is there", ClauseVerdict::Holds), finding("it is right", ClauseVerdict::Fails)];
    assert_eq!(gaps(&mut world, 3, &moved), [2, 5, 10]);
}

#[test]
fn throttling_doubles_the_wait_up_to_five_minutes() {
    let mut world = World::new(Progress::default());
    assert_eq!(gaps(&mut world, 6, &[throttled()]), [30, 60, 120, 240, 300, 300]);
}

#[test]
fn keys_do_not_bring_a_throttled_check_forward_but_r_does() {
    let mut world = World::new(Progress::default());
    world.answer(vec![checked("4.1", vec![throttled()])]);
    world.wants();
    world.press("jk");
    world.wait(20);
    assert_eq!(world.wants(), "");
    world.press("r");
    assert_eq!(world.wants(), "check 4.1");
}

#[test]
fn what_is_not_ready_is_checked_when_its_clock_says() {
    let mut world = World::new(Progress::default());
    let waits = Finding {
        wait: Some(msl_learn_checks::Wait { usual_seconds: 300, longest_seconds: 1800, next_look_seconds: 45 }),
        ..finding("it is deployed", ClauseVerdict::NotReady)
    };
    assert_eq!(gaps(&mut world, 2, &[waits]), [45, 45]);
}

#[test]
fn without_credentials_a_new_sign_in_is_noticed_within_30_seconds() {
    let mut world = World::new(Progress::default());
    let blind = Finding { reason: Some(reason("credentials")), ..finding("it is there", ClauseVerdict::CannotTell) };
    assert_eq!(gaps(&mut world, 3, &[blind]), [30, 30, 30]);
}

#[test]
fn an_account_that_cannot_be_reached_is_tried_again() {
    let mut world = World::new(Progress::default());
    world.wants();
    world.on(Event::CheckFailed(Failure::environment("the practice account is not running")));
    world.wait(9);
    assert_eq!(world.wants(), "");
    world.wait(1);
    assert_eq!(world.wants(), "check 4.1");
    world.answer(vec![checked_as("4.1", ClauseVerdict::Fails)]);
    assert!(world.session.trouble.is_none());
}

#[test]
fn a_key_brings_the_next_check_forward_and_many_keys_not_more() {
    let mut world = World::new(Progress::default());
    let fails = [finding("it is there", ClauseVerdict::Fails)];
    gaps(&mut world, 4, &fails);
    world.answer(vec![checked("4.1", fails.to_vec())]);
    world.wait(6);
    world.wants();
    world.press("jjjj");
    world.wait(1);
    assert_eq!(world.wants(), "");
    world.wait(1);
    assert_eq!(world.wants(), "check 4.1");
    world.answer(vec![checked("4.1", fails.to_vec())]);
    world.wants();
    world.press("jjjj");
    world.wait(4);
    assert_eq!(world.wants(), "", "checks are five seconds apart");
    world.wait(1);
    assert_eq!(world.wants(), "check 4.1");
}

#[test]
fn nobody_is_polled_all_night() {
    let mut world = World::new(Progress::default());
    world.answer(vec![checked_as("4.1", ClauseVerdict::Fails)]);
    let mut checks = 0;
    for _ in 0..8 * 3600 {
        world.wait(1);
        if world.wants().contains("check") {
            checks += 1;
            world.answer(vec![checked_as("4.1", ClauseVerdict::Fails)]);
        }
    }
    assert!((50..70).contains(&checks), "half an hour's worth of checks, not {checks}");
    world.key(Key::Other);
    assert_eq!(world.wants(), "check 4.1");
}

#[test]
fn a_hidden_terminal_pauses_after_a_quarter_of_an_hour_only() {
    let mut world = World::new(Progress::default());
    let fails = [finding("it is there", ClauseVerdict::Fails)];
    world.on(Event::Input(Input::Unfocused));
    gaps(&mut world, 10, &fails);
    world.answer(vec![checked("4.1", fails.to_vec())]);
    world.now += 15 * 60;
    world.wants();
    world.on(Event::Tick);
    world.wait(60);
    assert_eq!(world.wants(), "");
    world.on(Event::Input(Input::Focused));
    assert_eq!(world.wants(), "check 4.1");
}

#[test]
fn after_the_program_was_stopped_it_checks_at_once() {
    let mut world = World::new(Progress::default());
    world.answer(vec![checked_as("4.1", ClauseVerdict::Fails)]);
    world.wants();
    world.on(Event::Continued);
    assert_eq!(world.wants(), "check 4.1");
}

#[test]
fn one_check_at_a_time() {
    let mut world = World::new(Progress::default());
    world.wants();
    world.press("rrra");
    world.wait(100);
    assert_eq!(world.wants(), "");
    world.answer(vec![checked_as("4.1", ClauseVerdict::Fails)]);
    assert_eq!(world.wants(), "record 4.1, check 4.1", "`a` has waited for its turn");
}

#[test]
fn a_regression_among_what_was_done_is_announced() {
    let mut world = World::new(done_before("4.3"));
    world.answer(vec![checked_as("4.3", ClauseVerdict::Fails)]);
    world.wants();
    world.press("a");
    assert_eq!(world.wants(), "check 4.1 4.2 4.3");
    let gone = checked_as("4.2", ClauseVerdict::Fails);
    let others = [checked_as("4.1", ClauseVerdict::Holds), checked_as("4.3", ClauseVerdict::Fails)];
    world.answer([others[0].clone(), gone.clone(), others[1].clone()].to_vec());
    assert_eq!(world.session.notice.as_deref(), Some("Checked 3: 1 done, open again: 4.2."));
    world.record(&gone);
    assert!(world.session.progress.entry(exercise("4.2")).is_open());
    assert_eq!(
        world.session.exercise().map(|exercise| exercise.id()).as_deref(),
        Some("4.3"),
        "work goes on where it was"
    );
}

#[test]
fn after_the_last_exercise_everything_is_checked_again_and_what_regressed_is_open() {
    let last = crate::catalog::exercises().last().unwrap().id();
    let mut world = World::new(done_before(&last));
    let done = checked_as(&last, ClauseVerdict::Holds);
    world.answer(vec![done.clone()]);
    world.wants();
    world.record(&done);
    assert!(world.wants().starts_with("check 4.1 4.2 4.3"), "everything");
    let gone = checked_as("4.2", ClauseVerdict::Fails);
    world.answer(vec![gone.clone()]);
    world.press("n");
    world.record(&gone);
    assert_eq!(world.session.exercise().map(|exercise| exercise.id()).as_deref(), Some("4.2"));
}

#[test]
fn another_exercise_is_checked_though_a_check_of_the_one_before_was_under_way() {
    let mut world = World::new(Progress::default());
    world.wants();
    world.press("ljc");
    assert_eq!(world.wants(), "enter 4.2");
    world.answer(vec![checked_as("4.1", ClauseVerdict::Fails)]);
    assert_eq!(world.wants(), "record 4.1, check 4.2");
}

/// Another terminal brings the practice account elsewhere, and back.
#[test]
fn it_goes_where_the_practice_account_is_brought() {
    let mut world = World::of(Plan::All, Progress::default());
    world.session.learner.practice = true;
    world.wants();
    world.wait(3);
    assert_eq!(world.wants(), "returned", "at a chapter nothing else is recorded");
    let mut away = Progress::default();
    let place = crate::catalog::exercises().position(|one| one.id() == "5.3").expect("an exercise");
    away.go_away(1, place, at(3));
    let recorded = |progress: &Progress| Recorded { progress: progress.clone(), news: None, added: Vec::new() };
    world.on(Event::Recorded(recorded(&away)));
    assert!(world.wants().starts_with("enter 5.3"));
    world.on(Event::Recorded(recorded(&away)));
    assert!(!world.wants().contains("enter"), "once");
    away.come_back(1);
    world.on(Event::Recorded(recorded(&away)));
    assert_eq!(world.session.step, away.step(Plan::All));
    assert!(world.session.notice.as_deref().is_some_and(|notice| notice.contains("brought here")));
}

//! Whole screens at several sizes, with names in the account that would like to be more than names.

mod sequences;

use msl_learn_checks::{ClauseVerdict, Finding};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::progress;
use crate::catalog::{CHAPTERS, Plan};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::ui::screen::{Input, Key, Size};
use crate::watch::session::Event;
use crate::watch::session::doubles::{World, checked, done_before, finding, reason};

const SIZES: [(u16, u16); 4] = [(40, 10), (60, 20), (80, 24), (120, 40)];

fn screen(world: &mut World, (columns, rows): (u16, u16)) -> String {
    world.on(Event::Input(Input::Resized(Size { columns, rows })));
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    let page = super::page(&world.session);
    terminal.draw(|frame| page.draw(frame.area(), frame.buffer_mut(), true)).unwrap();
    world.session.drawn(page.body.len());
    format!("{columns} columns, {rows} rows\n{}", terminal.backend())
}

/// The book grows; its bar and the pages of later chapters do not belong into these snapshots.
macro_rules! snapshot {
    ($pages:expr) => {
        insta::with_settings!({filters => vec![
            (r"book (\[[#-]+\] )?\d+/\d+ *", "BOOK "),
            (r"\d+ questions", "N questions"),
        ]}, {
            insta::assert_snapshot!($pages);
        });
    };
}

fn at_all_sizes(world: &mut World) -> String {
    SIZES.map(|size| screen(world, size)).join("\n")
}

fn hostile() -> Vec<Finding> {
    let bucket = "b".repeat(10_000);
    let names = ["\u{1b}[2J\u{1b}[31mred", "abc\u{202e}txt.exe", "バケット 漢字 👩\u{200d}💻", &bucket];
    let found = |name: &str| Finding {
        found: Some(name.to_owned()),
        ..finding("your account has the bucket", ClauseVerdict::Fails)
    };
    let mut findings: Vec<Finding> = names.into_iter().map(found).collect();
    findings.insert(0, finding("the bucket is in us-east-1", ClauseVerdict::Holds));
    findings
}

fn after_check(id: &str, findings: Vec<Finding>) -> World {
    let mut world = World::new(done_before(id));
    world.answer(vec![checked(id, findings)]);
    world.wait(1);
    world
}

#[test]
fn the_first_frame() {
    snapshot!(at_all_sizes(&mut World::new(done_before("4.3"))));
}

#[test]
fn hostile_names_are_shown_as_what_they_are() {
    let pages = at_all_sizes(&mut after_check("4.3", hostile()));
    assert!(!pages.contains(['\u{1b}', '\u{202e}', '\u{7}']));
    snapshot!(pages);
}

#[test]
fn done() {
    let mut world = after_check("4.3", vec![finding("website hosting is on", ClauseVerdict::Holds)]);
    snapshot!(at_all_sizes(&mut world));
}

#[test]
fn not_ready_yet() {
    let wait = msl_learn_checks::Wait { usual_seconds: 300, longest_seconds: 1800, next_look_seconds: 60 };
    let waits = Finding { wait: Some(wait), ..finding("the certificate is issued", ClauseVerdict::NotReady) };
    snapshot!(at_all_sizes(&mut after_check("4.6", vec![waits])));
}

#[test]
fn cannot_tell() {
    let blind = |clause| Finding { reason: Some(reason("credentials")), ..finding(clause, ClauseVerdict::CannotTell) };
    snapshot!(at_all_sizes(&mut after_check("4.3", vec![blind("the bucket is there"), blind("it is public")])));
}

#[test]
fn the_practice_account_does_not_run() {
    let mut world = World::new(done_before("4.3"));
    let failure = Failure::environment("the practice account is not running");
    world.on(Event::CheckFailed(failure.hint("Start it with `msl-learn practice start`.")));
    snapshot!(at_all_sizes(&mut world));
}

#[test]
fn paused() {
    let mut world = after_check("4.3", hostile());
    world.now += 31 * 60;
    world.on(Event::Tick);
    snapshot!(screen(&mut world, (60, 20)));
}

#[test]
fn the_walkthrough_with_a_search() {
    let mut world = after_check("4.3", hostile());
    world.press("w/bucket");
    world.key(Key::Enter);
    snapshot!([(40, 10), (80, 24)].map(|size| screen(&mut world, size)).join("\n"));
}

#[test]
fn code_that_is_wider_than_the_screen() {
    let mut world = after_check("4.3", hostile());
    world.press("sy");
    let start = screen(&mut world, (60, 20));
    world.key(Key::Right);
    snapshot!([start, screen(&mut world, (60, 20))].join("\n"));
}

#[test]
fn the_list_with_a_search() {
    let mut world = after_check("4.3", hostile());
    world.press("l/4.");
    world.key(Key::Enter);
    snapshot!([(40, 10), (80, 24)].map(|size| screen(&mut world, size)).join("\n"));
}

#[test]
fn hints_keys_choice_and_question() {
    let mut world = after_check("4.3", hostile());
    let pages = ["h", "?", "y", "s"].map(|key| {
        world.press(key);
        let page = screen(&mut world, (80, 24));
        world.key(Key::Esc);
        page
    });
    snapshot!(pages.join("\n"));
}

#[test]
fn a_terminal_that_is_too_small() {
    let mut world = after_check("4.3", hostile());
    snapshot!([(39, 10), (40, 9), (20, 3)].map(|size| screen(&mut world, size)).join("\n"));
}

#[test]
fn a_chapter_to_read_and_its_quiz() {
    let mut world = World::of(Plan::All, Progress::default());
    let reading = at_all_sizes(&mut world);
    world.press("x");
    let quiz = screen(&mut world, (60, 20));
    world.press("l");
    let list = screen(&mut world, (60, 20));
    snapshot!([reading, quiz, list].join("\n"));
}

/// The numbers at the end of the longest chapter and of the book are cut on no screen that is large enough.
#[test]
fn the_bars_of_the_whole_book_fit_on_the_smallest_screen() {
    for columns in [40, 60] {
        for chapter in CHAPTERS {
            let bars = progress::bars(Some(chapter), Plan::All, &done_before("the end"), columns);
            assert!(bars.len() <= columns && bars.contains("book "), "{bars}");
        }
    }
}

#[test]
fn the_mouse_is_caught_in_the_list_alone() {
    let mut world = after_check("4.3", hostile());
    let takes_wheel = |world: &World| super::page(&world.session).takes_wheel;
    assert!(!takes_wheel(&world));
    world.press("l");
    assert!(takes_wheel(&world));
    world.key(Key::Enter);
    assert!(!takes_wheel(&world));
}

#[test]
fn a_page_scrolls_to_its_end_and_not_beyond() {
    let mut world = after_check("4.3", hostile());
    let start = screen(&mut world, (40, 10));
    world.press("G");
    let end = screen(&mut world, (40, 10));
    assert_ne!(start, end);
    world.press("jj");
    assert_eq!(screen(&mut world, (40, 10)), end);
    world.press("k");
    assert_ne!(screen(&mut world, (40, 10)), end);
    world.press("g");
    assert_eq!(screen(&mut world, (40, 10)), start);
}

#[test]
fn the_end_of_a_chapter_shows_what_stands() {
    let world = World::of(Plan::All, done_before("5.1"));
    let built = super::chapter::built(4, &world.session, 60);
    let lines: Vec<String> = built.into_iter().map(|line| line.trim_end().text()).collect();
    snapshot!(lines.join("\n"));
}

//! Pages in a real browser: they bar nobody, at any size, and the board of a class can be used by keyboard while it changes.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Duration;

use serde_json::json;

use crate::harness::browser::{Browser, Viewport};
use crate::harness::process::{self, Output};
use crate::harness::workspace::Workspace;
use crate::harness::{aws, script};

/// A laptop, a telephone, the laptop with everything four times as large (WCAG 2.2, 1.4.10), and a projector.
const SIZES: [Viewport; 4] = [
    Viewport { width: 1280, height: 1024, scale: 1 },
    Viewport { width: 320, height: 640, scale: 2 },
    Viewport { width: 320, height: 256, scale: 4 },
    Viewport { width: 1920, height: 1080, scale: 1 },
];
const LAPTOP: Viewport = SIZES[0];
const LIMIT: Duration = Duration::from_secs(60);
/// How far the page reaches beyond the window, in pixels; nobody scrolls in two directions to read.
const BEYOND: &str = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
/// What has the focus, and whether that can be seen.
const FOCUS: &str = "(() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    const place = one.getBoundingClientRect();
    const seen = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none' && place.right > 0 && place.bottom > 0;
    return (one.id || one.className || one.localName) + (seen ? '' : ' (not seen)');
})()";

/// A class in chapter 4 whose learners are not all at the same exercise, in two sections.
struct Class {
    workspace: Workspace,
    folder: PathBuf,
    learners: Vec<String>,
}

impl Class {
    fn set_up(learners: usize) -> Self {
        let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
        let row = |number: usize| {
            let section = if number.is_multiple_of(2) { "A & B" } else { "late" };
            format!("Learner {number} <b>of</b> the evening class,{section}\n")
        };
        let rows: String = (1..=learners).map(row).collect();
        workspace.write("names.csv", format!("Name,Section\n{rows}").as_bytes());
        let made =
            workspace.run(&["class", "init", "class", "--from", "names.csv", "--name", "Evening", "--chapter", "4"]);
        assert_eq!(made.code, 0, "{made:#?}");
        let folder = workspace.path().join("class");
        let roster = fs::read_to_string(folder.join("roster.csv")).expect("a roster");
        let learners =
            roster.lines().skip(1).map(|row| row.split(',').nth(4).expect("a pseudonym").to_owned()).collect();
        let class = Self { workspace, folder, learners };
        (0..9).for_each(|at| class.sees(at, "4.3", "policy"));
        (9..14).for_each(|at| class.sees(at, "4.4", "record"));
        class.sees(14, "4.2", "zone");
        class
    }

    /// Something is seen of a learner: this clause fails.
    fn sees(&self, learner: usize, exercise: &str, clause: &str) {
        let at = format!("2026-11-30T{:02}:{:02}:00Z", 10 + learner / 60, learner % 60);
        let seen =
            json!({"id": exercise, "how": "practice", "verdict": "not_done", "held": 1, "of": 4, "failed": [clause]});
        let learner = &self.learners[learner];
        let line = json!({"schema": 1, "round": "hand-in", "at": at, "learner": learner, "exercises": [seen]});
        let file = self.folder.join("results.jsonl");
        let known = fs::read_to_string(&file).unwrap_or_default();
        fs::write(&file, format!("{known}{line}\n")).expect("a file of the class");
    }

    /// A hand-in comes in that is none.
    fn refuses(&self, file: &str) {
        fs::create_dir_all(self.folder.join("inbox")).expect("a folder");
        fs::write(self.folder.join("inbox").join(file), "{}").expect("a file");
        let inbox = self.folder.join("inbox");
        assert_eq!(self.run(&["collect", inbox.to_str().expect("a path")]).code, 1);
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let folder = self.folder.to_str().expect("a path");
        self.workspace.run(&[&["-C", folder, "class"], arguments].concat())
    }

    /// The board, and its address.
    fn board(&self) -> (Served, String) {
        let mut command = self.workspace.command(&["-C", self.folder.to_str().expect("a path"), "class", "board"]);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("the program");
        let mut address = String::new();
        BufReader::new(child.stdout.take().expect("a piped stream")).read_line(&mut address).expect("a line");
        (Served(child), address.trim().to_owned())
    }
}

/// A board that is served; it ends with this value.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn at(file: &Path) -> String {
    format!("file://{}", file.display())
}

/// Opens the page in each size, in light and in dark, with all of it unfolded.
fn bars_nobody(browser: &mut Browser, address: &str) {
    for (viewport, is_dark) in SIZES.into_iter().zip([false, true, false, true]) {
        browser.prefer(false, is_dark);
        browser.open(address, viewport);
        browser.value("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        assert_eq!(browser.barriers(), [""; 0], "{address} in {viewport:?}");
        assert_eq!(browser.value(BEYOND), 0, "{address} in {viewport:?}");
        keep_picture(browser, address, viewport);
    }
}

/// For a look at the pages: `MSL_PICTURES` names a folder.
fn keep_picture(browser: &mut Browser, address: &str, viewport: Viewport) {
    let Some(folder) = std::env::var_os("MSL_PICTURES") else { return };
    let page = address.trim_end_matches('/').rsplit('/').next().expect("a name");
    let page = match (address.starts_with("http"), address.contains('?')) {
        (true, true) => "board-page",
        (true, false) => "board",
        (false, _) => page,
    };
    let name = format!("{page}-{}x{}.png", viewport.width, viewport.height);
    fs::write(Path::new(&folder).join(name), browser.picture()).expect("a picture");
}

/// The board, live and as an export.
#[test]
fn the_board_bars_nobody_and_rows_stay_under_the_focus() {
    let Some(mut browser) = Browser::start(&[]) else { return };
    let class = Class::set_up(20);
    let export = class.folder.join("board.html");
    let exported = class.run(&["board", "--export", export.to_str().expect("a path")]);
    assert_eq!(exported.code, 0, "{exported:#?}");
    bars_nobody(&mut browser, &at(&export));
    let (_served, address) = class.board();
    bars_nobody(&mut browser, &address);

    browser.prefer(true, false);
    browser.open(&address, LAPTOP);
    assert_eq!(browser.value("document.getAnimations().length"), 0);
    assert_eq!(browser.value("document.querySelectorAll('[role=status]').length"), 1);
    let mut way = Vec::new();
    for _ in 0..10 {
        browser.press("Tab");
        way.push(browser.text(FOCUS));
    }
    let expected = ["skip", "pause", "section", "state", "filter"];
    assert_eq!(way[..5], expected);
    assert_eq!(way[5..], ["show-4.3-policy", "show-4.4-record", "show-4.2-zone", "show-sums", "wide-learners"]);
    keyboard(&mut browser, &class);
    pause(&mut browser, &class);
}

/// Rows stay where they are as long as somebody is in their table, and what is open stays open.
fn keyboard(browser: &mut Browser, class: &Class) {
    const ORDER: &str = "[...document.querySelectorAll('#hurdles tr')].map((row) => row.id).join(' ')";
    browser.value("document.getElementById('show-4.4-record').focus()");
    browser.press("Enter");
    browser.wait_until("document.getElementById('who-4.4-record').open");
    (15..20).for_each(|at| class.sees(at, "4.4", "record"));
    browser.wait_until("document.querySelector('[id=\"row-4.4-record\"] .count').textContent === '10'");
    assert_eq!(browser.text(ORDER), "row-4.3-policy row-4.4-record row-4.2-zone");
    assert_eq!(browser.text(FOCUS), "show-4.4-record");
    assert_eq!(browser.value("document.getElementById('who-4.4-record').open"), true);
    browser.value("document.getElementById('pause').focus()");
    browser.wait_until(&format!("{ORDER}.startsWith('row-4.4-record')"));
    browser.wait_until("document.getElementById('live').textContent.startsWith('Live. Changed at')");
}

/// What comes in while the page is paused is shown when it goes on.
fn pause(browser: &mut Browser, class: &Class) {
    const HELD: &str = "document.querySelector('[id=\"row-4.3-policy\"] .count').textContent";
    browser.press(" ");
    assert_eq!(browser.text("document.getElementById('pause').textContent"), "Go on");
    class.sees(15, "4.3", "policy");
    browser.wait_until("newest.indexOf('row-4.3-policy') < newest.indexOf('row-4.4-record')");
    assert_eq!(browser.text(HELD), "9");
    browser.press(" ");
    assert_eq!(browser.text(HELD), "10");
}

/// A class of 250: a page of its learners at a time, which stays what it is while something comes in; and a section of it.
#[test]
fn a_large_class_is_shown_page_by_page() {
    const WHICH: &str = "(document.getElementById('which')?.textContent ?? '')";
    const ROWS: &str = "document.querySelectorAll('#rows tr').length";
    let Some(mut browser) = Browser::start(&[]) else { return };
    let class = Class::set_up(250);
    class.refuses("jane_1.msl-class.json");
    let (_served, address) = class.board();
    bars_nobody(&mut browser, &format!("{address}?page=2"));

    browser.open(&address, LAPTOP);
    assert_eq!(browser.value(ROWS), 100);
    assert!(browser.text("document.getElementById('refused').nextElementSibling.innerText").contains("do not count"));
    browser.value("document.getElementById('page-2').focus()");
    browser.press("Enter");
    browser.wait_until(&format!("location.search === '?page=2' && {WHICH}.startsWith('101 to 200 of 250 learners')"));
    assert_eq!(browser.text("document.activeElement.id || document.querySelector(':target').id"), "learners");
    browser.value("document.getElementById('page-3').focus()");
    class.sees(200, "4.3", "policy");
    browser.wait_until("document.querySelector('[id=\"row-4.3-policy\"] .count').textContent === '10'");
    assert_eq!(browser.text(FOCUS), "page-3");
    assert!(browser.text(WHICH).starts_with("101 to 200 of 250 learners"), "the page that was asked for");
    browser.value("document.getElementById('pause').click()");
    browser.value("document.getElementById('page-3').click()");
    browser
        .wait_until(&format!("location.search === '?page=3' && document.readyState === 'complete' && {ROWS} === 50"));
    browser.wait_until("document.getElementById('pause').textContent === 'Go on'");

    browser.value("document.getElementById('section').value = 'A & B'");
    browser.value("document.getElementById('state').value = 'help'");
    browser.value("document.getElementById('filter').click()");
    browser.wait_until(&format!("location.search.includes('state=help') && {WHICH}.includes('in section A & B')"));
    let counts = browser.text("document.querySelector('#board p').textContent");
    assert!(counts.starts_with("125 learners in section A & B: "), "{counts}");
    assert_eq!(browser.text("document.getElementById('section').value"), "A & B");
}

/// A practice account at the end of chapter 6: its map, its review, the chapters as pages, and what the learner has built, as
/// `open` opens it. The learner's names lead to this machine in this browser alone.
#[test]
fn what_a_learner_opens_in_the_browser() {
    let Some(mut browser) = Browser::start(&[]) else { return };
    let practice = Practice::at_the_end_of_chapter_6();
    for (name, arguments) in
        [("map.html", &["map", "--format", "html"][..]), ("review.html", &["review", "--format", "html"])]
    {
        let file = practice.home.home().join(name);
        fs::write(&file, practice.run(arguments).stdout).expect("a file");
        bars_nobody(&mut browser, &at(&file));
    }
    let pages = practice.home.home().join("pages");
    let written = practice.run(&["read", "4", "--html", pages.to_str().expect("a path")]);
    assert_eq!(written.code, 0, "{written:#?}");
    bars_nobody(&mut browser, &at(&pages.join("ch04.html")));

    let site = practice.run(&["open", "site"]);
    let site = site.stdout.lines().next().expect("an address").trim().to_owned();
    browser.open(&site, LAPTOP);
    browser.value("document.querySelector('a[href=\"chapters.html\"]').click()");
    browser.wait_until("document.readyState === 'complete' && location.pathname === '/chapters.html'");
    browser.wait_until("document.querySelectorAll('#chapters li').length > 0");
    let page = browser.text("document.body.innerText");
    insta::assert_snapshot!(page);
    assert!(
        practice.object("chapters.html").contains("\"https://api.example.com\""),
        "the bucket has the learner's own page"
    );
}

/// A practice workspace with its account running.
struct Practice {
    home: Workspace,
}

impl Practice {
    fn at_the_end_of_chapter_6() -> Self {
        let home = Workspace::at("http://127.0.0.1:1", "000000000000");
        let made = home.run(&["practice", "--steps", "exercises", "class"]);
        assert_eq!(made.code, 0, "{made:#?}");
        let practice = Self { home };
        let arrived = practice.run(&["practice", "goto", "6.10", "--done"]);
        assert_eq!(arrived.code, 0, "{arrived:#?}");
        practice
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.home.run(&[&["-C", "class"], arguments].concat())
    }

    /// What is in the bucket of the website.
    fn object(&self, key: &str) -> String {
        let environment = self.run(&["practice", "env"]).stdout;
        let mut bash = script::bash(&self.home, &aws::plain());
        bash.args(["-c", &format!("{environment}\naws s3 cp s3://example.com/{key} -")]);
        let copied = process::run(bash, LIMIT);
        assert_eq!(copied.code, 0, "{copied:#?}");
        copied.stdout
    }
}

impl Drop for Practice {
    fn drop(&mut self) {
        let _ = self.run(&["practice", "stop"]);
    }
}

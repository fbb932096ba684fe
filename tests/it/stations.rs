//! The stations that ship with the program: what they are made of, how they are made, and that they can be restored.

use std::fs;
use std::path::{Path, PathBuf};

use flate2::Compression;
use jiff::Timestamp;
use msl_learn::{Files, Practice, Stations, StationsInProgress};

use crate::golden;
use crate::harness::catalog::{self, Exercise};
use crate::harness::kind::Kind;
use crate::harness::script;
use crate::harness::station::Station;
use crate::harness::tools::{self, MINISTACK, repository};
use crate::harness::verdict::Verdict;
use crate::harness::walk;
use crate::harness::workspace::{Names, Workspace};

/// The emulator of the practice account.
const KIND: Kind = Kind::MiniStack;

/// The most bytes that the program may hold of stations.
const ROOM: u64 = 5_000_000;

#[test]
fn stations_are_those_of_the_solutions() {
    let shipped = Stations::shipped();
    let of: Vec<_> = shipped.stations.iter().map(|station| &station.exercise).collect();
    assert_eq!(of, catalog::all().iter().map(|exercise| &exercise.slug).collect::<Vec<_>>(), "{STALE}");
    assert_eq!(shipped.made_of, made_of(), "{STALE}");
    let names = Names::of(KIND.account());
    assert_eq!((&*shipped.domain, &*shipped.region), (names.domain, names.region));
    let size = fs::metadata(place()).expect("it ships with the program").len();
    assert!(size <= ROOM, "{size} bytes");
}

const STALE: &str = "the stations are stale: make them again with `cargo run -p xtask -- stations`";

/// Where the walk ends depends on all of this, and on nothing else of the repository.
fn made_of() -> String {
    let parts = catalog::all().iter().flat_map(parts).chain([MINISTACK.pins().into_bytes()]);
    format!("{:016x}", tools::fingerprint(&parts.collect::<Vec<_>>()))
}

fn parts(exercise: &Exercise) -> Vec<Vec<u8>> {
    let read = |path: &Path| fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let about = [exercise.slug.clone().into_bytes(), exercise.about.needs.join(" ").into_bytes()];
    let files = exercise.starter_files().into_iter().flat_map(|(name, path)| [name.into_bytes(), read(&path)]);
    let solution = exercise.solution().map(|path| read(&path));
    about.into_iter().chain(solution).chain(files).collect()
}

/// A learner who comes to a station finds what the solutions make: all before is done, and nothing after it.
#[test]
fn a_restored_station_is_as_the_solutions_leave_it() {
    let home = Workspace::at("http://127.0.0.1:1", KIND.account());
    let practice = |action: &str| home.run(&["practice", action, "class"]);
    assert_eq!(home.run(&["practice", "--steps", "exercises", "class"]).code, 0);
    let stations = Stations::shipped();
    // Backwards, so that what is in the account has to go.
    for last in catalog::all().chunk_by(|one, next| one.chapter == next.chapter).filter_map(<[Exercise]>::last).rev() {
        let station = stations.after(&last.slug).unwrap_or_else(|| panic!("{STALE}"));
        let account = Practice::of(&home.path().join("class"));
        account.restore(&stations, station).unwrap_or_else(|failure| panic!("{failure}"));
        let started = practice("start");
        assert_eq!(started.code, 0);
        let status = practice("status").stdout;
        let endpoint = status.split_whitespace().find(|word| word.starts_with("http")).expect("it says where it runs");
        let workspace = Workspace::at(endpoint, KIND.account());
        script::put_starter_files(&workspace, last.so_far());
        stations.workspace(station).iter().for_each(|(path, content)| workspace.write(path, content));
        let wrong = wrong(&workspace, last.so_far().len());
        assert!(wrong.is_empty(), "restored after {}:\n{}", last.id, wrong.join("\n"));
        if last.id == catalog::all().last().expect("exercises").id {
            // Without npm's registry functions in Node.js have no SDK, and `practice start` says so.
            strangers_are_refused(endpoint);
            let has_sdk = !started.stderr.contains("modules of functions in Node.js");
            visitors_are_served(&home, has_sdk);
            checking_leaves_no_trace(&home);
        }
    }
    // Emptied, it shows nothing, and `open` says so.
    let reset = || home.run(&["practice", "reset", "--yes", "class"]);
    assert_eq!(practice("stop").code + reset().code + practice("start").code, 0);
    for what in ["site", "api"] {
        let opened = home.run(&["-C", "class", "open", what]);
        assert!(opened.code == 1 && opened.stderr.contains("Nothing answers as "), "{opened:#?}");
    }
    errors_of_visitors_are_told(&home);
    assert_eq!(practice("stop").code, 0);
}

/// `open` opens what a visitor would, and says which error that is.
fn errors_of_visitors_are_told(home: &Workspace) {
    let status = home.run(&["practice", "status", "class"]).stdout;
    let endpoint = status.split_whitespace().find(|word| word.starts_with("http")).expect("it says where it runs");
    let bucket =
        "aws s3 mb s3://{{ website_bucket }} && aws s3 website s3://{{ website_bucket }} --index-document home.html";
    assert_eq!(script::line(&Workspace::at(endpoint, KIND.account()), bucket).code, 0);
    let opened = home.run(&["-C", "class", "open", "site"]);
    let address = "http://example.com.s3-website-us-east-1.amazonaws.com.localhost:";
    assert!(opened.stdout.starts_with(address) && opened.code == 1, "{opened:#?}");
    assert!(opened.stderr.contains("A visitor gets 403 Forbidden"), "{opened:#?}");
}

/// The practice account plays what visitors meet: the site through the distribution, and the API through the function, which
/// reads the table as its role lets it.
fn visitors_are_served(home: &Workspace, has_sdk: bool) {
    let seen = home.run(&["-C", "class", "check", "4.8", "5.6", "6.8"]);
    let text = seen.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    let site =
        ["https://example.com/ answers with the page", "http://example.com/ sends visitors to https://example.com/"];
    let api = [
        "the stage's own address answers with the chapters",
        "https://api.example.com/chapters answers with the chapters",
    ];
    if !has_sdk {
        eprintln!("left out, without npm's registry: what the API answers");
    }
    for clause in site.iter().chain(api.iter().filter(|_| has_sdk)) {
        assert!(text.contains(&format!("holds {clause}")), "{clause}:\n{}", seen.stdout);
    }
    let opened = home.run(&["-C", "class", "open"]);
    assert!(opened.stdout.starts_with("http://example.com.localhost:"), "{opened:#?}");
}

/// What the account keeps is the same before and after a check of everything, byte by byte: what visitors would cause, such as
/// the log of a function, is caused in a copy.
fn checking_leaves_no_trace(home: &Workspace) {
    let kept = || -> Vec<_> {
        assert_eq!(home.run(&["practice", "stop", "class"]).code, 0, "it saves all that it has");
        let account = home.path().join("class/.msl-learn/practice");
        ["state", "s3"].into_iter().flat_map(|part| files(&account, part)).collect()
    };
    let before = kept();
    assert_eq!(home.run(&["practice", "start", "class"]).code, 0);
    let checked = home.run(&["-C", "class", "check", "--all"]);
    assert!(checked.stdout.contains("https://api.example.com/chapters answers"), "{checked:#?}");
    // Nothing has changed, and so nothing is saved for the copy again.
    let saved = || -> Vec<_> {
        let state = catalog::files(&home.path().join("class/.msl-learn/practice/state"));
        state.iter().map(|path| fs::metadata(path).and_then(|about| about.modified()).expect("a file")).collect()
    };
    let first = saved();
    assert!(home.run(&["-C", "class", "check", "5.12"]).stdout.contains("https://api.example.com/chapters answers"));
    assert_eq!(saved(), first, "files that were written");
    let after = kept();
    let changed = before.iter().zip(&after).filter(|(before, after)| before != after).map(|(before, _)| &before.0);
    assert_eq!((before.len(), changed.collect::<Vec<_>>()), (after.len(), vec![]), "files that changed");
}

/// The emulator looks at no signature, so a page of another website could ask it for anything; and a name that leads nowhere
/// shows nothing of the account.
fn strangers_are_refused(endpoint: &str) {
    // Nobody lists the buckets without a key.
    const KEY: &str = "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request";
    let port = endpoint.rsplit(':').next().expect("an endpoint has a port");
    let own = format!("http://example.com.localhost:{port}");
    for (host, origin, status) in [
        ("127.0.0.1", "", 200),
        ("127.0.0.1", &own, 200),
        ("127.0.0.1", "https://example.org", 403),
        ("127.0.0.1", "null", 403),
        ("nothing.localhost", "https://example.org", 403),
        ("example.org", "", 404),
        ("example.org.localhost", "", 404),
        ("example.com.localhost", "https://example.org", 200),
    ] {
        let request = ureq::get(endpoint).header("host", format!("{host}:{port}")).header("authorization", KEY);
        let request = if origin.is_empty() { request } else { request.header("origin", origin) };
        let answer = request.config().http_status_as_error(false).build().call().expect("an answer");
        assert_eq!(answer.status().as_u16(), status, "{host}, asked by a page of {origin:?}");
    }
    let page = |method: &str| {
        let request = ureq::http::Request::builder().method(method).uri(endpoint);
        let request = request.header("host", format!("example.com.localhost:{port}")).body(()).expect("a request");
        ureq::run(request).expect("the page").headers()["content-length"].to_str().expect("a number").to_owned()
    };
    assert_eq!(page("HEAD"), page("GET"), "the length of the page");
}

fn wrong(workspace: &Workspace, done: usize) -> Vec<String> {
    let seen = workspace.check(&["--all"]).exercises.into_iter().zip(catalog::all()).enumerate();
    // What is asked stands in the progress, and not in a station.
    let checked = seen.filter(|(_, (_, exercise))| !exercise.is_asked());
    let wrong = checked.filter(|(number, (seen, exercise))| match *number < done {
        true => !golden::fine_at_the_end(KIND, exercise, seen),
        false => seen.verdict == Verdict::Done && !exercise.is_met_by_default(),
    });
    wrong.map(|(_, (seen, _))| seen.to_string()).collect()
}

#[test]
#[ignore = "no test, but what makes the stations for `cargo run -p xtask -- stations`"]
fn make_stations() {
    let began = Timestamp::now();
    let walk = walk::of(KIND);
    assert!(walk.is_whole(), "MSL_IT_ONLY is set");
    assert_eq!(walk.wrong(), [""; 0]);
    let names = Names::of(KIND.account());
    let (domain, region) = (names.domain.into(), names.region.into());
    let (contents, stations) = (Vec::new(), Vec::new());
    let none = Stations { made_of: made_of(), domain, region, began, ended: began, contents, stations };
    let mut stations = StationsInProgress::after(none);
    for exercise in catalog::all() {
        let (account, made) = station(exercise, walk.after(exercise));
        stations.add(&exercise.slug, account, made, Timestamp::now());
    }
    stations.stations().write(&place(), Compression::best()).unwrap_or_else(|failure| panic!("{failure}"));
}

fn place() -> PathBuf {
    repository().join("src/practice/stations.json.gz")
}

/// The files of the account there, and what the solutions have made in the workspace.
fn station(exercise: &Exercise, station: &Station) -> (Files, Files) {
    let saved = station.account().save();
    let account = ["state", "s3"].into_iter().flat_map(|part| files(&saved, part)).collect();
    let workspace = station.workspace();
    let starter = script::starter_files(workspace, exercise.so_far());
    let is_made = |(name, content): &(String, Vec<u8>)| {
        !name.starts_with("msl-learn.toml") && !name.starts_with(".msl-learn/") && starter.get(name) != Some(content)
    };
    (account, files(&workspace.path(), "").into_iter().filter(is_made).collect())
}

/// The files below a part of a folder, with their paths in the folder.
fn files(folder: &Path, part: &str) -> Vec<(String, Vec<u8>)> {
    let named = |path: PathBuf| {
        let name = path.strip_prefix(folder).expect("a file of the folder").to_str().expect("a plain name").to_owned();
        (name, fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    };
    catalog::files(&folder.join(part)).into_iter().map(named).collect()
}

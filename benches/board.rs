//! Several accounts on one page: what the board of a class needs, made of the program's own parts.
//!
//! `board ENDPOINT EXERCISE KEY…` checks the exercise in the accounts with these access keys, all at once, and shows the
//! results until a key is pressed. `accounts serve` prints such an endpoint.

use std::time::Duration;

use futures_util::future::try_join_all;
use msl_learn::{AccountSpec, Check, Checked, EventLoop, Exercise, Failure, Progress, Result, Settings};
use msl_learn::{Color, Line, Meaning, Page, Screen, Span, exercise, findings};
use msl_learn_checks::{Access, PracticeAccess};

fn main() -> std::result::Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [endpoint, name, keys @ ..] = &arguments[..] else {
        return Err("expected `board ENDPOINT EXERCISE KEY…`".into());
    };
    let board = exercise(name).and_then(|exercise| {
        let checked =
            EventLoop::new()?.block_on(try_join_all(keys.iter().map(|key| check(exercise, endpoint, key))))?;
        show(&page(keys, &checked))
    });
    board.map_err(|failure| failure.to_string())
}

async fn check(exercise: &'static Exercise, endpoint: &str, key: &str) -> Result<Checked> {
    let learner = Settings::example().learner();
    let (region, account, partition) = (learner.region.clone(), learner.account.clone(), learner.partition.clone());
    let (access_key, secret_key) = (key.to_owned(), "secret".to_owned());
    let access = PracticeAccess { endpoint: endpoint.to_owned(), region, access_key, secret_key, has_visitors: false };
    let access = Access::Practice(access);
    let account = AccountSpec { access, account, partition }.reach().await?;
    let nothing_before = Progress::default();
    let check = Check { account: &account, learner: &learner, progress: &nothing_before, last_look: None };
    check.run(&[exercise]).await.pop().ok_or_else(|| Failure::environment("nothing was checked"))
}

fn page(keys: &[String], all: &[Checked]) -> Page {
    let of = |(key, checked): (&String, &Checked)| {
        let heading = Line::from(Span::new(key, Meaning::Strong));
        [vec![heading], findings(checked, 80), vec![Line::default()]].concat()
    };
    let title = Line::from(Span::new("The board", Meaning::Heading));
    Page { title, body: keys.iter().zip(all).flat_map(of).collect(), ..Page::default() }
}

fn show(page: &Page) -> Result<()> {
    let undrawn = |error: std::io::Error| Failure::environment(format!("the board cannot be drawn: {error}"));
    let mut screen = Screen::open(Color::Auto).map_err(undrawn)?;
    screen.draw(page).map_err(undrawn)?;
    while screen.inputs(Duration::from_secs(1)).map_err(undrawn)?.is_empty() {}
    Ok(())
}

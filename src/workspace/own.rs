//! Places in the book for names of the learner's own: their stations are made once, in the background.

use jiff::Timestamp;

use super::place::{Place, starters};
use super::{Settings, Workspace};
use crate::catalog::{self, Exercise, fill};
use crate::failure::{Failure, Result};
use crate::practice::{ACCOUNT, Practice, Stations, StationsInProgress};

/// Every name that a station may hold.
const NAMES: &str = "{{ domain }} {{ region }} {{ account }} {{ partition }} {{ website_bucket }} {{ data_bucket }} \
                     {{ api_domain }} {{ auth_domain }}";
/// How long a call of the `aws` CLI takes, and what else an exercise takes, in milliseconds; measured on two cores.
const CALL: usize = 900;
const EXERCISE: usize = 500;

/// How far the stations are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Making {
    /// After how many exercises there is one, and after how many the place asks for.
    pub made: usize,
    pub wanted: usize,
    /// The seconds that the rest takes, about.
    pub seconds: usize,
}

/// The stations for the names of the workspace, as far as they are made.
pub fn stations(workspace: &Workspace) -> Stations {
    let shipped = Stations::shipped();
    if has_names_of(workspace, &shipped) {
        return shipped;
    }
    let made_of = made_of(workspace, &shipped);
    let own = Practice::of(&workspace.root).own_stations(&made_of);
    own.unwrap_or_else(|| none(workspace, made_of))
}

/// Makes sure that the station of the place is being made, if it is not there.
///
/// # Errors
/// If it could not be made, or a program that solutions need is missing.
pub fn prepare(place: Place, workspace: &Workspace) -> Result<Option<Making>> {
    let Some(making) = making(place, workspace) else { return Ok(None) };
    let practice = Practice::of(&workspace.root);
    if !practice.makes_stations() {
        if let Some(trouble) = practice.take_trouble()? {
            return Err(Failure::environment(format!("the book cannot be walked with your names: {trouble}"))
                .hint("Run the command again to try it once more."));
        }
        practice.begin_stations(&workspace.settings.region)?;
    }
    Ok(Some(making))
}

/// How far they are made for that place; `None` if they are there.
fn making(place: Place, workspace: &Workspace) -> Option<Making> {
    let (made, wanted) = (stations(workspace).stations.len(), place.reached);
    let rest: Vec<&Exercise> = catalog::exercises().take(wanted).skip(made).collect();
    if rest.is_empty() {
        return None;
    }
    let calls: usize = rest.iter().map(|exercise| exercise.solution.matches("aws ").count()).sum();
    Some(Making { made, wanted, seconds: (calls * CALL + rest.len() * EXERCISE).div_ceil(1000) })
}

/// How far they are made while that goes on.
pub fn going_on(workspace: &Workspace) -> Option<Making> {
    let everything = Place { reached: catalog::exercises().count() };
    Practice::of(&workspace.root).makes_stations().then(|| making(everything, workspace)).flatten()
}

/// Makes them: walks through the book in an account of its own, and keeps a station after each exercise.
///
/// # Errors
/// If a file cannot be read or written. Why a solution fails is noted for whoever asks for the next station.
pub fn make(workspace: &Workspace) -> Result<()> {
    let practice = Practice::of(&workspace.root);
    let Some(_lock) = practice.lock_stations()? else { return Ok(()) };
    let walked = walk(workspace, &practice);
    practice.end_walk(walked.as_ref().err())
}

fn walk(workspace: &Workspace, practice: &Practice) -> Result<()> {
    let before = stations(workspace);
    // What an earlier walk has left may have other names.
    practice.end_walk(None)?;
    let account = Practice::of(&practice.walk());
    if let Some(last) = before.stations.last() {
        account.restore(&before, last)?;
        account.write_files(&before.workspace(last))?;
    }
    account.start(&mut |_| ())?;
    let reached = before.stations.len();
    let mut stations = StationsInProgress::after(before);
    for (number, exercise) in catalog::exercises().enumerate().skip(reached) {
        let given = starters(Place { reached: number + 1 }, workspace)?;
        account.write_files(&given)?;
        solve(exercise, workspace, &account)?;
        let (files, mut made) = account.read_files()?;
        made.retain(|path, content| given.get(path) != Some(content));
        stations.add(exercise.slug, files, made, Timestamp::now());
        practice.keep_stations(stations.stations())?;
    }
    Ok(())
}

fn solve(exercise: &Exercise, workspace: &Workspace, account: &Practice) -> Result<()> {
    if exercise.solution.is_empty() {
        return Ok(());
    }
    let script = fill(&workspace.learner(), exercise.solution)?;
    account.solve(&workspace.settings.region, &script).map_err(|failure| Failure {
        message: format!("the solution of {} failed:\n{}", exercise.heading(), failure.message),
        ..failure
    })
}

/// Names are in policies, archives and ids, so nothing but a new walk through the book would change them.
fn has_names_of(workspace: &Workspace, shipped: &Stations) -> bool {
    let default = Settings { region: shipped.region.clone(), ..Settings::new(&shipped.domain, ACCOUNT) };
    names(&workspace.settings) == names(&default)
}

fn names(settings: &Settings) -> String {
    settings.learner().fill(NAMES).unwrap_or_default()
}

fn made_of(workspace: &Workspace, shipped: &Stations) -> String {
    format!("{} with {}", shipped.made_of, names(&workspace.settings))
}

fn none(workspace: &Workspace, made_of: String) -> Stations {
    let (now, settings) = (Timestamp::now(), &workspace.settings);
    let (domain, region) = (settings.domain.clone(), settings.region.clone());
    Stations { made_of, domain, region, began: now, ended: now, contents: Vec::new(), stations: Vec::new() }
}

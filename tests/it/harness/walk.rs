//! The book from its beginning in one account, walked once per emulator, with a station kept before and after each exercise.

use std::sync::{Arc, LazyLock, Once, OnceLock};
use std::thread;
use std::time::Instant;

use crate::harness::catalog::{self, Exercise};
use crate::harness::crew;
use crate::harness::gaps;
use crate::harness::kind::Kind;
use crate::harness::station::{Station, Visit};
use crate::harness::step;

/// The way to the last of the chosen exercises. Tests go back to its stations while it is still walked.
pub struct Walk {
    kind: Kind,
    way: &'static [Exercise],
    begun: Once,
    /// The beginning, and the end of each exercise; a text when the walk broke before it.
    stops: Vec<OnceLock<Result<Stop, String>>>,
}

struct Stop {
    station: Arc<Station>,
    /// What was wrong on the way from the stop before.
    wrong: Vec<String>,
}

/// The walk in an emulator, begun by whoever asks first.
pub fn of(kind: Kind) -> &'static Walk {
    static WALKS: LazyLock<[Walk; 2]> = LazyLock::new(|| [Kind::MiniStack, Kind::Moto].map(Walk::new));
    let walk = WALKS.iter().find(|walk| walk.kind == kind).expect("a walk in each emulator");
    walk.begun.call_once(|| drop(thread::spawn(|| walk.go())));
    walk
}

impl Walk {
    fn new(kind: Kind) -> Self {
        let way = catalog::way();
        Self { kind, way, begun: Once::new(), stops: (0..=way.len()).map(|_| OnceLock::new()).collect() }
    }

    /// What the learner has before the exercise, with everything earlier done.
    pub fn before(&self, exercise: &Exercise) -> &Station {
        &self.stop(self.position(exercise)).station
    }

    pub fn after(&self, exercise: &Exercise) -> &Station {
        &self.stop(self.position(exercise) + 1).station
    }

    /// The end of the way, when everything is walked.
    pub fn end(&self) -> &Station {
        &self.stop(self.way.len()).station
    }

    /// Whether the way leads through the whole book.
    pub fn is_whole(&self) -> bool {
        self.way.len() == catalog::all().len()
    }

    /// What was wrong on the way, when everything is walked.
    pub fn wrong(&self) -> Vec<String> {
        (0..self.stops.len()).flat_map(|number| self.stop(number).wrong.clone()).collect()
    }

    /// The stop, waited for.
    fn stop(&self, number: usize) -> &Stop {
        self.stops[number].wait().as_ref().unwrap_or_else(|broken| panic!("the walk in {}: {broken}", self.kind))
    }

    fn position(&self, exercise: &Exercise) -> usize {
        self.way.iter().position(|other| other.slug == exercise.slug).expect("an exercise on the way")
    }

    fn go(&self) {
        let Err(broken) = crew::attempt(|| self.walk()) else { return };
        self.stops.iter().for_each(|stop| drop(stop.set(Err(broken.clone()))));
    }

    fn walk(&self) {
        let mut station = Arc::new(Visit::beginning(self.kind).keep());
        self.reach(0, &station, Vec::new());
        for (number, exercise) in (1..).zip(self.way) {
            if !gaps::is_reachable(self.kind, exercise) {
                eprintln!("{} {}: cannot be reached here", self.kind, exercise.id);
                self.reach(number, &station, Vec::new());
                continue;
            }
            let start = Instant::now();
            let visit = station.visit();
            let wrong = step::take(&visit, exercise, true);
            station = Arc::new(visit.keep());
            eprintln!("{} {} on the way: {:.2} s", self.kind, exercise.id, start.elapsed().as_secs_f64());
            self.reach(number, &station, wrong);
        }
    }

    fn reach(&self, number: usize, station: &Arc<Station>, wrong: Vec<String>) {
        let stop = Stop { station: Arc::clone(station), wrong };
        assert!(self.stops[number].set(Ok(stop)).is_ok(), "it is reached once");
    }
}

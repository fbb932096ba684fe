//! When to check again: soon while something moves, slower when nothing does, not at all if nobody is there.

use jiff::{SignedDuration, Timestamp};

/// Seconds to the next check, for each check in a row that found nothing new; the last one repeats.
const STEPS: [u32; 5] = [2, 5, 10, 20, 30];
/// The least seconds between checks that keys bring forward.
const CLOSEST: u32 = 5;
/// Seconds to the next check if nothing could be read.
const CANNOT_TELL: u32 = 30;
/// Seconds to the next check if the account could not even be reached.
const FAILED: u32 = 10;
/// Seconds to the next check if AWS asks for fewer requests; doubled each time, up to the longest.
const THROTTLED: u32 = 30;
const LONGEST_THROTTLED: u32 = 300;
/// Without a key for this long, nobody is there.
const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// Learners work in the browser, so a hidden terminal means nothing until it has been hidden for this long.
const HIDDEN: SignedDuration = SignedDuration::from_mins(15);

/// What a check says about when the next one is worthwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckOutcome {
    /// Different from the check before.
    Changed,
    Same,
    /// AWS is still working; the next check is worthwhile after so many seconds.
    Waiting(u32),
    Throttled,
    /// Nothing could be read, for another reason.
    CannotTell,
    /// The account could not even be reached.
    Failed,
}

/// Why no check is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    Idle,
    Hidden,
}

/// The clock of the checks.
#[derive(Debug)]
pub struct Pace {
    due: Timestamp,
    outcome: CheckOutcome,
    step: usize,
    throttled: u32,
    ended: Option<Timestamp>,
    touched: Timestamp,
    hidden: Option<Timestamp>,
}

impl Pace {
    /// The first check is due at once.
    pub fn new(now: Timestamp) -> Self {
        let outcome = CheckOutcome::Changed;
        Self { due: now, outcome, step: 0, throttled: THROTTLED, ended: None, touched: now, hidden: None }
    }

    /// Notes that somebody is there.
    pub fn touch(&mut self, now: Timestamp) {
        if self.pause(now).is_some() {
            self.due = now;
        }
        self.touched = now;
        if self.hidden.is_some() {
            self.hidden = Some(now);
        }
        if matches!(self.outcome, CheckOutcome::Changed | CheckOutcome::Same) {
            self.step = 0;
            let spaced = self.ended.map_or(now, |ended| later(ended, CLOSEST));
            self.due = self.due.min(later(now, STEPS[0]).max(spaced));
        }
    }

    pub fn hide(&mut self, now: Timestamp) {
        self.hidden.get_or_insert(now);
    }

    pub fn show(&mut self, now: Timestamp) {
        self.touch(now);
        self.hidden = None;
    }

    /// Makes the next check due now, whatever the last one said.
    pub fn hurry(&mut self, now: Timestamp) {
        self.due = now;
    }

    /// Notes that the program continues after a break.
    pub fn resume(&mut self, now: Timestamp) {
        self.touch(now);
        self.hurry(now);
    }

    /// Notes that a check has ended.
    pub fn ended(&mut self, now: Timestamp, outcome: CheckOutcome) {
        let seconds = self.seconds(outcome);
        (self.outcome, self.ended, self.due) = (outcome, Some(now), later(now, seconds));
    }

    fn seconds(&mut self, outcome: CheckOutcome) -> u32 {
        if outcome != CheckOutcome::Throttled {
            self.throttled = THROTTLED;
        }
        match outcome {
            CheckOutcome::Changed => {
                self.step = 0;
                STEPS[0]
            }
            CheckOutcome::Same => {
                self.step = (self.step + 1).min(STEPS.len() - 1);
                STEPS[self.step]
            }
            CheckOutcome::Waiting(seconds) => seconds,
            CheckOutcome::Throttled => {
                let seconds = self.throttled;
                self.throttled = (seconds * 2).min(LONGEST_THROTTLED);
                seconds
            }
            CheckOutcome::CannotTell => CANNOT_TELL,
            CheckOutcome::Failed => FAILED,
        }
    }

    pub fn is_due(&self, now: Timestamp) -> bool {
        self.pause(now).is_none() && now >= self.due
    }

    pub fn pause(&self, now: Timestamp) -> Option<Pause> {
        let since = |then| now.duration_since(then);
        if self.hidden.is_some_and(|hidden| since(hidden) >= HIDDEN) {
            return Some(Pause::Hidden);
        }
        (since(self.touched) >= IDLE).then_some(Pause::Idle)
    }

    /// The outcome of the last check.
    pub fn outcome(&self) -> CheckOutcome {
        self.outcome
    }

    /// When the last check ended.
    pub fn last(&self) -> Option<Timestamp> {
        self.ended
    }

    /// When the next check is due.
    pub fn due(&self) -> Timestamp {
        self.due
    }
}

fn later(time: Timestamp, seconds: u32) -> Timestamp {
    time.saturating_add(SignedDuration::from_secs(i64::from(seconds))).unwrap_or(Timestamp::MAX)
}

//! When to look again: soon while something moves, slower when nothing does, not at all when nobody is there.

use jiff::{SignedDuration, Timestamp};

/// Seconds to the next look, for each look in a row that found nothing new; the last goes on.
const STEPS: [u32; 5] = [2, 5, 10, 20, 30];
/// A key brings the next look forward, but looks are never closer than this, in seconds.
const CLOSEST: u32 = 5;
/// Seconds to the next look where nothing could be read.
const BLIND: u32 = 30;
/// Seconds to the next look where the account could not even be asked.
const TROUBLED: u32 = 10;
/// Seconds to the next look when AWS asks for patience; doubled each time, up to the longest.
const THROTTLED: u32 = 30;
const LONGEST_THROTTLED: u32 = 300;
/// Without a key for this long, nobody is there.
const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// Learners work in the browser, so a hidden terminal means nothing until it has been hidden for this long.
const HIDDEN: SignedDuration = SignedDuration::from_mins(15);

/// What a look has shown about when the next is worth its while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckOutcome {
    /// Other than at the look before.
    Changed,
    Same,
    /// AWS is still working; the next look is worth it after so many seconds.
    Waiting(u32),
    Throttled,
    /// Nothing could be read, for another reason.
    Blind,
    /// The account could not even be asked.
    Troubled,
}

/// Why no look is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    Idle,
    Hidden,
}

/// The clock of the looks.
#[derive(Debug)]
pub struct Pace {
    due: Timestamp,
    mood: CheckOutcome,
    step: usize,
    throttled: u32,
    ended: Option<Timestamp>,
    touched: Timestamp,
    hidden: Option<Timestamp>,
}

impl Pace {
    /// The first look is due at once.
    pub fn new(now: Timestamp) -> Self {
        Self {
            due: now,
            mood: CheckOutcome::Changed,
            step: 0,
            throttled: THROTTLED,
            ended: None,
            touched: now,
            hidden: None,
        }
    }

    /// Somebody is there.
    pub fn touch(&mut self, now: Timestamp) {
        if self.pause(now).is_some() {
            self.due = now;
        }
        self.touched = now;
        if self.hidden.is_some() {
            self.hidden = Some(now);
        }
        if matches!(self.mood, CheckOutcome::Changed | CheckOutcome::Same) {
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

    /// The next look is due now, whatever the last one has shown.
    pub fn hurry(&mut self, now: Timestamp) {
        self.due = now;
    }

    /// A look has ended.
    pub fn ended(&mut self, now: Timestamp, mood: CheckOutcome) {
        let seconds = self.seconds(mood);
        (self.mood, self.ended, self.due) = (mood, Some(now), later(now, seconds));
    }

    fn seconds(&mut self, mood: CheckOutcome) -> u32 {
        if mood != CheckOutcome::Throttled {
            self.throttled = THROTTLED;
        }
        match mood {
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
            CheckOutcome::Blind => BLIND,
            CheckOutcome::Troubled => TROUBLED,
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

    pub fn mood(&self) -> CheckOutcome {
        self.mood
    }

    pub fn last(&self) -> Option<Timestamp> {
        self.ended
    }

    pub fn due(&self) -> Timestamp {
        self.due
    }
}

fn later(time: Timestamp, seconds: u32) -> Timestamp {
    time.saturating_add(SignedDuration::from_secs(i64::from(seconds))).unwrap_or(Timestamp::MAX)
}

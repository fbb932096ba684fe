//! Schedule expressions of EventBridge, `rate(…)`, `cron(…)` and `at(…)`, and when they run (Amazon EventBridge User Guide,
//! "Cron and rate expressions"; EventBridge Scheduler User Guide, "Schedule types").

mod cron;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use self::cron::Cron;

/// When something runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// Again and again, with as much time between.
    Every(SignedDuration),
    Cron(Cron),
    /// Once, by the clock of the schedule's time zone.
    Once(DateTime),
}

impl Schedule {
    /// `None` for what is no schedule, and for forms that are not read here.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, rest) = text.trim().split_once('(')?;
        let inner = rest.strip_suffix(')')?.trim();
        match kind {
            "rate" => rate(inner).map(Self::Every),
            "cron" => Cron::parse(inner).map(Self::Cron),
            "at" => inner.parse().ok().map(Self::Once),
            _ => None,
        }
    }

    /// The first run after a moment. What runs at a rate is counted from `since`; if nobody knows it, the run is a whole
    /// interval after the moment, at the latest.
    pub fn next(&self, after: Timestamp, since: Option<Timestamp>, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::Every(interval) => counted(after, since.unwrap_or(after), *interval),
            Self::Cron(cron) => cron.next(after, zone),
            Self::Once(at) => at.to_zoned(zone.clone()).ok().map(|at| at.timestamp()).filter(|at| *at > after),
        }
    }
}

/// The first moment after `after` that is a number of whole intervals after `since`, or the end of the first interval.
fn counted(after: Timestamp, since: Timestamp, interval: SignedDuration) -> Option<Timestamp> {
    let passed = after.as_second().saturating_sub(since.as_second()).max(0);
    let whole = passed.checked_div(interval.as_secs())?.checked_add(1)?;
    let until = interval.as_secs().checked_mul(whole)?;
    since.checked_add(SignedDuration::from_secs(until)).ok()
}

/// A positive number and a unit, such as `1 day` or `12 hours`.
fn rate(text: &str) -> Option<SignedDuration> {
    let (value, unit) = text.split_once(char::is_whitespace)?;
    let value: u32 = value.parse().ok().filter(|value| *value > 0)?;
    let seconds: i64 = match unit.trim().strip_suffix('s').unwrap_or(unit.trim()) {
        "minute" => 60,
        "hour" => 60 * 60,
        "day" => 24 * 60 * 60,
        _ => return None,
    };
    Some(SignedDuration::from_secs(seconds * i64::from(value)))
}

/// The time zone of that name, if this machine knows it.
pub fn zone(name: &str) -> Option<TimeZone> {
    if name == UTC { Some(TimeZone::UTC) } else { TimeZone::get(name).ok() }
}

/// The time zone of rules, and of schedules that name none.
pub const UTC: &str = "UTC";

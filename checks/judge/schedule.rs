//! Judgements of what starts a function by the clock: a rule of EventBridge or a schedule of EventBridge Scheduler.

pub mod invoker;
pub mod written;

use std::fmt;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::documents::schedule::{Schedule, UTC, zone};
use crate::judge::schedule::invoker::Invoker;
use crate::judgement::Judgement;
use crate::services::eventbridge::{Rule, RuleTarget};
use crate::services::scheduler;

/// The longest pause that needs no word: a day, which has 25 hours when clocks go back.
const A_DAY: SignedDuration = SignedDuration::from_hours(25);

/// The longest pause in which anybody still waits for a run: a year.
const A_YEAR: SignedDuration = SignedDuration::from_hours(366 * 24);

/// What starts a function by the clock.
#[derive(Clone, Debug)]
pub struct Trigger {
    /// Such as `the rule daily`.
    pub what: String,
    pub by: Invoker,
    pub is_enabled: bool,
    /// Such as `rate(1 day)`.
    pub expression: String,
    /// In which the expression is read.
    pub zone: String,
    pub starts: Option<Timestamp>,
    pub ends: Option<Timestamp>,
    pub created: Option<Timestamp>,
}

impl fmt::Display for Trigger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

/// The run after a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    At(Timestamp),
    /// There is none, for this reason.
    Never(&'static str),
    /// The expression is not read here.
    Unread,
}

impl Trigger {
    /// None for a rule that waits for events.
    pub fn of_rule(rule: &Rule, target: &RuleTarget) -> Option<Self> {
        Some(Self {
            what: format!("the rule {}", rule.name),
            by: Invoker::of_rule(&rule.arn, target),
            is_enabled: rule.is_enabled,
            expression: rule.expression.clone()?,
            zone: UTC.to_owned(),
            starts: None,
            ends: None,
            created: None,
        })
    }

    /// Scheduler says for which group it asks, and not for which schedule (EventBridge Scheduler User Guide, "Confused
    /// deputy prevention in EventBridge Scheduler").
    pub fn of_schedule(schedule: scheduler::Schedule) -> Self {
        let moment = |seconds: Option<i64>| seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
        let place = schedule.arn.split(":schedule/").next().unwrap_or_default();
        Self {
            what: format!("the schedule {}", schedule.name),
            by: Invoker {
                service: "scheduler.amazonaws.com",
                source: format!("{place}:schedule-group/{}", schedule.group),
                invoked: schedule.invoked,
                role: Some(schedule.role),
            },
            is_enabled: schedule.is_enabled,
            expression: schedule.expression,
            zone: schedule.zone.unwrap_or_else(|| UTC.to_owned()),
            starts: moment(schedule.starts),
            ends: moment(schedule.ends),
            created: moment(schedule.created),
        }
    }

    /// The first run after `now`. A time zone that this machine does not know is taken for UTC, which moves a run by some
    /// hours.
    pub fn next(&self, now: Timestamp) -> Next {
        let Some(schedule) = Schedule::parse(&self.expression) else { return Next::Unread };
        let zone = zone(&self.zone).unwrap_or(TimeZone::UTC);
        if let Schedule::Once(_) = schedule {
            let next = schedule.next(now, None, &zone);
            return next.map_or(Next::Never("its one time has passed"), Next::At);
        }
        let next = match (self.starts.filter(|starts| *starts > now), &schedule) {
            (Some(starts), Schedule::Every(_)) => Some(starts),
            (Some(starts), _) => schedule.next(starts - SignedDuration::from_secs(1), None, &zone),
            (None, _) => schedule.next(now, self.starts.or(self.created), &zone),
        };
        match (next, self.ends) {
            (None, _) => Next::Never("no time that it names is still to come"),
            (Some(next), Some(ends)) if next > ends => Next::Never("its end date comes before that"),
            (Some(next), _) => Next::At(next),
        }
    }

    /// A moment by the clock of its time zone.
    pub fn by_its_clock(&self, moment: Timestamp) -> String {
        let zone = zone(&self.zone).unwrap_or(TimeZone::UTC);
        format!("{} in {}", zone.to_datetime(moment).strftime("%Y-%m-%d %H:%M"), self.zone)
    }
}

/// It is switched on.
pub fn enabled(trigger: &Trigger) -> Judgement {
    match trigger.is_enabled {
        true => Judgement::holds("enabled"),
        false => Judgement::fails("enabled", format!("{trigger} is disabled")),
    }
}

/// It runs again and again, the next time at the latest in a day.
pub fn next_run(trigger: &Trigger, now: Timestamp) -> Judgement {
    let said = format!("{} in {}", trigger.expression, trigger.zone);
    let next = match trigger.next(now) {
        Next::Unread => {
            return Judgement::skips(format!(
                "not told from {said}, which is not read here: what it leaves shows whether it runs"
            ));
        }
        Next::Never(why) => return Judgement::fails("a run that is still to come", format!("{said}: {why}")),
        Next::At(next) => next,
    };
    let at = trigger.by_its_clock(next);
    if next.duration_since(now) > A_YEAR {
        return Judgement::fails("a run within a year", format!("{said}: the next run is on {at}"));
    }
    if let Some(Schedule::Once(_)) = Schedule::parse(&trigger.expression) {
        return Judgement::fails("runs that recur", format!("{said}: it runs once, on {at}, and never again"));
    }
    let holds = Judgement::holds(said);
    match next.duration_since(now) > A_DAY {
        true => holds.advising(format!(
            "The next run is on {at}, in more than a day. Nothing happens until then: rate(1 day) is soon enough."
        )),
        false => holds,
    }
}

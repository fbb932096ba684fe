//! When the backups of a plan are made, and where they are kept.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::documents::schedule::{Schedule, UTC, zone};
use crate::judgement::Judgement;
use crate::services::backup::{Plan, PlanRule};

/// A rule without a schedule runs then (AWS Backup API Reference, "BackupRule").
const OF_AWS: &str = "cron(0 5 ? * * *)";

/// Between two runs of a daily rule, where clocks are put back in between, and a little more.
const LONGEST: SignedDuration = SignedDuration::from_hours(26);
/// How far runs are checked: by then, a rule of a week or of work days has left a day out.
const AHEAD: SignedDuration = SignedDuration::from_hours(8 * 24);

impl PlanRule {
    fn when(&self) -> String {
        match &self.schedule {
            None => "daily at 05:00 UTC".into(),
            Some(expression) => format!("{expression} {}", self.time_zone.as_deref().unwrap_or(UTC)),
        }
    }

    /// Whether it never runs again. What is not understood here may run.
    fn is_over(&self, now: Timestamp) -> bool {
        self.runs(now).is_some_and(|mut runs| runs.next().is_none())
    }

    /// Its runs after a moment, as far as its schedule is understood.
    fn runs(&self, now: Timestamp) -> Option<impl Iterator<Item = Timestamp>> {
        let schedule = Schedule::parse(self.schedule.as_deref().unwrap_or(OF_AWS))?;
        let zone = zone(self.time_zone.as_deref().unwrap_or(UTC))?;
        let mut last = now;
        Some(std::iter::from_fn(move || {
            last = schedule.next(last, None, &zone)?;
            Some(last)
        }))
    }
}

/// Whether a day passes on which none of the rules runs. What is not understood here may run each day.
fn leave_days_out(rules: &[&PlanRule], now: Timestamp) -> bool {
    let Some(each) = rules.iter().map(|rule| rule.runs(now)).collect::<Option<Vec<_>>>() else { return false };
    let is_near = |run: &Timestamp| run.duration_since(now) <= AHEAD + LONGEST;
    let mut runs: Vec<Timestamp> = each.into_iter().flat_map(|runs| runs.take_while(is_near)).collect();
    runs.sort_unstable();
    let mut last = now;
    // Early on one day and late on the next one is each day, too.
    let date = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
    for run in runs {
        let is_next_day = date(last).tomorrow().is_ok_and(|next| date(run) <= next);
        if run.duration_since(last) > LONGEST && !is_next_day {
            return true;
        }
        if run.duration_since(now) > AHEAD {
            return false;
        }
        last = run;
    }
    true
}

/// The plan has a rule that will run each day, and a vault for what it makes.
pub fn backs_up(plan: &Plan, vaults: &[String], now: Timestamp) -> Judgement {
    let judged = plan.rules.iter().map(|rule| one(rule, vaults, now));
    let best = judged.reduce(|best, other| if best.does_hold() { best } else { other });
    let best = best.unwrap_or_else(|| Judgement::absent("a rule", "no rule"));
    let best = if best.does_hold() { best } else { together(plan, vaults, now).unwrap_or(best) };
    best.of(&plan.name)
}

/// Rules of which none runs each day, such as one for work days and one for weekends, if they do so together.
fn together(plan: &Plan, vaults: &[String], now: Timestamp) -> Option<Judgement> {
    let able = plan.rules.iter().filter(|rule| vaults.contains(&rule.vault) && !rule.is_over(now));
    let able: Vec<&PlanRule> = able.collect();
    if able.len() < 2 || leave_days_out(&able, now) {
        return None;
    }
    let each: Vec<String> = able.iter().map(|rule| format!("{}, {}", rule.name, rule.when())).collect();
    let holds = Judgement::holds(format!("the rules {}", each.join(", and ")));
    let is_kept = able.iter().any(|rule| rule.delete_after_days.is_none());
    Some(if is_kept { holds.advising(KEPT) } else { holds })
}

const KEPT: &str = "The backups of this rule are kept forever, and each costs money as long as it is there. Edit the rule, and set a \
                    retention period, such as 7 days.";

fn one(rule: &PlanRule, vaults: &[String], now: Timestamp) -> Judgement {
    let (name, vault, when) = (&rule.name, &rule.vault, rule.when());
    let found = format!("the rule {name}, {when}, into the vault {vault}");
    if !vaults.contains(vault) {
        return Judgement::fails("a rule with a vault that is there", format!("{found}, which is not there")).advising(
            format!(
                "Under Vaults, create a backup vault named {vault}, or edit the rule and choose one that is there."
            ),
        );
    }
    if rule.is_over(now) {
        return Judgement::fails("a rule that runs again", format!("{found}, which never comes again"))
            .advising("Edit the rule, and choose the backup frequency Daily.");
    }
    if leave_days_out(&[rule], now) {
        return Judgement::fails("a rule that runs each day", format!("{found}, which leaves days out")).advising(
            "Edit the rule, and choose the backup frequency Daily: what was written since the last backup is lost.",
        );
    }
    let holds = Judgement::holds(found);
    match rule.delete_after_days {
        Some(_) => holds,
        None => holds.advising(KEPT),
    }
}

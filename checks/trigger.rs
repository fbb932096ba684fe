//! What starts a function by the clock, wherever it was made, and whether it may invoke the function.

use futures_util::future::try_join_all;
use jiff::Timestamp;

use crate::judge::lambda::function::throttled;
use crate::judge::schedule::invoker::{self, Invoker};
use crate::judge::schedule::{Next, Trigger};
use crate::permission::role_of;
use crate::services::eventbridge::Rule;
use crate::services::lambda::{Function, is_of};
use crate::verifier::prelude::*;

/// What starts the function, or what comes next to it.
pub async fn of(aws: &Aws, you: &Learner, function: &Function, now: Timestamp) -> Read<Found<Trigger>> {
    if let Some(trigger) = here(aws, you, function, now).await? {
        return Ok(Found::Here(trigger));
    }
    let (schedule, rule) = join!(aws.schedule_near(you, &function.name), aws.rule_near(you, &function.name));
    Ok(Found::Missing(schedule.or(rule)))
}

/// What starts the function; of several, the first that is enabled, will run and may invoke it.
pub async fn here(aws: &Aws, you: &Learner, function: &Function, now: Timestamp) -> Read<Option<Trigger>> {
    let (rules, schedules) = join!(rules_of(aws, you, function), aws.schedules_of(you, &function.arn));
    let mut all = rules?;
    all.extend(schedules?.into_iter().map(Trigger::of_schedule));
    let runs = |trigger: &Trigger| trigger.is_enabled && matches!(trigger.next(now), Next::At(_));
    let able: Vec<usize> =
        all.iter().enumerate().filter(|(_, trigger)| runs(trigger)).map(|(place, _)| place).collect();
    let mut best = able.first().copied().unwrap_or_default();
    if able.len() > 1 {
        for place in able {
            if may_invoke(aws, you, function, &all[place].by).await.is_ok_and(|may| may.does_hold()) {
                best = place;
                break;
            }
        }
    }
    Ok(all.into_iter().nth(best))
}

/// Rules lead to exactly one ARN: the function's own, or that of an alias.
async fn rules_of(aws: &Aws, you: &Learner, function: &Function) -> Read<Vec<Trigger>> {
    let own = triggers(&aws.rules_to(you, &function.arn).await?, function);
    if !own.is_empty() {
        return Ok(own);
    }
    let aliases = aws.aliases(function).await?;
    let rules = try_join_all(aliases.iter().map(|alias| aws.rules_to(you, alias))).await?;
    Ok(rules.iter().flat_map(|rules| triggers(rules, function)).collect())
}

fn triggers(rules: &[Rule], function: &Function) -> Vec<Trigger> {
    let targets = rules.iter().flat_map(|rule| rule.targets.iter().map(move |target| (rule, target)));
    let fitting = targets.filter(|(_, target)| is_of(&target.arn, &function.arn));
    fitting.filter_map(|(rule, target)| Trigger::of_rule(rule, target)).collect()
}

/// Whether it may invoke the function. A rule may do so by the function's policy as well as with a role.
pub async fn may_invoke(aws: &Aws, you: &Learner, function: &Function, by: &Invoker) -> Read<Judgement> {
    let by_policy = || async {
        let of_function = if by.invoked == function.arn { None } else { Some(function.arn.as_str()) };
        let policy = aws.function_policy(function, &by.invoked).await?;
        let of_function = match of_function {
            Some(arn) => aws.function_policy(function, arn).await?,
            None => None,
        };
        Ok(invoker::policy_lets(by, you, policy.as_ref(), of_function.as_ref()))
    };
    let may = match &by.role {
        None => by_policy().await?,
        Some(role) => {
            let may = by_role(aws, you, by, role).await?;
            match may.does_fail() && by.service.starts_with("events.") && by_policy().await?.does_hold() {
                true => Judgement::skips(
                    "not told: the rule names a role that may not invoke the function, and the function's policy lets the rule in. \
                     The file shows which of the two AWS goes by; remove the role from the target",
                ),
                false => may,
            }
        }
    };
    Ok(may.but(throttled(function)))
}

async fn by_role(aws: &Aws, you: &Learner, by: &Invoker, role: &str) -> Read<Judgement> {
    match role_of(aws, you, role, &format!("a role that {} may take on", by.service)).await? {
        Ok((role, permissions)) => invoker::role_invokes(by, you, &role, &permissions),
        Err(wrong) => Ok(wrong),
    }
}

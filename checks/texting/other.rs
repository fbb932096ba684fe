//! What else may call a function of the learner's own: a rule, a schedule, a stream or a queue, or whatever its policy lets in.

use futures_util::join;

use crate::documents::policy::{Effect, Policy, Statement};
use crate::judge::schedule::Trigger;
use crate::judge::schedule::invoker::Invoker;
use crate::services::eventbridge::Rule;
use crate::services::lambda::Function;
use crate::trigger;
use crate::verifier::prelude::*;

const ACTION: &str = "lambda:InvokeFunction";
const BY_ADDRESS: &str = "lambda:InvokeFunctionUrl";

/// What calls the function beside the API and topics, and whether that may.
pub async fn calls(aws: &Aws, you: &Learner, function: &Function) -> Read<[Judgement; 2]> {
    let (rules, schedules, sources, policy) = join!(
        aws.rules_to(you, &function.arn),
        aws.schedules_of(you, &function.arn),
        aws.event_sources(you, function),
        aws.function_policy(function, &function.arn),
    );
    let mut all: Vec<(String, bool, Invoker)> = rules?.iter().flat_map(|rule| of_rule(rule, function)).collect();
    let schedules = schedules?.into_iter().map(Trigger::of_schedule);
    all.extend(schedules.map(|schedule| (schedule.what, schedule.is_enabled, schedule.by)));
    all.sort_by_key(|(_, is_enabled, _)| !is_enabled);
    if let Some((what, is_enabled, by)) = all.into_iter().next() {
        let called = match is_enabled {
            true => Judgement::holds(what),
            false => Judgement::fails("something that calls it", format!("{what}, which is disabled"))
                .advising("Enable it: until then nothing calls the function."),
        };
        return Ok([called, trigger::may_invoke(aws, you, function, &by).await?]);
    }
    if let Some(source) = sources?.into_iter().next() {
        let called = match source.state.as_str() {
            "Disabled" | "Disabling" => {
                Judgement::fails("something that calls it", format!("{}, which is disabled", source.source))
            }
            _ => Judgement::holds(source.source),
        };
        return Ok([called, Judgement::skips("Lambda reads it for the function, which needs no statement for that")]);
    }
    Ok(match policy?.as_ref().and_then(let_in) {
        Some(who) => {
            let why = format!("not told: its policy lets {who} call it, and whether that does is not read here");
            [Judgement::skips(why), Judgement::skips("its policy lets it in")]
        }
        None => {
            let expected = "a method of your API, a topic, or something else that calls it";
            [Judgement::absent(expected, "nothing"), Judgement::skips("nothing calls it yet")]
        }
    })
}

fn of_rule(rule: &Rule, function: &Function) -> Vec<(String, bool, Invoker)> {
    let targets = rule.targets.iter().filter(|target| target.arn == function.arn);
    targets
        .map(|target| (format!("the rule {}", rule.name), rule.is_enabled, Invoker::of_rule(&rule.arn, target)))
        .collect()
}

/// Whom the policy lets in that is no API and no topic, which are read by themselves.
fn let_in(policy: &Policy) -> Option<String> {
    let allows =
        |one: &&Statement| one.effect == Effect::Allow && (one.has_action(ACTION) || one.has_action(BY_ADDRESS));
    let others = policy.statements.iter().filter(allows).flat_map(Statement::trusted);
    others.filter(|who| !who.starts_with("apigateway.") && !who.starts_with("sns.")).map(as_words).next()
}

fn as_words(who: &str) -> String {
    if who == "*" { "everyone who has its address".to_owned() } else { who.to_owned() }
}

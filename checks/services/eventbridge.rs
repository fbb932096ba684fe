//! EventBridge: rules, among them those that run by the clock, and what they lead to.

pub mod event_rule;

use std::fmt;

use aws_sdk_eventbridge::operation::list_rule_names_by_target::ListRuleNamesByTargetOutput;
use aws_sdk_eventbridge::operation::list_rules::ListRulesOutput;
use aws_sdk_eventbridge::operation::list_targets_by_rule::ListTargetsByRuleOutput;
use aws_sdk_eventbridge::types::RuleState;
use futures_util::future::try_join_all;
use futures_util::{join, try_join};

pub use event_rule::{EVENT_RULES, EventRule, Gives};

use crate::aws::service::prelude::*;

pub const SERVICE: Service = Service {
    api: Api {
        id: "EventBridge",
        settings_key: "eventbridge",
        operations: OPERATIONS,
        // AWS publishes no number for reads.
        rates: &[rate("", 5, 5).in_each_region()],
        always: &[always("Targets", &["Id", "Arn"])],
    },
    health: health(|aws, you| aws.answers(LIST_RULES, || aws.eventbridge(&you.region).list_rules().limit(1).send())),
};

operations! { "EventBridge", "events";
    LIST_RULE_NAMES_BY_TARGET: "ListRuleNamesByTarget" on All;
    LIST_RULES: "ListRules" on All;
    DESCRIBE_RULE: "DescribeRule" on Resource;
    LIST_TARGETS: "ListTargetsByRule" on Resource;
}

/// The ARN of a rule of the default event bus.
const RULE_ARN: &str = "arn:{{ partition }}:events:{{ region }}:{{ account }}:rule/{{ name }}";
const RULES: &ResourceSet = &resources("Rules", "arn:{{ partition }}:events:{{ region }}:{{ account }}:rule/*");
/// The rules that lead to something; a missing one is not looked for.
pub const RULES_TO: Reader =
    Reader::of(&[reading_all(LIST_RULE_NAMES_BY_TARGET), reading(DESCRIBE_RULE, RULES), reading(LIST_TARGETS, RULES)]);
/// The rules that lead to something; a missing one is looked for by its name, and in other regions.
pub const RULES_OF_TARGET: Reader = Reader::of(&[
    reading_all(LIST_RULE_NAMES_BY_TARGET),
    reading_all(LIST_RULES),
    reading(DESCRIBE_RULE, RULES),
    reading(LIST_TARGETS, RULES),
]);

/// A rule of the default event bus.
#[derive(Clone, Debug)]
pub struct Rule {
    pub name: String,
    pub arn: String,
    pub is_enabled: bool,
    /// When it runs by the clock, such as `rate(1 day)`.
    pub expression: Option<String>,
    pub targets: Vec<RuleTarget>,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.arn)
    }
}

/// What a rule leads to.
#[derive(Clone, Debug)]
pub struct RuleTarget {
    pub arn: String,
    /// The ARN of the role that EventBridge takes on for it.
    pub role: Option<String>,
    pub gives: Gives,
}

/// A rule as the list of all shows it.
struct ListedRule {
    name: String,
    arn: String,
    is_enabled: bool,
    /// Whether it runs by the clock.
    is_scheduled: bool,
    /// The events that it lets through.
    pattern: Option<String>,
}

impl Aws {
    /// The rules of the learner's region that lead to what has exactly this ARN.
    pub async fn rules_to(&self, you: &Learner, target: &str) -> Read<Vec<Rule>> {
        let call = Call::new(LIST_RULE_NAMES_BY_TARGET, "*").at(&you.region);
        let list = || self.eventbridge(&you.region).list_rule_names_by_target().target_arn(target);
        let send = |mark| list().set_next_token(mark).send();
        let read = |answer: &ListRuleNamesByTargetOutput| {
            let names = answer.rule_names.clone().ok_or("RuleNames")?;
            Ok(Listing::marked(names, answer.next_token()))
        };
        let names = self.all(call, target, send, read).await.absent_on(NOT_FOUND)?.unwrap_or_default();
        let rules = try_join_all(names.iter().map(|name| self.rule(you, name))).await?;
        Ok(rules.into_iter().flatten().collect())
    }

    /// The rule of that name; none if the default event bus has no such rule.
    pub async fn rule(&self, you: &Learner, name: &str) -> Read<Option<Rule>> {
        let call = Call::new(DESCRIBE_RULE, you.arn(RULE_ARN, &you.region, name)).at(&you.region);
        let describe = async {
            let send = || self.eventbridge(&you.region).describe_rule().name(name).send();
            self.ask(call.clone(), name, send).await.absent_on(NOT_FOUND)
        };
        let (Some(answer), targets) = try_join!(describe, self.targets(you, name))? else { return Ok(None) };
        let missing = |member| Fault::incomplete(call.clone(), member);
        Ok(Some(Rule {
            name: name.to_owned(),
            arn: answer.arn().ok_or_else(|| missing("Arn"))?.to_owned(),
            is_enabled: *answer.state().ok_or_else(|| missing("State"))? != RuleState::Disabled,
            expression: answer.schedule_expression().filter(|text| !text.is_empty()).map(str::to_owned),
            targets,
        }))
    }

    async fn targets(&self, you: &Learner, rule: &str) -> Read<Vec<RuleTarget>> {
        let call = Call::new(LIST_TARGETS, you.arn(RULE_ARN, &you.region, rule)).at(&you.region);
        let list = || self.eventbridge(&you.region).list_targets_by_rule().rule(rule);
        let send = |mark| list().set_next_token(mark).send();
        let read = |answer: &ListTargetsByRuleOutput| {
            let listed = answer.targets.as_ref().ok_or("Targets")?;
            let role = |arn: Option<&str>| arn.filter(|arn| !arn.is_empty()).map(str::to_owned);
            let targets = listed.iter().map(|target| RuleTarget {
                arn: target.arn().to_owned(),
                role: role(target.role_arn()),
                gives: Gives::of(target),
            });
            Ok(Listing::marked(targets.collect(), answer.next_token()))
        };
        Ok(self.all(call, rule, send, read).await.absent_on(NOT_FOUND)?.unwrap_or_default())
    }

    /// The rule that a beginner may have meant to lead to the thing of that name: one that runs by the clock and leads
    /// elsewhere, or one of the same name in another region. What cannot be read leaves a miss a miss.
    pub async fn rule_near(&self, you: &Learner, wanted: &str) -> Option<NearMiss> {
        let (here, elsewhere) = join!(self.rule_here(you, wanted), self.rule_elsewhere(you, wanted));
        here.or(elsewhere)
    }

    async fn rule_here(&self, you: &Learner, wanted: &str) -> Option<NearMiss> {
        let rules = self.rules(&you.region).await.ok()?;
        let by_clock = |rule: &&ListedRule| rule.is_scheduled;
        let near = nearest(wanted, &rules, |rule| &rule.name).or_else(|| rules.iter().find(by_clock))?;
        let name = &near.name;
        let rule = self.rule(you, name).await.ok()??;
        if rule.expression.is_none() {
            return Some(NearMiss {
                found: format!("the rule {name}, which waits for events and not for a time"),
                advice: format!("Create a rule with a schedule, such as rate(1 day), that leads to {wanted}."),
            });
        }
        let targets: Vec<&str> = rule.targets.iter().map(|target| target.arn.as_str()).collect();
        let leads = if targets.is_empty() { "nothing".to_owned() } else { targets.join(", ") };
        Some(NearMiss {
            found: format!("the rule {name}, which leads to {leads}"),
            advice: format!("Edit the rule, and add the Lambda function {wanted} as its target."),
        })
    }

    async fn rule_elsewhere(&self, you: &Learner, wanted: &str) -> Option<NearMiss> {
        let has = |rules: &Vec<ListedRule>| rules.iter().any(|rule| rule.name == wanted);
        let (region, _) = self.elsewhere(you, &you.region, |region| self.rules(region), has).await?;
        Some(NearMiss {
            found: format!("the rule {wanted} in {region}"),
            advice: format!(
                "A rule invokes functions of its own region. Switch to {}, create the rule there, and delete the one in \
                 {region}.",
                you.region
            ),
        })
    }

    /// A region's rules on the default event bus.
    async fn rules(&self, region: &str) -> Read<Vec<ListedRule>> {
        let call = Call::new(LIST_RULES, "*").at(region);
        let send = |mark| self.eventbridge(region).list_rules().set_next_token(mark).send();
        let read = |answer: &ListRulesOutput| {
            let listed = answer.rules.as_ref().ok_or("Rules")?;
            let given = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
            let rules = listed.iter().map(|rule| {
                Ok::<_, &'static str>(ListedRule {
                    name: given(rule.name()).ok_or("Name")?,
                    arn: given(rule.arn()).ok_or("Arn")?,
                    is_enabled: *rule.state().ok_or("State")? != RuleState::Disabled,
                    is_scheduled: given(rule.schedule_expression()).is_some(),
                    pattern: given(rule.event_pattern()),
                })
            });
            Ok(Listing::marked(rules.collect::<Result<_, _>>()?, answer.next_token()))
        };
        self.all(call, region, send, read).await
    }

    fn eventbridge(&self, region: &str) -> aws_sdk_eventbridge::Client {
        client!(self, aws_sdk_eventbridge, region)
    }
}

const NOT_FOUND: &[&str] = &["ResourceNotFoundException"];
pub const CONSOLE: Page = page("https://{{ region }}.console.aws.amazon.com/events/home?region={{ region }}#/rules");

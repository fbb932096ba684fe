//! Practices about the plans of AWS Backup: that they take something, and delete it some day.

use super::subject::prelude::*;
use super::table;
use crate::services::backup::Plan;

/// What is known of a plan.
pub(crate) struct PlanFacts(Plan);

practices! { PlanFacts;
    PLAN_SELECTS: "it backs something up", Reliability, High,
        "REL09-BP03 Perform data backup automatically",
        or "Open the plan, choose Assign resources, and name your tables and buckets.",
        costs "$0.10 a GB each month for a table", taught in "ch10/backup_plan", at backup::CONSOLE, by selects;
    PLAN_ENDS: "its backups are deleted some day", CostOptimization, Medium,
        "COST04-BP05 Enforce data retention policies",
        or "Open the plan, edit the rule, and set a retention period such as 35 days.",
        costs "saves $0.10 a GB each month for a table", taught in "ch10/backup_plan", at backup::CONSOLE, by ends;
}

impl Subject for PlanFacts {
    const NOUN: &'static str = "the backup plan";
    const READS: Reads = &[backup::REVIEWED];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        let plans = aws.own_plans(you).await?;
        let tables = table::names(aws, you, scope).await.unwrap_or_default();
        let of_course = |name: &str| plans.iter().any(|plan| plan.name == name && takes(plan, you, &tables));
        let names = plans.iter().map(|plan| plan.name.clone()).collect();
        Ok(within(names, (scope, LeftKind::BackupPlan), of_course))
    }

    async fn facts(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        Ok(aws.own_plans(you).await?.into_iter().find(|plan| plan.name == name).map(Self))
    }
}

/// Whether it names a table or a bucket of the course.
fn takes(plan: &Plan, you: &Learner, tables: &[String]) -> bool {
    let own = tables.iter().chain([&you.names.website_bucket, &you.names.data_bucket]);
    let own: Vec<&str> = own.map(String::as_str).collect();
    let mut resources = plan.selections.iter().flat_map(|selection| &selection.resources);
    resources.any(|arn| arn.rsplit([':', '/']).next().is_some_and(|name| own.contains(&name)))
}

fn selects(of: &PlanFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of.0.selections.first() {
        Some(selection) => Judgement::holds(&selection.name),
        None => Judgement::fails("resources", "none"),
    })
}

fn ends(of: &PlanFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of.0.rules.iter().find(|rule| rule.delete_after_days.is_none()) {
        Some(rule) => Judgement::fails("a retention period", format!("the rule {} keeps backups forever", rule.name)),
        None => Judgement::holds("a retention period"),
    })
}

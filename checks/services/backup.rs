//! AWS Backup: plans, and what they select.

use std::collections::BTreeMap;
use std::fmt;

use aws_sdk_backup::operation::get_backup_selection::GetBackupSelectionOutput;
use aws_sdk_backup::operation::list_backup_plans::ListBackupPlansOutput;
use aws_sdk_backup::operation::list_backup_selections::ListBackupSelectionsOutput;
use aws_sdk_backup::operation::list_backup_vaults::ListBackupVaultsOutput;
use aws_sdk_backup::types::{BackupRule, BackupSelection, ConditionParameter, Conditions};
use futures_util::future::try_join_all;
use futures_util::try_join;

use crate::aws::service::prelude::*;

pub const SERVICE: Service = Service {
    api: Api {
        id: "Backup",
        settings_key: "backup",
        operations: OPERATIONS,
        // AWS publishes no number for reads.
        rates: &[rate("", 5, 5).in_each_region()],
        always: &[
            always("BackupPlan", &["BackupPlanName", "Rules"]),
            always("Rules", &["RuleName", "TargetBackupVaultName"]),
            always("BackupSelection", &["SelectionName", "IamRoleArn"]),
            always("ListOfTags", &["ConditionKey", "ConditionValue"]),
        ],
    },
    health: health(|aws, you| {
        aws.answers(LIST_PLANS, || aws.backup(&you.region).list_backup_plans().max_results(1).send())
    }),
};

operations! { "Backup", "backup";
    LIST_PLANS: "ListBackupPlans" on All;
    GET_PLAN: "GetBackupPlan" on Resource;
    LIST_SELECTIONS: "ListBackupSelections" on Resource;
    GET_SELECTION: "GetBackupSelection" on Resource;
    LIST_VAULTS: "ListBackupVaults" on All;
    DESCRIBE_REGION_SETTINGS: "DescribeRegionSettings" on All;
}

const PLAN_ARN: &str = "arn:{{ partition }}:backup:{{ region }}:{{ account }}:backup-plan:{{ name }}";
const PLANS_OF_REGION: &ResourceSet =
    &resources("BackupPlans", "arn:{{ partition }}:backup:{{ region }}:{{ account }}:backup-plan:*");
/// The plans of the learner's region with their rules and what they select, the vaults, and what AWS Backup may manage.
/// Without a plan, other regions are looked in.
pub const PLANS: Reader = Reader::of(&[
    reading_all(LIST_PLANS),
    reading(GET_PLAN, PLANS_OF_REGION),
    reading(LIST_SELECTIONS, PLANS_OF_REGION),
    reading(GET_SELECTION, PLANS_OF_REGION),
    reading_all(LIST_VAULTS),
    reading_all(DESCRIBE_REGION_SETTINGS),
]);
/// The plans of the learner's region, and nothing else.
pub const REVIEWED: Reader = Reader::of(&[
    reading_all(LIST_PLANS),
    reading(GET_PLAN, PLANS_OF_REGION),
    reading(LIST_SELECTIONS, PLANS_OF_REGION),
    reading(GET_SELECTION, PLANS_OF_REGION),
]);
/// The plans of the learner's region.
pub const CONSOLE: Page =
    page("https://{{ region }}.console.aws.amazon.com/backup/home?region={{ region }}#/backupplan");

const NOT_FOUND: &[&str] = &["ResourceNotFoundException"];

/// The plans of a region.
#[derive(Clone, Debug)]
pub struct Plans(pub Vec<Plan>);

impl fmt::Display for Plans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.0.iter().map(|plan| plan.name.as_str()).collect();
        write!(f, "the backup plan {}", names.join(", "))
    }
}

/// A plan: when backups are made, and of what.
#[derive(Clone, Debug)]
pub struct Plan {
    pub name: String,
    pub arn: String,
    pub rules: Vec<PlanRule>,
    pub selections: Vec<Selection>,
}

/// When backups are made, and where they are kept (AWS Backup API Reference, "BackupRule").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRule {
    pub name: String,
    /// Such as `cron(0 5 ? * * *)`; without one AWS Backup has a time of its own.
    pub schedule: Option<String>,
    /// By whose clock; without one by UTC.
    pub time_zone: Option<String>,
    /// The name of the vault.
    pub vault: String,
    /// After how many days a backup is deleted; none for never.
    pub delete_after_days: Option<i64>,
}

/// What a plan takes backups of, and under which role (AWS Backup API Reference, "BackupSelection").
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub name: String,
    /// The ARN of the role.
    pub role: String,
    /// Patterns of ARNs.
    pub resources: Vec<String>,
    pub not_resources: Vec<String>,
    /// Tags of which one is enough.
    pub tags: Vec<(String, String)>,
    /// Conditions that all must hold.
    pub conditions: Vec<Condition>,
}

impl Selection {
    /// Whether it depends on the tags of what is there.
    pub fn asks_for_tags(&self) -> bool {
        !self.tags.is_empty() || !self.conditions.is_empty()
    }
}

/// A condition on a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub operator: Operator,
    /// Such as `aws:ResourceTag/backup`.
    pub key: String,
    pub value: String,
}

/// How a condition compares (AWS Backup API Reference, "Conditions").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Equals,
    NotEquals,
    Like,
    NotLike,
}

impl Operator {
    /// AWS's own word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Equals => "StringEquals",
            Self::NotEquals => "StringNotEquals",
            Self::Like => "StringLike",
            Self::NotLike => "StringNotLike",
        }
    }
}

/// What AWS Backup may do with each type of resource in a region.
#[derive(Clone, Debug, Default)]
pub struct RegionSettings {
    /// By the names of AWS Backup, such as `DynamoDB`: whether plans that name none of that type take it.
    pub opted_in: BTreeMap<String, bool>,
    /// Whether AWS Backup manages the backups itself.
    pub managed: BTreeMap<String, bool>,
}

impl Aws {
    /// The plans of the learner's region, or one that a beginner made in another.
    pub async fn backup_plans(&self, you: &Learner) -> Read<Found<Plans>> {
        let plans = self.own_plans(you).await?;
        if plans.is_empty() {
            Ok(Found::Missing(self.plan_elsewhere(you).await))
        } else {
            Ok(Found::Here(Plans(plans)))
        }
    }

    /// The plans of the learner's region, and none of another.
    pub async fn own_plans(&self, you: &Learner) -> Read<Vec<Plan>> {
        let listed = self.listed_plans(&you.region).await?;
        let plans = try_join_all(listed.iter().map(|(id, name)| self.backup_plan(you, id, name))).await?;
        Ok(plans.into_iter().flatten().collect())
    }

    /// The names of the vaults of the learner's region.
    pub async fn backup_vaults(&self, you: &Learner) -> Read<Vec<String>> {
        let call = Call::new(LIST_VAULTS, "*").at(&you.region);
        let send = |mark| self.backup(&you.region).list_backup_vaults().set_next_token(mark).send();
        let read = |answer: &ListBackupVaultsOutput| {
            let listed = answer.backup_vault_list.as_ref().ok_or("BackupVaultList")?;
            let names = listed.iter().filter_map(|vault| vault.backup_vault_name().map(str::to_owned));
            Ok(Listing::marked(names.collect(), answer.next_token()))
        };
        self.all(call, &you.region, send, read).await
    }

    /// What AWS Backup may do in the learner's region.
    pub async fn backup_settings(&self, you: &Learner) -> Read<RegionSettings> {
        let call = Call::new(DESCRIBE_REGION_SETTINGS, "*").at(&you.region);
        let send = || self.backup(&you.region).describe_region_settings().send();
        let answer = self.ask(call.clone(), &you.region, send).await?;
        let opted_in = answer.resource_type_opt_in_preference();
        let opted_in = opted_in.ok_or_else(|| Fault::incomplete(call, "ResourceTypeOptInPreference"))?;
        let managed = answer.resource_type_management_preference();
        Ok(RegionSettings {
            opted_in: opted_in.iter().map(|(name, is)| (name.clone(), *is)).collect(),
            managed: managed.into_iter().flatten().map(|(name, is)| (name.clone(), *is)).collect(),
        })
    }

    /// The plan of that id; none if it was deleted in between.
    async fn backup_plan(&self, you: &Learner, id: &str, name: &str) -> Read<Option<Plan>> {
        let arn = you.arn(PLAN_ARN, &you.region, id);
        let call = Call::new(GET_PLAN, &arn).at(&you.region);
        let get = async {
            let send = || self.backup(&you.region).get_backup_plan().backup_plan_id(id).send();
            self.ask(call.clone(), id, send).await.absent_on(NOT_FOUND)
        };
        let (Some(answer), selections) = try_join!(get, self.backup_selections(you, id))? else { return Ok(None) };
        let plan = answer.backup_plan().ok_or_else(|| Fault::incomplete(call.clone(), "BackupPlan"))?;
        Ok(Some(Plan { name: name.to_owned(), arn, rules: plan.rules().iter().map(rule).collect(), selections }))
    }

    async fn backup_selections(&self, you: &Learner, plan: &str) -> Read<Vec<Selection>> {
        let call = Call::new(LIST_SELECTIONS, you.arn(PLAN_ARN, &you.region, plan)).at(&you.region);
        let list = || self.backup(&you.region).list_backup_selections().backup_plan_id(plan);
        let send = |mark| list().set_next_token(mark).send();
        let read = |answer: &ListBackupSelectionsOutput| {
            let listed = answer.backup_selections_list.as_ref().ok_or("BackupSelectionsList")?;
            let ids = listed.iter().filter_map(|selection| selection.selection_id().map(str::to_owned));
            Ok(Listing::marked(ids.collect(), answer.next_token()))
        };
        let ids: Vec<String> = self.all(call, plan, send, read).await.absent_on(NOT_FOUND)?.unwrap_or_default();
        let selections = try_join_all(ids.iter().map(|id| self.backup_selection(you, plan, id))).await?;
        Ok(selections.into_iter().flatten().collect())
    }

    async fn backup_selection(&self, you: &Learner, plan: &str, id: &str) -> Read<Option<Selection>> {
        let call = Call::new(GET_SELECTION, you.arn(PLAN_ARN, &you.region, plan)).at(&you.region);
        let get = || self.backup(&you.region).get_backup_selection().backup_plan_id(plan).selection_id(id);
        let answer = self.ask(call.clone(), id, || get().send()).await.absent_on(NOT_FOUND)?;
        let Some(answer) = answer else { return Ok(None) };
        selection(&answer).map(Some).ok_or_else(|| Fault::incomplete(call, "BackupSelection"))
    }

    /// What cannot be read is no near miss and no fault of the clause.
    async fn plan_elsewhere(&self, you: &Learner) -> Option<NearMiss> {
        let has = |plans: &Vec<(String, String)>| !plans.is_empty();
        let (region, plans) = self.elsewhere(you, &you.region, |region| self.listed_plans(region), has).await?;
        let (_, name) = plans.first()?;
        Some(NearMiss::in_region("backup plan", name, region, &you.region))
    }

    /// The ids and the names of a region's plans.
    async fn listed_plans(&self, region: &str) -> Read<Vec<(String, String)>> {
        let call = Call::new(LIST_PLANS, "*").at(region);
        let send = |mark| self.backup(region).list_backup_plans().set_next_token(mark).send();
        let read = |answer: &ListBackupPlansOutput| {
            let listed = answer.backup_plans_list.as_ref().ok_or("BackupPlansList")?;
            let named = |text: Option<&str>| text.unwrap_or_default().to_owned();
            let plans = listed
                .iter()
                .filter_map(|plan| Some((plan.backup_plan_id()?.to_owned(), named(plan.backup_plan_name()))));
            Ok(Listing::marked(plans.collect(), answer.next_token()))
        };
        self.all(call, region, send, read).await
    }

    fn backup(&self, region: &str) -> aws_sdk_backup::Client {
        client!(self, aws_sdk_backup, region)
    }
}

fn rule(described: &BackupRule) -> PlanRule {
    PlanRule {
        name: described.rule_name().to_owned(),
        schedule: described.schedule_expression().filter(|text| !text.is_empty()).map(str::to_owned),
        time_zone: described.schedule_expression_timezone().filter(|text| !text.is_empty()).map(str::to_owned),
        vault: described.target_backup_vault_name().to_owned(),
        delete_after_days: described.lifecycle().and_then(|lifecycle| lifecycle.delete_after_days()),
    }
}

fn selection(answer: &GetBackupSelectionOutput) -> Option<Selection> {
    let described: &BackupSelection = answer.backup_selection()?;
    let tags = described.list_of_tags().iter();
    Some(Selection {
        name: described.selection_name().to_owned(),
        role: described.iam_role_arn().to_owned(),
        resources: described.resources().to_vec(),
        not_resources: described.not_resources().to_vec(),
        tags: tags.map(|tag| (tag.condition_key().to_owned(), tag.condition_value().to_owned())).collect(),
        conditions: described.conditions().map(conditions).unwrap_or_default(),
    })
}

fn conditions(described: &Conditions) -> Vec<Condition> {
    let of = |operator, parameters: &[ConditionParameter]| {
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let condition = |one: &ConditionParameter| Condition {
            operator,
            key: text(one.condition_key()),
            value: text(one.condition_value()),
        };
        parameters.iter().map(condition).collect::<Vec<_>>()
    };
    [
        of(Operator::Equals, described.string_equals()),
        of(Operator::NotEquals, described.string_not_equals()),
        of(Operator::Like, described.string_like()),
        of(Operator::NotLike, described.string_not_like()),
    ]
    .concat()
}

//! 10.2: plans of AWS Backup that take both tables and the bucket of the data each day, under roles that may.

use futures_util::future::{join_all, try_join_all};
use futures_util::try_join;

use crate::judge::backup::role::{self, BACKUP};
use crate::judge::backup::{ResourceKind, Thing, rule, selection};
use crate::judge::iam::caller::Caller;
use crate::judge::iam::trust;
use crate::judge::s3::versioning;
use crate::services::backup::{Plan, Plans, RegionSettings, Selection};
use crate::services::dynamodb::recovery::TAGS as TABLE_TAGS;
use crate::services::s3::Bucket;
use crate::services::s3::tags::TAGS as BUCKET_TAGS;
use crate::services::s3::versioning::VERSIONING;
use crate::verifier::prelude::*;

clauses! {
    PLAN: "AWS Backup has a plan in {{ region }}",
        or "In AWS Backup, switch to {{ region }}, choose Backup plans, then Create backup plan.", at backup::CONSOLE, pillar Reliability;
    RULE: "the plan makes backups each day, and has a vault for them",
        or "Open the plan, and edit its rule: the frequency Daily, and a vault that is there.", at backup::CONSOLE, pillar Reliability;
    SELECTS: "the plan takes the tables chapters and analytics, and the bucket {{ data_bucket }}",
        or "Open the plan, choose Assign resources, and name both tables and the bucket.", at backup::CONSOLE, pillar Reliability;
    VERSIONS: "the buckets that it takes keep the versions of their objects",
        or "Exercise 10.1 turns that on: AWS Backup takes no bucket without versions.", at s3::CONSOLE;
    TRUST: "AWS Backup may take on the role of that selection",
        or "Edit the role's trust policy: the principal is the service backup.amazonaws.com, the action sts:AssumeRole.",
        at iam::CONSOLE_ROLES;
    ALLOWED: "with the role, AWS Backup may back up what is selected",
        or "Attach AWSBackupServiceRolePolicyForBackup to the role and, for buckets, AWSBackupServiceRolePolicyForS3Backup.",
        at iam::CONSOLE_ROLES;
}

pub const READS: Reads = &[
    backup::PLANS,
    dynamodb::TABLE.named(book::CHAPTERS_TABLE),
    dynamodb::TABLE.named(book::ANALYTICS_TABLE),
    TABLE_TAGS.named(book::CHAPTERS_TABLE),
    TABLE_TAGS.named(book::ANALYTICS_TABLE),
    s3::BUCKET.named(book::WEBSITE),
    s3::BUCKET.named(book::DATA),
    BUCKET_TAGS.named(book::WEBSITE),
    BUCKET_TAGS.named(book::DATA),
    VERSIONING.named(book::WEBSITE),
    VERSIONING.named(book::DATA),
    iam::ROLE,
    iam::ROLE_PERMISSIONS,
];

/// What of the course there is to be backed up, in the learner's region. The tags are read only if a plan asks for some.
struct Course {
    things: Vec<Thing>,
    buckets: Vec<Bucket>,
}

impl Course {
    async fn read(aws: &Aws, you: &Learner, with_tags: bool) -> Read<Self> {
        let tables = [book::CHAPTERS_TABLE, book::ANALYTICS_TABLE];
        let tables = tables.map(|name| table(aws, you, name.text, with_tags));
        let names = [&you.names.website_bucket, &you.names.data_bucket];
        let buckets = names.map(|name| bucket(aws, you, name, with_tags));
        let (tables, buckets) = try_join!(try_join_all(tables), try_join_all(buckets))?;
        let (of_buckets, buckets): (Vec<Thing>, Vec<Bucket>) = buckets.into_iter().flatten().unzip();
        Ok(Self { things: tables.into_iter().flatten().chain(of_buckets).collect(), buckets })
    }

    /// What is to be backed up: the pages of the website are on the learner's own computer as well.
    fn wanted(&self, you: &Learner) -> Vec<&Thing> {
        let website = you.arn(s3::BUCKET_ARN, "", &you.names.website_bucket);
        self.things.iter().filter(|thing| thing.arn != website).collect()
    }
}

async fn table(aws: &Aws, you: &Learner, name: &str, with_tags: bool) -> Read<Option<Thing>> {
    let Found::Here(table) = aws.table(you, name).await? else { return Ok(None) };
    let tags = if with_tags { aws.table_tags(you, &table).await? } else { Vec::new() };
    Ok(Some(Thing { arn: table.arn, kind: ResourceKind::Table, tags }))
}

/// A plan takes nothing of other regions.
async fn bucket(aws: &Aws, you: &Learner, name: &str, with_tags: bool) -> Read<Option<(Thing, Bucket)>> {
    let Found::Here(bucket) = aws.bucket(you, name).await? else { return Ok(None) };
    if bucket.region != you.region {
        return Ok(None);
    }
    let tags = if with_tags { aws.bucket_tags(&bucket).await? } else { Vec::new() };
    Ok(Some((Thing { arn: bucket.arn.clone(), kind: ResourceKind::Bucket, tags }, bucket)))
}

/// A plan with one of its selections, and what they are worth.
struct Weighed {
    chosen: Option<Selection>,
    /// What of the course the selection takes, by ARN.
    taken: Vec<String>,
    rule: Read<Judgement>,
    selects: Read<Judgement>,
    versions: Read<Judgement>,
    trust: Read<Judgement>,
    allowed: Read<Judgement>,
}

impl Weighed {
    /// How many clauses do not hold.
    fn lacks(&self) -> usize {
        let all = [&self.rule, &self.selects, &self.versions, &self.trust, &self.allowed];
        all.into_iter().filter(|told| !told.as_ref().is_ok_and(Judgement::does_hold)).count()
    }

    /// How much of what others do not take already it takes.
    fn adds(&self, taken: &[String]) -> usize {
        self.taken.iter().filter(|arn| !taken.contains(arn)).count()
    }
}

/// What there is, as far as it can be read.
struct Situation<'a> {
    aws: &'a Aws,
    you: &'a Learner,
    course: Read<Course>,
    vaults: Read<Vec<String>>,
    settings: Read<RegionSettings>,
}

impl Situation<'_> {
    async fn told(&self, plan: &Plan, selection: Option<&Selection>) -> Weighed {
        let now = self.aws.now();
        let rule = self.vaults.judged(|vaults| rule::backs_up(plan, vaults, now));
        let (chosen, taken) = (selection.cloned(), Vec::new());
        let (course, settings) = match (&self.course, &self.settings) {
            (Ok(course), Ok(settings)) => (course, settings),
            (Err(fault), _) | (_, Err(fault)) => {
                let [selects, versions, trust, allowed] = [(); 4].map(|()| Err(fault.clone()));
                return Weighed { chosen, taken, rule, selects, versions, trust, allowed };
            }
        };
        let (things, opted_in) = (&course.things, &settings.opted_in);
        let selects = selection::selects(plan, selection, things, opted_in);
        let caught = selection.map(|selection| selection::taken(selection, things, opted_in)).unwrap_or_default();
        let Some(selection) = selection.filter(|_| !caught.is_empty()) else {
            let [versions, trust, allowed] = [(); 3].map(|()| Ok(Judgement::skips(UNTIL_SELECTED)));
            return Weighed { chosen, taken, rule, selects, versions, trust, allowed };
        };
        let (versions, (trust, allowed)) = join!(self.versions(&caught), self.role(plan, selection, &caught));
        let taken = caught.iter().map(|thing| thing.arn.clone()).collect();
        Weighed { chosen, taken, rule, selects, versions, trust, allowed }
    }

    /// Whether plans that take this much, of which one is told of, take all that the exercise wants.
    fn takes_all(&self, told: &Weighed, taken: &[String]) -> Read<Judgement> {
        let (Some(selection), true) = (&told.chosen, told.selects.as_ref().is_ok_and(Judgement::does_hold)) else {
            return told.selects.clone();
        };
        let (course, settings) = (self.course.as_ref(), self.settings.as_ref());
        let (course, settings) = (course.map_err(Clone::clone)?, settings.map_err(Clone::clone)?);
        let wanted = course.wanted(self.you);
        let taken: Vec<&Thing> = course.things.iter().filter(|thing| taken.contains(&thing.arn)).collect();
        selection::takes_all(selection, &wanted, &taken, &settings.opted_in)
    }

    /// Of several plans and selections, the one to be told of, and what those take that are in order: one of these, if they
    /// take all together; otherwise the best of the others that would take more, if there are such.
    fn best(&self, mut all: Vec<Weighed>) -> (Weighed, Vec<String>) {
        all.sort_by_key(|told| (told.lacks(), std::cmp::Reverse(told.taken.len())));
        let in_order = all.iter().filter(|told| told.lacks() == 0);
        let mut taken: Vec<String> = in_order.flat_map(|told| told.taken.clone()).collect();
        let wanted = self.course.as_ref().map(|course| course.wanted(self.you)).unwrap_or_default();
        let is_all = wanted.iter().all(|thing| taken.contains(&thing.arn));
        let more = all.iter().position(|told| !is_all && told.lacks() > 0 && told.adds(&taken) > 0);
        let best = all.swap_remove(more.unwrap_or(0));
        taken.extend(best.taken.iter().cloned());
        taken.sort_unstable();
        taken.dedup();
        (best, taken)
    }

    /// Whether each bucket that is taken keeps versions.
    async fn versions(&self, taken: &[&Thing]) -> Read<Judgement> {
        let buckets = self.course.as_ref().map(|course| course.buckets.as_slice()).unwrap_or_default();
        let taken = buckets.iter().filter(|bucket| taken.iter().any(|thing| thing.arn == bucket.arn));
        let judged = taken.map(|bucket| async move {
            let kept = self.aws.versioning(bucket).await?;
            Ok::<_, Fault>(versioning::kept(kept).of(&bucket.name))
        });
        let judged = try_join_all(judged).await?.into_iter().reduce(Judgement::and);
        Ok(judged.unwrap_or_else(|| Judgement::holds("it takes no bucket")))
    }

    /// Whether AWS Backup may take the selection's role on, and what it may do with it.
    async fn role(&self, plan: &Plan, chosen: &Selection, taken: &[&Thing]) -> (Read<Judgement>, Read<Judgement>) {
        let (aws, you) = (self.aws, self.you);
        let name = chosen.role.rsplit('/').next().unwrap_or_default();
        let (role, permissions, attached) =
            join!(aws.role(you, name), aws.role_permissions(you, name), aws.attached_policies(you, name));
        let trust = role.and_then(|role| match role {
            Found::Here(role) => trust::service_may_take_on(&role.trust, BACKUP, &you.account, &plan.arn),
            Found::Missing(_) => Ok(Judgement::absent(format!("the role {}", chosen.role), "it is not there")
                .advising("Create the role again, or assign the resources with another one.")),
        });
        let managed = self.settings.as_ref().map(|settings| settings.managed.clone()).unwrap_or_default();
        let trust = trust.map(|trust| trust.of(name));
        let allowed = match (permissions, attached) {
            (Ok(of), Ok(_)) if of.role.is_none() => Ok(Judgement::skips("not checked until the role is there")),
            (Ok(of), Ok(attached)) => {
                let caller = Caller { you, function: None, role: of.role.clone(), is_in_vpc: None, item: None };
                let each =
                    taken.iter().map(|thing| role::backs_up((&of, attached.as_slice()), &caller, thing, &managed));
                let each = each.collect::<Read<Vec<_>>>();
                each.map(|each| each.into_iter().reduce(Judgement::and).expect("something is taken"))
            }
            (Err(fault), _) | (_, Err(fault)) => Err(fault),
        };
        (trust, allowed.map(|allowed| allowed.of(name)))
    }
}

const UNTIL_SELECTED: &str = "not checked until the plan takes a table or a bucket of this course";

/// Each plan with each of its selections, or without one.
fn candidates(plans: &Plans) -> Vec<(&Plan, Option<&Selection>)> {
    let of_plan = |plan: &Plan| plan.selections.len().max(1);
    let pairs = plans.0.iter().flat_map(|plan| (0..of_plan(plan)).map(move |place| (plan, plan.selections.get(place))));
    pairs.collect()
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (plans, vaults, settings) = join!(aws.backup_plans(you), aws.backup_vaults(you), aws.backup_settings(you));
    let plans = it.finds(PLAN, plans)?;
    let asks = plans.0.iter().flat_map(|plan| &plan.selections).any(Selection::asks_for_tags);
    let course = Course::read(aws, you, asks).await;
    let situation = Situation { aws, you, course, vaults, settings };
    let told = join_all(candidates(&plans).into_iter().map(|(plan, chosen)| situation.told(plan, chosen))).await;
    let (best, taken) = situation.best(told);
    let selects = situation.takes_all(&best, &taken);
    it.expects(RULE, best.rule);
    it.expects(SELECTS, selects);
    it.expects(VERSIONS, best.versions);
    it.expects(TRUST, best.trust);
    it.expects(ALLOWED, best.allowed);
    Ok(())
}

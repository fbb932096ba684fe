//! Finds what an exercise has left, by the book's own names alone: a thing of another name is not the course's.

use super::{LeftKind, Standing};
use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::book;
use crate::judge::s3::bucket_policy::lets_cloudfront_in;
use crate::judgement::Found;
use crate::learner::Learner;
use crate::services::apigateway::RestApi;
use crate::services::domains::Registration;
use crate::services::route53::{AliasTarget, HostedZone, Record};
use crate::services::s3::versioning::Versioning;
use crate::services::s3::{Bucket, ListedObject};

/// What is in the values of the records with which ACM validates a certificate: AWS's (AWS Certificate Manager User Guide, "DNS
/// validation"), and the practice account's.
const OF_ACM: [&str; 2] = ["acm-validations.aws", ".acm.amazonaws.com"];
/// What is in the values of the records that the mail of SES needs, and the book's record of DMARC.
const OF_SES: &str = "amazonses.com";
const OF_DKIM: &str = ".dkim.amazonses.com";
const DMARC: &str = "\"v=DMARC1; p=none;\"";
/// What is in the names of the hosts that the course makes aliases to: distributions, the API and website endpoints.
const OF_ALIASES: [&str; 3] = [".cloudfront.net", ".execute-api.", "s3-website"];

impl Aws {
    /// The thing of that kind and name, if it stands in the learner's account and region.
    ///
    /// # Errors
    /// If the account cannot be read.
    pub async fn left(&self, you: &Learner, kind: LeftKind, name: &str) -> Read<Option<Standing>> {
        let Some(standing) = self.found(you, kind, name).await? else { return Ok(None) };
        let stays = match standing.stays {
            None => self.shared(you, kind, name).await?,
            known => known,
        };
        Ok(Some(Standing { stays, ..standing }))
    }

    async fn found(&self, you: &Learner, kind: LeftKind, name: &str) -> Read<Option<Standing>> {
        match kind {
            LeftKind::AliasRecord
            | LeftKind::ValidationRecord
            | LeftKind::MailRecord
            | LeftKind::HostedZone
            | LeftKind::Domain
            | LeftKind::Distribution
            | LeftKind::Certificate => self.left_of_site(you, kind, name).await,
            LeftKind::ApiDomain
            | LeftKind::ApiResource
            | LeftKind::ApiAuthorizer
            | LeftKind::ApiStage
            | LeftKind::RestApi
            | LeftKind::PoolDomain
            | LeftKind::UserPool => self.left_of_api(you, kind, name).await,
            LeftKind::Notifications
            | LeftKind::Replication
            | LeftKind::Object
            | LeftKind::BucketPolicy
            | LeftKind::Versioning
            | LeftKind::Bucket => self.left_of_bucket(you, kind, name).await,
            LeftKind::EventSource
            | LeftKind::Rule
            | LeftKind::Schedule
            | LeftKind::Subscription
            | LeftKind::Topic
            | LeftKind::Function
            | LeftKind::Layer
            | LeftKind::StateMachine
            | LeftKind::LogGroup
            | LeftKind::Role
            | LeftKind::Group
            | LeftKind::Policy
            | LeftKind::Member
            | LeftKind::User => self.left_of_function(you, kind, name).await,
            LeftKind::Stack
            | LeftKind::BackupPlan
            | LeftKind::BackupVault
            | LeftKind::TableBackup
            | LeftKind::Recovery
            | LeftKind::Table
            | LeftKind::Parameter
            | LeftKind::ConformancePack
            | LeftKind::Recorder
            | LeftKind::EmailIdentity
            | LeftKind::PhoneNumber
            | LeftKind::SandboxPhone => self.left_of_data(you, kind, name).await,
        }
    }

    async fn left_of_site(&self, you: &Learner, kind: LeftKind, name: &str) -> Read<Option<Standing>> {
        let standing = match kind {
            LeftKind::Distribution => {
                let Found::Here(found) = self.distribution(name, &you.names.website_bucket).await? else {
                    return Ok(None);
                };
                found.aliases.iter().any(|alias| alias == name).then(|| Standing::of(found.id))
            }
            LeftKind::Certificate => {
                let names = you.certificate_names();
                let covering = self.certificates_covering(&names).await?;
                // One with the course's names alone before one that is for something else, too.
                let mut made: Vec<_> = covering.into_iter().filter(|one| !one.imported).collect();
                made.sort_by_key(|one| one.names.len());
                made.into_iter().next().map(|found| {
                    let other = found.names.iter().find(|name| !names.contains(name));
                    let stays = other.map(|name| format!("it is for {name} as well"));
                    Standing { stays, ..Standing::of(found.arn) }
                })
            }
            _ => return self.left_of_zone(you, kind, name).await,
        };
        Ok(standing)
    }

    async fn left_of_zone(&self, you: &Learner, kind: LeftKind, name: &str) -> Read<Option<Standing>> {
        if kind == LeftKind::Domain {
            return self.left_domain(you, name).await;
        }
        let Found::Here(zone) = self.hosted_zone(you, &you.domain).await? else { return Ok(None) };
        if kind == LeftKind::HostedZone {
            let stays = others_of_zone(you, &self.all_records(&zone).await?);
            return Ok(Some(Standing { stays, ..Standing::of(zone.id) }));
        }
        let has = match kind {
            LeftKind::AliasRecord => self.records(&zone, name).await?.iter().any(leads_to_the_course),
            LeftKind::ValidationRecord => self.has_record(&zone, |record| validates(record, name)).await?,
            _ => self.has_record(&zone, |record| is_of_mail(record, name)).await?,
        };
        Ok(has.then(|| Standing::of(zone.id)))
    }

    /// A practice account has no registrar.
    async fn left_domain(&self, you: &Learner, name: &str) -> Read<Option<Standing>> {
        if you.practice {
            return Ok(None);
        }
        let renews = matches!(self.delegation(name).await?, Registration::Route53 { renews_itself: true, .. });
        Ok(renews.then(|| Standing::of(name)))
    }

    async fn has_record(&self, zone: &HostedZone, wanted: impl Fn(&Record) -> bool) -> Read<bool> {
        Ok(self.all_records(zone).await?.iter().any(wanted))
    }

    async fn left_of_api(&self, you: &Learner, kind: LeftKind, name: &str) -> Read<Option<Standing>> {
        match kind {
            LeftKind::ApiDomain => Ok(here(self.api_domain(you, name).await?, |found| found.name)),
            LeftKind::PoolDomain => {
                let domain = self.pool_domain(you, name).await?;
                Ok(domain.map(|domain| Standing::of(domain.pool_id)))
            }
            LeftKind::UserPool => self.left_pool(you, name).await,
            _ => {
                let Some(api) = self.own_api(you).await? else { return Ok(None) };
                Ok(self.is_in_api(you, &api, kind, name).await?.then(|| Standing::of(api.id)))
            }
        }
    }

    /// The course's API: the one of the name, of several the one that is checked; or the one that the course's domain name
    /// leads to.
    async fn own_api(&self, you: &Learner) -> Read<Option<RestApi>> {
        let marks = book::api(you);
        let all = self.rest_apis(you, &you.region).await?;
        let (mut named, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|api| api.name == marks.name);
        match named.len() {
            0 => {
                let mappings = self.api_mappings(you, marks.domain).await?;
                Ok(others.into_iter().find(|api| mappings.iter().any(|mapping| mapping.api_id == api.id)))
            }
            1 => Ok(named.pop()),
            _ => Ok(self.rest_api(you, marks).await?.here().filter(|api| api.name == marks.name)),
        }
    }

    /// The course's pool: the one that the domain of its sign-in pages leads to, or the one of the name; of several of the
    /// name, the one that is checked.
    async fn left_pool(&self, you: &Learner, name: &str) -> Read<Option<Standing>> {
        if let Some(domain) = self.pool_domain(you, &you.names.auth_domain).await? {
            return Ok(Some(Standing::of(domain.pool_id)));
        }
        let pools = self.user_pools(&you.region).await?.into_iter();
        let mut own: Vec<String> = pools.filter(|(_, known)| known == name).map(|(id, _)| id).collect();
        if own.len() < 2 {
            return Ok(own.pop().map(Standing::of));
        }
        let checked = self.user_pool(you, book::pool(you)).await?.here();
        Ok(checked.map(|pool| pool.id).filter(|id| own.contains(id)).map(Standing::of))
    }

    async fn is_in_api(&self, you: &Learner, api: &RestApi, kind: LeftKind, name: &str) -> Read<bool> {
        Ok(match kind {
            LeftKind::ApiResource => self.resources(you, api).await?.iter().any(|resource| resource.path == name),
            LeftKind::ApiAuthorizer => self.authorizers(you, api).await?.iter().any(|one| one.name == name),
            LeftKind::ApiStage => self.stages(you, api).await?.iter().any(|stage| stage.name == name),
            _ => true,
        })
    }

    async fn left_of_bucket(&self, you: &Learner, kind: LeftKind, name: &str) -> Read<Option<Standing>> {
        let (bucket, key) = name.split_once('/').unwrap_or((name, ""));
        let Found::Here(bucket) = self.bucket(you, bucket).await? else { return Ok(None) };
        if matches!(kind, LeftKind::Object | LeftKind::Bucket) {
            return self.left_in(&bucket, key, name).await;
        }
        let has = match kind {
            LeftKind::Notifications => {
                let set = self.notifications(&bucket).await?;
                !set.rows.is_empty() || set.to_event_bridge
            }
            LeftKind::Replication => self.replication(&bucket).await?.is_some(),
            LeftKind::BucketPolicy => {
                self.bucket_policy(&bucket).await?.is_some_and(|policy| lets_cloudfront_in(&policy))
            }
            LeftKind::Versioning => self.versioning(&bucket).await? == Versioning::Enabled,
            _ => true,
        };
        Ok(has.then(|| Standing::of(name)))
    }

    /// The objects of the key; the bucket itself if that is empty.
    async fn left_in(&self, bucket: &Bucket, key: &str, name: &str) -> Read<Option<Standing>> {
        let objects = self.first_objects(bucket).await?;
        let own = |object: &&ListedObject| is_own(&object.key, key);
        let sizes: Vec<u64> = objects.iter().filter(own).map(|object| object.size).collect();
        let stands = key.is_empty() || !sizes.is_empty();
        Ok(stands.then(|| Standing { bytes: Some(sizes.iter().sum()), ..Standing::of(name) }))
    }

    async fn left_of_function(&self, you: &Learner, kind: LeftKind, name: &str) -> Read<Option<Standing>> {
        match kind {
            LeftKind::EventSource => {
                let Found::Here(function) = self.function(you, name).await? else { return Ok(None) };
                let reads = !self.event_sources(you, &function).await?.is_empty();
                Ok(reads.then(|| Standing::of(name)))
            }
            LeftKind::Schedule => {
                let Found::Here(function) = self.function(you, name).await? else { return Ok(None) };
                let schedules = self.schedules_of(you, &function.arn).await?;
                Ok((!schedules.is_empty()).then(|| Standing::of(function.arn)))
            }
            LeftKind::Rule => Ok(self.rule(you, name).await?.map(|rule| Standing::of(rule.name))),
            LeftKind::Topic => Ok(here(self.topic(you, name).await?, |topic| topic.arn)),
            LeftKind::Subscription => {
                let Found::Here(topic) = self.topic(you, name).await? else { return Ok(None) };
                let all = self.subscriptions(you, &topic.arn).await?;
                Ok(all.into_iter().find_map(|one| one.arn).map(Standing::of))
            }
            LeftKind::Function => Ok(here(self.function(you, name).await?, |found| found.name)),
            LeftKind::LogGroup => {
                let Found::Here(group) = self.log_group(you, name).await? else { return Ok(None) };
                Ok(Some(Standing { bytes: group.bytes, ..Standing::of(group.name) }))
            }
            LeftKind::Layer | LeftKind::StateMachine | LeftKind::Group => self.left_in_lists(you, kind, name).await,
            LeftKind::Policy => {
                let policy = self.customer_policies().await?.into_iter().find(|policy| policy.name == name);
                Ok(policy.map(|policy| Standing::of(policy.arn)))
            }
            LeftKind::User | LeftKind::Member => {
                let Found::Here(users) = self.users().await? else { return Ok(None) };
                Ok(users.0.into_iter().find(|user| user.name == name).map(|user| Standing::of(user.name)))
            }
            _ => Ok(here(self.role(you, name).await?, |role| role.name)),
        }
    }

    async fn left_in_lists(&self, you: &Learner, kind: LeftKind, name: &str) -> Read<Option<Standing>> {
        match kind {
            LeftKind::Layer => {
                let Found::Here(layers) = self.layers(you).await? else { return Ok(None) };
                Ok(named(layers.into_iter().map(|layer| layer.name).collect(), name))
            }
            LeftKind::StateMachine => {
                let Found::Here(machines) = self.state_machines(you).await? else { return Ok(None) };
                let machine = machines.into_iter().find(|machine| machine.name == name && machine.status == "ACTIVE");
                Ok(machine.map(|machine| Standing::of(machine.arn)))
            }
            _ => Ok(named(self.groups(name).await?.into_iter().map(|group| group.name).collect(), name)),
        }
    }

    async fn left_of_data(&self, you: &Learner, kind: LeftKind, name: &str) -> Read<Option<Standing>> {
        match kind {
            LeftKind::Stack => {
                let stack = self.stacks(you).await?.into_iter().find(|stack| stack.name == name);
                Ok(stack.filter(|stack| stack.status != "DELETE_COMPLETE").map(|stack| Standing::of(stack.name)))
            }
            LeftKind::BackupPlan => {
                let Found::Here(plans) = self.backup_plans(you).await? else { return Ok(None) };
                let plan = plans.0.into_iter().find(|plan| plan.name == name);
                Ok(plan.map(|plan| Standing::of(plan.arn.rsplit(':').next().unwrap_or(&plan.arn))))
            }
            LeftKind::BackupVault => Ok(named(self.backup_vaults(you).await?, name)),
            LeftKind::TableBackup => {
                let backups = self.backups(you).await?;
                Ok(backups.iter().any(|backup| backup.table == name).then(|| Standing::of(name)))
            }
            LeftKind::Recovery => {
                let Found::Here(table) = self.table(you, name).await? else { return Ok(None) };
                Ok(self.recovery(you, &table).await?.is_on.then(|| Standing::of(name)))
            }
            LeftKind::Parameter => {
                let [found] = self.parameters(you, [name]).await?;
                Ok(here(found, |parameter| parameter.name))
            }
            LeftKind::ConformancePack => {
                let packs = self.conformance_packs(you).await?.into_iter().map(|pack| pack.name).collect();
                Ok(named(packs, name))
            }
            LeftKind::Recorder => {
                let recorder = self.recorder(you).await?.here().filter(|recorder| recorder.name == name);
                Ok(recorder.map(|recorder| Standing::of(recorder.name)))
            }
            LeftKind::EmailIdentity => Ok(here(self.email_identity(you).await?, |identity| identity.name)),
            LeftKind::PhoneNumber => Ok(only(self.origination_numbers(you).await?.len(), "numbers for text messages")),
            LeftKind::SandboxPhone => Ok(only(self.sandbox_phones(you).await?.len(), "phones in the sandbox")),
            _ => {
                let Found::Here(table) = self.table(you, name).await? else { return Ok(None) };
                Ok(Some(Standing { bytes: table.bytes, ..Standing::of(name) }))
            }
        }
    }
}

fn here<T>(found: Found<T>, id: impl FnOnce(T) -> String) -> Option<Standing> {
    match found {
        Found::Here(thing) => Some(Standing::of(id(thing))),
        Found::Missing(_) => None,
    }
}

fn named(names: Vec<String>, wanted: &str) -> Option<Standing> {
    names.into_iter().find(|name| name == wanted).map(Standing::of)
}

/// What has no name of the book's. Of several, nothing tells which is the course's.
fn only(count: usize, what: &str) -> Option<Standing> {
    let stays = (count > 1).then(|| format!("the account has {count} {what}, and no name tells which is the course's"));
    (count > 0).then(|| Standing { stays, ..Standing::of("") })
}

/// Whether an object's key is the one named: whatever begins so if that ends in an asterisk, and any if it is empty.
fn is_own(key: &str, named: &str) -> bool {
    match named.strip_suffix('*') {
        Some(beginning) => key.starts_with(beginning),
        None => named.is_empty() || key == named,
    }
}

/// Why the zone of the domain stays: a zone goes when nothing but its own records is in it.
fn others_of_zone(you: &Learner, records: &[Record]) -> Option<String> {
    let aliases = [&you.domain, &you.names.api_domain, &you.names.auth_domain];
    let is_known = |record: &&Record| {
        let is_own = record.name == you.domain && matches!(record.kind.as_str(), "NS" | "SOA");
        let is_alias = aliases.contains(&&record.name) && leads_to_the_course(record);
        is_own || is_alias || validates(record, &you.domain) || is_of_mail(record, &you.domain)
    };
    let first = records.iter().find(|record| !is_known(record))?;
    Some(format!("it has records that are not the course's, such as {} {}", first.name, first.kind))
}

/// Whether it is an alias to a thing of a kind that the course makes. Whoever has moved the name elsewhere keeps it.
fn leads_to_the_course(record: &Record) -> bool {
    let leads = |alias: &AliasTarget| OF_ALIASES.iter().any(|part| alias.host.contains(part));
    matches!(record.kind.as_str(), "A" | "AAAA") && record.alias.as_ref().is_some_and(leads)
}

/// Whether it validates a certificate for the domain itself, and none for a name below it.
fn validates(record: &Record, domain: &str) -> bool {
    let is_of_acm = |value: &String| OF_ACM.iter().any(|part| value.contains(part));
    let label = record.name.strip_suffix(domain).and_then(|rest| rest.strip_suffix('.'));
    let is_of_domain = label.is_some_and(|label| label.starts_with('_') && !label.contains('.'));
    record.kind == "CNAME" && is_of_domain && record.values.iter().any(is_of_acm)
}

/// Whether it is one of those that SES needs, and not those of another service for mail.
fn is_of_mail(record: &Record, domain: &str) -> bool {
    let has = |part: &str| record.values.iter().any(|value| value.contains(part));
    let is_named = |label: &str| record.name.strip_suffix(domain) == Some(label);
    match record.kind.as_str() {
        "CNAME" => record.name.ends_with(&format!("._domainkey.{domain}")) && has(OF_DKIM),
        "MX" => is_named("mail.") && has(OF_SES),
        "TXT" => (is_named("mail.") && has(OF_SES)) || (is_named("_dmarc.") && record.values == [DMARC]),
        _ => false,
    }
}

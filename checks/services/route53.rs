//! Route 53: hosted zones and their records.

use std::fmt;

use aws_sdk_route53::Client;
use aws_sdk_route53::types::{ResourceRecordSet, RrType};

mod routing;

use crate::aws::paging::Pages;
use crate::aws::service::prelude::*;
use crate::outside::dns::plain;
use crate::services::domains::{GET_DOMAIN_DETAIL, LIST_OPERATIONS};
use routing::routing;
pub use routing::{Routing, Rule};

pub const SERVICE: Service = Service {
    api: Api {
        id: "Route 53",
        settings_key: "route_53",
        operations: OPERATIONS,
        // Amazon Route 53 Developer Guide, "Quotas", and the bucket that its throttling was measured to have.
        rates: &[rate("", 50, 10)],
        always: &[
            always("ListHostedZonesByNameResponse", &["HostedZones"]),
            always("HostedZone", &["Id", "Name"]),
            always("GetHostedZoneResponse", &["HostedZone"]),
            always("DelegationSet", &["NameServers"]),
            always("ListResourceRecordSetsResponse", &["ResourceRecordSets", "IsTruncated"]),
            always("ResourceRecordSet", &["Name", "Type"]),
            always("AliasTarget", &["HostedZoneId", "DNSName", "EvaluateTargetHealth"]),
            always("ResourceRecord", &["Value"]),
        ],
    },
    health: health(|aws, _| {
        aws.answers(LIST_HOSTED_ZONES_BY_NAME, || aws.route53().list_hosted_zones_by_name().max_items(1).send())
    }),
};

operations! { "Route 53", "route53";
    LIST_HOSTED_ZONES_BY_NAME: "ListHostedZonesByName" on All;
    GET_HOSTED_ZONE: "GetHostedZone" on Resource;
    LIST_RESOURCE_RECORD_SETS: "ListResourceRecordSets" on Resource;
}

const HOSTED_ZONES: &ResourceSet = &resources("HostedZones", "arn:{{ partition }}:route53:::hostedzone/*");
/// The hosted zone of a domain. If several have the name, the delegation decides, which takes the last two reads.
pub const HOSTED_ZONE: Reader = Reader::of(&[
    reading_all(LIST_HOSTED_ZONES_BY_NAME),
    reading(GET_HOSTED_ZONE, HOSTED_ZONES),
    reading_all(GET_DOMAIN_DETAIL),
    reading_all(LIST_OPERATIONS),
]);
pub const RECORDS: Reader = Reader::of(&[reading(LIST_RESOURCE_RECORD_SETS, HOSTED_ZONES)]);
pub const CONSOLE: Page = page("https://console.aws.amazon.com/route53/v2/hostedzones");

/// The most other hosted zones that a missing record is looked for in.
const OTHER_ZONES: usize = 5;

/// A public hosted zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostedZone {
    pub id: String,
    pub arn: String,
    /// Without the final dot.
    pub name: String,
    /// The number of records, the zone's own NS and SOA records included.
    pub records: i64,
}

impl fmt::Display for HostedZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "hosted zone {}", self.id)
    }
}

/// A record of a hosted zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Without the final dot, in lower case.
    pub name: String,
    /// Such as `A` or `CNAME`.
    pub kind: String,
    pub alias: Option<AliasTarget>,
    /// The values of a record that is no alias.
    pub values: Vec<String>,
    /// How it is chosen among others of its name and kind; `None` for the only one.
    pub routing: Option<Routing>,
}

/// All records of one name and kind, of which Route 53 gives one visitor this and another that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordSets(pub Vec<Record>);

impl fmt::Display for RecordSets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let each: Vec<String> = self
            .0
            .iter()
            .map(|record| match (&record.alias, &record.routing) {
                (Some(alias), None) => alias.to_string(),
                (Some(alias), Some(routing)) => format!("{alias} ({})", routing.rule),
                (None, _) => record.describe(),
            })
            .collect();
        f.write_str(&each.join(", "))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AliasTarget {
    /// Without the final dot, in lower case.
    pub host: String,
    pub zone_id: String,
}

impl fmt::Display for AliasTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an alias to {}", self.host)
    }
}

impl Record {
    /// Whether it is a CNAME record with that value.
    pub fn is_cname_to(&self, value: &str) -> bool {
        self.kind == "CNAME" && self.values.iter().any(|own| plain(own) == value)
    }

    /// What the record says, on one line.
    pub fn describe(&self) -> String {
        match &self.alias {
            Some(alias) => {
                format!("{} {} alias to {} (hosted zone {})", self.name, self.kind, alias.host, alias.zone_id)
            }
            None => format!("{} {} {}", self.name, self.kind, self.values.join(", ")),
        }
    }
}

impl Aws {
    /// The public hosted zone for `domain` that the world uses: of several, the one that the domain is delegated to;
    /// where that is not known, the one with the most records.
    pub async fn hosted_zone(&self, you: &Learner, domain: &str) -> Read<Found<HostedZone>> {
        let zones = self.zones_from(domain).await?;
        let mut public: Vec<HostedZone> =
            zones.iter().filter(|z| !z.private && z.zone.name == domain).map(|z| z.zone.clone()).collect();
        if public.len() > 1 {
            return self.delegated_zone(you, domain, public).await.map(Found::Here);
        }
        match (public.pop(), zones.iter().any(|z| z.zone.name == domain)) {
            (Some(zone), _) => Ok(Found::Here(zone)),
            (None, true) => Ok(Found::Missing(Some(private_only(domain)))),
            (None, false) => Ok(Found::Missing(self.similar_zone(domain).await)),
        }
    }

    /// Whether the account has a hosted zone of that name, public or private.
    pub(crate) async fn has_zone(&self, domain: &str) -> Read<bool> {
        Ok(self.zones_from(domain).await?.iter().any(|listed| listed.zone.name == domain))
    }

    /// The four name servers that Route 53 gave the zone, without final dots.
    pub async fn name_servers(&self, zone: &HostedZone) -> Read<Vec<String>> {
        let call = Call::new(GET_HOSTED_ZONE, &zone.arn);
        let answer = self.ask(call.clone(), "", || self.route53().get_hosted_zone().id(&zone.id).send()).await?;
        let set = answer.delegation_set().ok_or_else(|| Fault::incomplete(call, "DelegationSet"))?;
        let mut servers: Vec<String> = set.name_servers().iter().map(|server| plain(server)).collect();
        servers.sort();
        Ok(servers)
    }

    /// All records of the zone at `name`.
    pub async fn records(&self, zone: &HostedZone, name: &str) -> Read<Vec<Record>> {
        let wanted = plain(name);
        let mut records = self.records_from(zone, &wanted).await?;
        records.retain(|record| record.name == wanted);
        Ok(records)
    }

    /// All records of the zone.
    pub async fn all_records(&self, zone: &HostedZone) -> Read<Vec<Record>> {
        self.records_from(zone, "").await
    }

    /// The records of that kind at `name`, some of which is an alias, or what a beginner made instead.
    pub async fn alias_records(&self, zone: &HostedZone, name: &str, kind: &str) -> Read<Found<RecordSets>> {
        let wanted = plain(name);
        let mut records = self.records_from(zone, &wanted).await?;
        // Records of other types say nothing about where a name leads.
        records.retain(|record| matches!(record.kind.as_str(), "A" | "AAAA" | "CNAME"));
        let (here, mut elsewhere): (Vec<_>, Vec<_>) = records.into_iter().partition(|record| record.name == wanted);
        // Names with an underscore are for machines, such as those that validate a certificate.
        elsewhere.retain(|record| !record.name.starts_with('_'));
        let of_kind: Vec<Record> = here.iter().filter(|record| record.kind == kind).cloned().collect();
        if of_kind.iter().any(|record| record.alias.is_some()) {
            return Ok(Found::Here(RecordSets(of_kind)));
        }
        let same_kind = of_kind.first();
        let near = |record: &Record| NearMiss {
            found: record.describe(),
            advice: format!("Create a record of type {kind} with the name {name}, and switch on Alias."),
        };
        if let Some(cname) = here.iter().find(|record| record.kind == "CNAME").filter(|_| same_kind.is_none()) {
            return Ok(Found::Missing(Some(no_alias(cname, name, kind))));
        }
        if let Some(record) = same_kind.or_else(|| nearest(&wanted, &elsewhere, |record| &record.name)) {
            return Ok(Found::Missing(Some(near(record))));
        }
        let other = self.record_elsewhere(zone, &wanted, kind).await;
        Ok(Found::Missing(other.or_else(|| here.first().map(near))))
    }

    /// The records at `name`, perhaps with some that follow it; all records when it is empty.
    async fn records_from(&self, zone: &HostedZone, name: &str) -> Read<Vec<Record>> {
        let call = Call::new(LIST_RESOURCE_RECORD_SETS, &zone.arn);
        let (mut records, mut pages) = (Vec::new(), Pages::of(&call));
        let mut next = (name.to_owned(), None::<RrType>, None::<String>);
        loop {
            let (start, kind, identifier) = next.clone();
            let scope =
                format!("{start} {} {}", kind.as_ref().map_or("", RrType::as_str), identifier.as_deref().unwrap_or(""));
            let start = Some(start).filter(|start| !start.is_empty());
            let page = self.route53().list_resource_record_sets().hosted_zone_id(&zone.id).set_start_record_name(start);
            let page = page.set_start_record_type(kind).set_start_record_identifier(identifier);
            let answer = self.ask(call.clone(), &scope, || page.send()).await?;
            pages.after(answer.is_truncated(), answer.next_record_name().map(|_| &*scope))?;
            records.extend(answer.resource_record_sets().iter().map(record));
            // Records are sorted by name, so a page that begins with another name has all that is asked for.
            let is_wanted = |next: &&str| answer.is_truncated() && (name.is_empty() || plain(next) == name);
            let following = answer.next_record_name().filter(is_wanted);
            let Some(following) = following else { return Ok(records) };
            next = (
                following.to_owned(),
                answer.next_record_type().cloned(),
                answer.next_record_identifier().map(str::to_owned),
            );
        }
    }

    /// The zones of that name, perhaps with some that follow it; all zones when it is empty.
    async fn zones_from(&self, name: &str) -> Read<Vec<ListedZone>> {
        let call = Call::new(LIST_HOSTED_ZONES_BY_NAME, "*");
        let (mut zones, mut pages) = (Vec::new(), Pages::of(&call));
        let mut next = (Some(name.to_owned()).filter(|name| !name.is_empty()), None::<String>);
        loop {
            let (start, id) = next;
            let scope = format!("{} {}", start.as_deref().unwrap_or_default(), id.as_deref().unwrap_or_default());
            let page = self.route53().list_hosted_zones_by_name().max_items(100);
            let send = || page.set_dns_name(start).set_hosted_zone_id(id).send();
            let answer = self.ask(call.clone(), &scope, send).await?;
            zones.extend(answer.hosted_zones().iter().map(listed));
            let id = pages.after(answer.is_truncated(), answer.next_hosted_zone_id())?;
            // Zones are sorted by name, so a page that begins with another name has all that is asked for.
            let following = answer.next_dns_name().filter(|next| name.is_empty() || plain(next) == name);
            let (Some(id), Some(following)) = (id, following) else { return Ok(zones) };
            next = (Some(following.to_owned()), Some(id));
        }
    }

    async fn delegated_zone(&self, you: &Learner, domain: &str, zones: Vec<HostedZone>) -> Read<HostedZone> {
        if !you.practice && self.is_on_internet().is_ok() {
            let delegation = self.delegation(domain).await?;
            for zone in &zones {
                if delegation.name_servers() == self.name_servers(zone).await? {
                    return Ok(zone.clone());
                }
            }
        }
        Ok(zones.into_iter().max_by_key(|zone| zone.records).expect("there are several"))
    }

    /// A zone that a beginner made instead; what cannot be read is no near miss and no fault of the clause.
    async fn similar_zone(&self, domain: &str) -> Option<NearMiss> {
        let zones = self.zones_from("").await.ok()?;
        nearest(domain, &zones, |z| &z.zone.name).map(|near| NearMiss {
            found: format!("a hosted zone for {}", near.zone.name),
            advice: format!("Create a public hosted zone with the name {domain}, exactly; or, if that other name is your domain, correct it in msl-learn.toml."),
        })
    }

    /// The record in another hosted zone of the same name, or of a name below it; what cannot be read is no near miss.
    pub async fn record_elsewhere(&self, zone: &HostedZone, name: &str, kind: &str) -> Option<NearMiss> {
        let zones = self.zones_from(&zone.name).await.ok()?;
        let below = format!(".{}", zone.name);
        let others = zones.iter().filter(|other| other.zone.id != zone.id);
        let others = others.filter(|other| other.zone.name == zone.name || other.zone.name.ends_with(&below));
        for other in others.take(OTHER_ZONES) {
            let place = if other.zone.name == zone.name { name } else { &other.zone.name };
            let records = self.records(&other.zone, place).await.unwrap_or_default();
            if let Some(record) = records.iter().find(|record| record.kind == kind) {
                return Some(in_other_zone(record, other, zone));
            }
        }
        None
    }

    pub(crate) fn route53(&self) -> Client {
        client!(self, aws_sdk_route53, "")
    }
}

struct ListedZone {
    zone: HostedZone,
    private: bool,
}

fn listed(zone: &aws_sdk_route53::types::HostedZone) -> ListedZone {
    let id = zone.id().trim_start_matches("/hostedzone/").to_owned();
    ListedZone {
        private: zone.config().is_some_and(|config| config.private_zone()),
        zone: HostedZone {
            arn: format!("arn:aws:route53:::hostedzone/{id}"),
            id,
            name: plain(zone.name()),
            records: zone.resource_record_set_count().unwrap_or_default(),
        },
    }
}

/// Queries for alias records of AWS's own things are free, those for CNAME records are charged, and a name with a CNAME
/// record takes no other (Amazon Route 53 Developer Guide, "Choosing between alias and non-alias records").
fn no_alias(cname: &Record, name: &str, kind: &str) -> NearMiss {
    NearMiss {
        found: cname.describe(),
        advice: format!(
            "A CNAME record may lead there as well, but it is no alias, and each query for it is charged. Delete it first, since its name takes no other record; then create a record of type {kind} with the name {name}, and switch on Alias."
        ),
    }
}

fn in_other_zone(record: &Record, other: &ListedZone, zone: &HostedZone) -> NearMiss {
    let kind = if other.private { "private" } else { "public" };
    NearMiss {
        found: format!("{}, in the {kind} hosted zone {} for {}", record.describe(), other.zone.id, other.zone.name),
        advice: format!(
            "The world asks the public hosted zone {} for {}: create the record there. A hosted zone that you do not need costs money every month; delete it.",
            zone.id, zone.name
        ),
    }
}

fn private_only(domain: &str) -> NearMiss {
    NearMiss {
        found: format!("a private hosted zone for {domain}"),
        advice: "A private hosted zone answers inside a VPC only. Create a public hosted zone of the same name.".into(),
    }
}

fn record(set: &ResourceRecordSet) -> Record {
    Record {
        name: plain(set.name()),
        kind: set.r#type().as_str().to_owned(),
        alias: set
            .alias_target()
            .map(|alias| AliasTarget { host: plain(alias.dns_name()), zone_id: alias.hosted_zone_id().to_owned() }),
        values: set.resource_records().iter().map(|value| value.value().to_owned()).collect(),
        routing: routing(set),
    }
}

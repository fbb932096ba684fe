//! How Route 53 chooses among several records of one name and kind (Amazon Route 53 Developer Guide, "Choosing a routing
//! policy").

use std::fmt;

use aws_sdk_route53::types::{ResourceRecordSet, ResourceRecordSetFailover};

/// How a record is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routing {
    pub rule: Rule,
    /// Whether another record is given while this one, or what it leads to, is found unhealthy.
    pub is_watched: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// In proportion to the weights of all.
    Weight(i64),
    Primary,
    /// While the primary is unhealthy.
    Secondary,
    /// By where the visitor is: the place, such as `DE`; of `*`, whoever is in no other.
    Place(String),
    /// By the nearest of these, such as `eu-central-1`.
    Nearest(String),
    /// One of all.
    Any,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rule::Weight(weight) => write!(f, "weight {weight}"),
            Rule::Primary => f.write_str("primary"),
            Rule::Secondary => f.write_str("secondary"),
            Rule::Place(place) => write!(f, "visitors in {place}"),
            Rule::Nearest(place) => write!(f, "visitors near {place}"),
            Rule::Any => f.write_str("one of several"),
        }
    }
}

/// `None` for simple routing, whose record has no identifier.
pub fn routing(set: &ResourceRecordSet) -> Option<Routing> {
    set.set_identifier()?;
    let is_watched =
        set.health_check_id().is_some() || set.alias_target().is_some_and(|alias| alias.evaluate_target_health());
    Some(Routing { rule: rule(set), is_watched })
}

fn rule(set: &ResourceRecordSet) -> Rule {
    if let Some(weight) = set.weight() {
        return Rule::Weight(weight);
    }
    if let Some(failover) = set.failover() {
        return if *failover == ResourceRecordSetFailover::Secondary { Rule::Secondary } else { Rule::Primary };
    }
    if let Some(region) = set.region() {
        return Rule::Nearest(region.as_str().to_owned());
    }
    if let Some(place) = set.geo_location() {
        let parts = [place.continent_code(), place.country_code(), place.subdivision_code()];
        return Rule::Place(parts.into_iter().flatten().collect::<Vec<_>>().join("-"));
    }
    if let Some(network) = set.cidr_routing_config() {
        return Rule::Place(network.location_name().to_owned());
    }
    match set.geo_proximity_location() {
        Some(place) => Rule::Nearest(place.aws_region().or(place.local_zone_group()).unwrap_or("a place").to_owned()),
        None => Rule::Any,
    }
}

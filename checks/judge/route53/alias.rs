//! Judgements of alias records: all that visitors are given of a name, and not the first alone.

use crate::judgement::Judgement;
use crate::services::route53::{AliasTarget, Record, Rule};

/// The alias record points at `host` in the hosted zone `zone_id`.
pub fn points_at(alias: &AliasTarget, host: &str, zone_id: &str) -> Judgement {
    let describe = |host: &str, zone: &str| format!("{host} (hosted zone {zone})");
    Judgement::equal(&describe(&alias.host, &alias.zone_id), &describe(host, zone_id))
}

/// Wherever Route 53 sends a visitor, the alias is right, as `judge` says.
pub fn all(records: &[Record], judge: impl Fn(&AliasTarget) -> Judgement) -> Judgement {
    let judged = |record: &Record| {
        let judgement = match &record.alias {
            Some(alias) => judge(alias),
            None => Judgement::fails("an alias record", record.describe()),
        };
        match &record.routing {
            Some(routing) => judgement.of(&routing.rule.to_string()),
            None => judgement,
        }
    };
    let (given, in_trouble): (Vec<&Record>, Vec<&Record>) = records
        .iter()
        .filter(|record| !is_never_given(record, records))
        .partition(|record| rule(record) != Some(&Rule::Secondary));
    if let Some(wrong) = given.iter().map(|record| judged(record)).find(Judgement::does_fail) {
        return wrong;
    }
    if in_trouble.iter().any(|record| judged(record).does_fail()) {
        return Judgement::skips(
            "not told from the records: the secondary one leads elsewhere, and is given while the primary's health check \
             fails. The public DNS shows which one is given",
        );
    }
    without_a_default(&given).unwrap_or_else(|| match given.first().or(in_trouble.first()) {
        Some(record) => judged(record),
        None => Judgement::fails("an alias record", "none that is given to anybody"),
    })
}

/// No record of the kind leads visitors elsewhere: there is none, or all are right.
pub fn none_astray(records: &[Record], kind: &str, judge: impl Fn(&AliasTarget) -> Judgement) -> Judgement {
    let of_kind: Vec<Record> = records.iter().filter(|record| record.kind == kind).cloned().collect();
    if of_kind.is_empty() { Judgement::holds(format!("no {kind} record")) } else { all(&of_kind, judge) }
}

fn rule(record: &Record) -> Option<&Rule> {
    record.routing.as_ref().map(|routing| &routing.rule)
}

/// A weight of 0 is for no visitor, unless all weights are (Amazon Route 53 Developer Guide, "Values specific for weighted
/// alias records"); a secondary record is for none while nobody watches the primary.
fn is_never_given(record: &Record, all: &[Record]) -> bool {
    match rule(record) {
        Some(Rule::Weight(0)) => all.iter().any(|other| matches!(rule(other), Some(Rule::Weight(1..)))),
        Some(Rule::Secondary) => all.iter().any(|other| {
            rule(other) == Some(&Rule::Primary) && other.routing.as_ref().is_some_and(|routing| !routing.is_watched)
        }),
        _ => false,
    }
}

/// Visitors of whom no record speaks get no answer (Amazon Route 53 Developer Guide, "Geolocation routing").
fn without_a_default(given: &[&Record]) -> Option<Judgement> {
    let places: Vec<&str> = given
        .iter()
        .filter_map(|record| match rule(record) {
            Some(Rule::Place(place)) => Some(place.as_str()),
            _ => None,
        })
        .collect();
    (!places.is_empty() && !places.contains(&"*")).then(|| {
        Judgement::fails(
            "a record for visitors wherever they are",
            format!("records for visitors in {} alone", places.join(", ")),
        )
        .advising("Create one more record with the location Default: visitors elsewhere get no answer.")
    })
}

//! Judgements of alias records.

use crate::judgement::Judgement;
use crate::services::route53::AliasTarget;

/// The alias record points at `host` in the hosted zone `zone_id`.
pub fn points_at(alias: &AliasTarget, host: &str, zone_id: &str) -> Judgement {
    let describe = |host: &str, zone: &str| format!("{host} (hosted zone {zone})");
    Judgement::equal(&describe(&alias.host, &alias.zone_id), &describe(host, zone_id))
}

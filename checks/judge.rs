//! Judgements that several exercises share: what a reader's answer means for the book's goal.

mod api;
mod api_domain;
mod articles;
mod attached;
mod bucket_policy;
mod certificate;
mod certificate_end;
mod chapters_file;
mod code;
mod data_access;
mod deployment;
mod distribution;
mod dns;
mod execution_role;
mod export;
mod function;
mod invalidation;
mod invocation;
mod mock;
mod origin;
mod page;
mod permissions;
mod robots;
mod table;
mod trust;
mod web;

pub use api::{integration, open_method, public_endpoint};
pub use api_domain::{api_alias, api_certificates, api_mapped, api_reached, api_ready, api_tls};
pub use articles::api_answers;
pub use attached::{attached, is_own_policy, not_attached};
pub use bucket_policy::{everyone_reads, no_stranger, only_distribution_reads};
pub use certificate::{issued, validated_by_dns, validation_records};
pub use chapters_file::chapters_file;
pub use code::{allows_origin, answers, handler};
pub use data_access::{names_object, names_table, reads_no_object, reads_object, scans};
pub use deployment::{serves, up_to_date};
pub use distribution::{bucket_itself, deployed, presents, signing, tls};
pub use dns::{leads_to_cloudfront, leads_to_zone, own_servers_answer, public_dns_answers};
pub use execution_role::{no_made_policy, no_made_role, own_role, works_under};
pub use export::{describes, exports_function, is_named_like_an_export, openapi};
pub use function::{ready, retention, supported_runtime};
pub use invalidation::invalidated;
pub use invocation::{invoked, invokes, only_api_invokes, proxied};
pub use mock::{answers_preflight, asks_for_200, lets_pages_read, sends_articles};
pub use page::{asks_api, links_to};
pub use permissions::{are_enough, no_more_than_needed, one_bucket, one_table, reads_data, scans_table, writes_logs};
pub use robots::keeps_crawlers_out;
pub use table::{active, chapters, keyed_by_number, on_demand};
pub use trust::{lambda_may_take_on, no_one_else_takes_on};
pub use web::{Visible, certificate_valid, cloudfront_serves, redirects_to_https, s3_serves, s3_serves_no_more, shows};

use crate::aws::{AliasTarget, Content, InEffect, Object, PublicAccess};
use crate::report::Judgement;

/// The content type is `expected`, with or without parameters such as a character set.
pub fn content_type(object: &Object, expected: &str) -> Judgement {
    let kind = object.content_type.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case(expected) {
        return Judgement::holds(&object.content_type);
    }
    Judgement::fails(expected, &object.content_type)
}

/// How text that is not in UTF-8 fails, which `readers` do not read; nothing for text that is.
pub fn not_utf8(file: &Content, readers: &str) -> Option<Judgement> {
    let advice = format!(
        "Save the file with the encoding UTF-8: {readers} read no other, and some editors and PowerShell write UTF-16."
    );
    (!file.is_utf8).then(|| Judgement::fails("text in UTF-8", "text in UTF-16").advising(advice))
}

/// A public policy may be put and works; the settings for access control lists do not matter.
pub fn public_policy_works(settings: PublicAccess) -> Judgement {
    if settings.lets_public_policy_work() {
        return Judgement::holds(settings.describe());
    }
    Judgement::fails("BlockPublicPolicy and RestrictPublicBuckets are off", settings.describe())
}

/// All public access is blocked: by the bucket's own settings or by those of the whole account.
pub fn all_blocked(settings: InEffect) -> Judgement {
    const EXPECTED: &str = "all four settings are on";
    match settings {
        InEffect { own, .. } if own.all_on() => Judgement::holds(EXPECTED),
        InEffect { of_account, .. } if of_account.all_on() => {
            Judgement::holds("all four settings are on for the whole account")
        }
        InEffect { own, .. } => Judgement::fails(EXPECTED, own.describe()),
    }
}

/// The alias record points at `host` in the hosted zone `zone_id`.
pub fn alias_points_at(alias: &AliasTarget, host: &str, zone_id: &str) -> Judgement {
    let describe = |host: &str, zone: &str| format!("{host} (hosted zone {zone})");
    Judgement::equal(&describe(&alias.host, &alias.zone_id), &describe(host, zone_id))
}

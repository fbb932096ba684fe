//! How long AWS takes for what it finishes later: one table, and the words for a wait.

use std::fmt;

use serde::Serialize;

/// How long AWS takes for something, in seconds from its beginning, and in how many seconds another look is worth it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Wait {
    pub usual_seconds: u32,
    pub longest_seconds: u32,
    pub next_look_seconds: u32,
}

const MINUTE: u32 = 60;
const HOUR: u32 = 60 * MINUTE;
const DAY: u32 = 24 * HOUR;

/// ACM makes the validation records "several seconds" after a request (ACM API Reference, RequestCertificate).
pub const VALIDATION_RECORDS: Wait = Wait { usual_seconds: 10, longest_seconds: 5 * MINUTE, next_look_seconds: 10 };

/// A registered number takes days or weeks (AWS End User Messaging SMS User Guide, "Registrations").
pub const ORIGINATION_NUMBER: Wait =
    Wait { usual_seconds: 5 * DAY, longest_seconds: 30 * DAY, next_look_seconds: HOUR };

/// Up to 30 minutes once the records are there (ACM User Guide, "DNS validation"); the waiter `CertificateValidated`
/// looks once a minute.
pub const CERTIFICATE_VALIDATION: Wait =
    Wait { usual_seconds: 5 * MINUTE, longest_seconds: 30 * MINUTE, next_look_seconds: MINUTE };

/// The waiter `DistributionDeployed` looks once a minute and gives up after 35.
pub const DISTRIBUTION_DEPLOYMENT: Wait =
    Wait { usual_seconds: 5 * MINUTE, longest_seconds: 35 * MINUTE, next_look_seconds: MINUTE };

/// The waiter `InvalidationCompleted` looks every 20 seconds and gives up after 10 minutes.
pub const INVALIDATION: Wait = Wait { usual_seconds: 2 * MINUTE, longest_seconds: 10 * MINUTE, next_look_seconds: 20 };

/// Up to three days (Amazon Route 53 Developer Guide, "Registering a new domain").
pub const DOMAIN_REGISTRATION: Wait =
    Wait { usual_seconds: 15 * MINUTE, longest_seconds: 3 * DAY, next_look_seconds: 5 * MINUTE };

/// The old registrar has five days to object, and the registry may take some more (Amazon Route 53 Developer Guide,
/// "Transferring registration for a domain to Amazon Route 53").
pub const DOMAIN_TRANSFER: Wait = Wait { usual_seconds: 5 * DAY, longest_seconds: 10 * DAY, next_look_seconds: HOUR };

/// Within 60 seconds as a rule (Amazon Route 53 FAQs); the waiter `ResourceRecordSetsChanged` gives up after 30
/// minutes.
pub const RECORD_CHANGE: Wait = Wait { usual_seconds: MINUTE, longest_seconds: 30 * MINUTE, next_look_seconds: MINUTE };

/// Resolvers remember that there was no record for as long as the zone's SOA record has them: 900 seconds in a zone
/// that Route 53 made (Amazon Route 53 Developer Guide, "SOA and NS records").
pub const NO_RECORD: Wait = Wait { usual_seconds: 5 * MINUTE, longest_seconds: 15 * MINUTE, next_look_seconds: MINUTE };

/// A step takes as long as it takes; those of the course end within seconds.
pub const EXECUTION: Wait = Wait { usual_seconds: 10, longest_seconds: HOUR, next_look_seconds: 10 };

/// A backup on demand is there within seconds as a rule; DynamoDB names no limit (Amazon DynamoDB Developer Guide, "Backing up a
/// DynamoDB table").
pub const TABLE_BACKUP: Wait = Wait { usual_seconds: MINUTE, longest_seconds: 15 * MINUTE, next_look_seconds: 10 };

/// Lambda takes up to some minutes to begin with a stream, or to stop (AWS Lambda Developer Guide, "Polling and batching
/// streams").
pub const EVENT_SOURCE: Wait = Wait { usual_seconds: MINUTE, longest_seconds: 10 * MINUTE, next_look_seconds: 10 };

/// "Up to two days" (Amazon Route 53 Developer Guide, "Making Route 53 the DNS service for an existing domain").
pub const DELEGATION: Wait = Wait { usual_seconds: HOUR, longest_seconds: 2 * DAY, next_look_seconds: 5 * MINUTE };

/// Website hosting follows its settings within minutes; Amazon S3 names no limit.
pub const WEBSITE_HOSTING: Wait =
    Wait { usual_seconds: MINUTE, longest_seconds: 15 * MINUTE, next_look_seconds: MINUTE };

/// Until a new bucket's name is known in all regions, S3 redirects those who ask elsewhere (Amazon S3 User Guide,
/// "Making requests using the REST API", request redirection).
pub const BUCKET_NAME: Wait = Wait { usual_seconds: HOUR, longest_seconds: DAY, next_look_seconds: 5 * MINUTE };

/// Seconds for a package of a few files; the waiters `FunctionActiveV2` and `FunctionUpdatedV2` look once a second and
/// give up after five minutes.
pub const FUNCTION_CHANGE: Wait = Wait { usual_seconds: 10, longest_seconds: 5 * MINUTE, next_look_seconds: 10 };
/// The waiter `TableExists` looks every 20 seconds and gives up after 25 times.
pub const TABLE_CREATION: Wait = Wait { usual_seconds: 20, longest_seconds: 500, next_look_seconds: 20 };
/// "Most objects replicate within 15 minutes" (Amazon S3 User Guide, "Replicating objects within and across Regions").
pub const REPLICATION: Wait = Wait { usual_seconds: MINUTE, longest_seconds: 15 * MINUTE, next_look_seconds: 30 };
/// The waiters `StackCreateComplete` and `StackUpdateComplete` look every 30 seconds and give up after 120 times; a stack of a few
/// things takes a minute or two.
pub const STACK: Wait = Wait { usual_seconds: 2 * MINUTE, longest_seconds: HOUR, next_look_seconds: 30 };
/// A conformance pack is a stack of rules; AWS names no limit.
pub const CONFORMANCE_PACK: Wait =
    Wait { usual_seconds: 2 * MINUTE, longest_seconds: 15 * MINUTE, next_look_seconds: 30 };
/// An edge-optimized custom domain name is ready after up to 40 minutes, a Regional one much sooner (API Gateway
/// Developer Guide, "Set up an edge-optimized custom domain name in API Gateway").
pub const API_DOMAIN: Wait =
    Wait { usual_seconds: 5 * MINUTE, longest_seconds: 40 * MINUTE, next_look_seconds: MINUTE };

/// A custom domain of a user pool is online within five minutes, and its certificate everywhere after an hour at the longest
/// (service model of CreateUserPoolDomain).
pub const POOL_DOMAIN: Wait = Wait { usual_seconds: 5 * MINUTE, longest_seconds: HOUR, next_look_seconds: MINUTE };

/// SES looks for the records of an identity for 72 hours, and then gives up (Amazon SES Developer Guide, "Creating and verifying
/// identities in Amazon SES", "Using a custom MAIL FROM domain").
pub const MAIL_RECORDS: Wait =
    Wait { usual_seconds: 15 * MINUTE, longest_seconds: 3 * DAY, next_look_seconds: 5 * MINUTE };

/// A new deployment is at all of API Gateway's servers within seconds as a rule; AWS names no limit.
pub const STAGE_DEPLOYMENT: Wait = Wait { usual_seconds: 10, longest_seconds: MINUTE, next_look_seconds: 10 };

/// As long as resolvers may remember a record, in whole minutes.
pub fn remembered(ttl_seconds: u32) -> Wait {
    let longest = ttl_seconds.max(1).div_ceil(MINUTE) * MINUTE;
    Wait { usual_seconds: longest, longest_seconds: longest, next_look_seconds: MINUTE }
}

/// Until a moment that is known, in whole minutes or hours.
pub fn until(seconds: u32) -> Wait {
    let unit = if seconds > 3 * HOUR { HOUR } else { MINUTE };
    let usual = seconds.max(1).div_ceil(unit).saturating_mul(unit);
    Wait { usual_seconds: usual, longest_seconds: usual.saturating_add(unit), next_look_seconds: usual.min(HOUR) }
}

/// The wait as learners read it.
impl fmt::Display for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [usual, longest, next] = [self.usual_seconds, self.longest_seconds, self.next_look_seconds].map(in_words);
        write!(f, "usually about {usual}, at the longest about {longest}; look again in {next}")
    }
}

/// In the largest unit that leaves no rest: `90 seconds`, `35 minutes`, `3 days`.
fn in_words(seconds: u32) -> String {
    let units = [(DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"), (1, "second")];
    let whole = units.into_iter().find(|(length, _)| seconds >= *length && seconds.is_multiple_of(*length));
    let (length, unit) = whole.unwrap_or((1, "second"));
    match seconds / length {
        1 => format!("1 {unit}"),
        count => format!("{count} {unit}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_said_in_units_that_people_use() {
        let lengths = [0, 1, 10, 60, 90, 35 * 60, 3600, 5400, 86_400, 3 * 86_400];
        let said = lengths.map(in_words);
        assert_eq!(
            said,
            [
                "0 seconds",
                "1 second",
                "10 seconds",
                "1 minute",
                "90 seconds",
                "35 minutes",
                "1 hour",
                "90 minutes",
                "1 day",
                "3 days"
            ]
        );
        assert_eq!(
            DOMAIN_REGISTRATION.to_string(),
            "usually about 15 minutes, at the longest about 3 days; look again in 5 minutes"
        );
        for (seconds, said) in [
            (0, "usually about 1 minute, at the longest about 2 minutes; look again in 1 minute"),
            (601, "usually about 11 minutes, at the longest about 12 minutes; look again in 11 minutes"),
            (40_000, "usually about 12 hours, at the longest about 13 hours; look again in 1 hour"),
        ] {
            assert_eq!(until(seconds).to_string(), said);
        }
    }
}

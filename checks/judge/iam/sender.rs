//! Conditions on who sends a message: what policies say to senders at one domain.

use std::collections::BTreeMap;

use crate::documents::policy::{Effect, Policy, Statement, Values};
use crate::services::iam::{RolePermissions, RolePolicy};

/// The address from which a message comes (Amazon SES Developer Guide, "Condition keys specific to Amazon SES").
const FROM: &str = "ses:FromAddress";
/// The operators that hold of the addresses they name, and those that hold of all others.
const OF_THESE: [&str; 3] = ["StringEquals", "StringEqualsIgnoreCase", "StringLike"];
const OF_OTHERS: [&str; 3] = ["StringNotEquals", "StringNotEqualsIgnoreCase", "StringNotLike"];

/// The policy as it reads for a sender at `domain`: without conditions that such a sender fulfils, and without statements
/// that are about other senders.
pub fn at_domain(policy: &Policy, domain: &str) -> Policy {
    let mut policy = policy.clone();
    policy.statements.retain(|statement| !is_about_others(statement, domain));
    for statement in policy.statements.iter_mut().filter(|statement| statement.effect == Effect::Allow) {
        for (operator, keys) in &mut statement.condition {
            if OF_THESE.iter().any(|one| one.eq_ignore_ascii_case(operator)) {
                keys.retain(|key, values| !is_sender(key) || !names_domain(values, domain));
            }
        }
        statement.condition.retain(|_, keys| !keys.is_empty());
    }
    policy
}

/// The same of all that says what a role may do.
pub fn of_role(role: &RolePermissions, domain: &str) -> RolePermissions {
    let at_domain = |of: &RolePolicy| RolePolicy { document: at_domain(&of.document, domain), ..of.clone() };
    RolePermissions {
        role: role.role.clone(),
        policies: role.policies.iter().map(at_domain).collect(),
        boundary: role.boundary.as_ref().map(at_domain),
    }
}

/// Whether a Deny spares senders at the domain.
fn is_about_others(statement: &Statement, domain: &str) -> bool {
    let spares = |(operator, keys): (&String, &BTreeMap<String, Values>)| {
        let of_others = OF_OTHERS.iter().any(|one| one.eq_ignore_ascii_case(operator));
        of_others && keys.iter().any(|(key, values)| is_sender(key) && names_domain(values, domain))
    };
    statement.effect == Effect::Deny && statement.condition.iter().any(spares)
}

fn is_sender(key: &str) -> bool {
    key.eq_ignore_ascii_case(FROM)
}

/// Whether one of the patterns is for addresses at the domain.
fn names_domain(values: &Values, domain: &str) -> bool {
    let is_at = |pattern: &String| {
        let host = pattern.rsplit_once('@').map_or(pattern.as_str(), |(_, host)| host);
        host == "*" || host.trim_start_matches("*").eq_ignore_ascii_case(domain)
    };
    values.0.iter().any(is_at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statements(statement: &str) -> Vec<Statement> {
        let policy = Policy::parse(&format!(r#"{{"Statement": [{statement}]}}"#)).expect("a policy");
        at_domain(&policy, "example.com").statements
    }

    fn allowing(condition: &str) -> String {
        format!(r#"{{"Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*", "Condition": {{{condition}}}}}"#)
    }

    #[test]
    fn a_condition_that_senders_of_the_domain_fulfil_is_left_out() {
        for condition in [
            r#""StringEquals": {"ses:FromAddress": "no-reply@example.com"}"#,
            r#""StringLike": {"SES:fromaddress": ["ada@example.net", "*@Example.com"]}"#,
            r#""stringlike": {"ses:FromAddress": "*"}"#,
            r#""StringLike": {"ses:FromAddress": "*example.com"}"#,
        ] {
            assert!(statements(&allowing(condition))[0].condition.is_empty(), "{condition}");
        }
    }

    #[test]
    fn every_other_condition_stays() {
        for condition in [
            r#""StringEquals": {"ses:FromAddress": "ada@example.net"}"#,
            r#""StringEquals": {"ses:FromAddress": "ada@sub.example.com"}"#,
            r#""StringNotEquals": {"ses:FromAddress": "ada@example.com"}"#,
            r#""StringLike": {"ses:Recipients": "*@example.com"}"#,
        ] {
            assert_eq!(statements(&allowing(condition))[0].condition.len(), 1, "{condition}");
        }
        let both = r#""StringLike": {"ses:FromAddress": "*@example.com", "ses:FromDisplayName": "Website"}"#;
        assert_eq!(statements(&allowing(both))[0].condition["StringLike"].len(), 1);
    }

    #[test]
    fn a_deny_about_other_senders_is_none() {
        let deny = |condition: &str| allowing(condition).replace("Allow", "Deny");
        assert!(statements(&deny(r#""StringNotLike": {"ses:FromAddress": "*@example.com"}"#)).is_empty());
        for condition in [
            r#""StringNotLike": {"ses:FromAddress": "*@example.net"}"#,
            r#""StringLike": {"ses:FromAddress": "*@example.com"}"#,
        ] {
            assert_eq!(statements(&deny(condition))[0].condition.len(), 1, "{condition}");
        }
    }
}

//! Conditions: the operators that the book's policies use. One that is not known is never taken to hold.

use std::net::IpAddr;

use super::document::{Conditions, Values};
use super::glob::{self, Case};
use super::identity::Truth;

/// Keys that tie a statement to known sources when they have fixed values
/// (Amazon S3 User Guide, "Blocking public access", "The meaning of public").
const NARROWING_KEYS: &[&str] = &[
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalaccount",
    "aws:principalarn",
    "aws:sourceip",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:sourceowner",
    "aws:sourcearn",
    "aws:sourceaccount",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:userid",
    "s3:dataaccesspointarn",
    "s3:dataaccesspointaccount",
    "s3:x-amz-server-side-encryption-aws-kms-key-id",
];

/// A condition key of a request that is known: its value, or that the request does not have it.
pub type Known<'a> = (&'a str, Option<&'a str>);

/// Says of a request that it has no other condition key than those known.
pub const NO_OTHER: Known<'_> = ("*", None);

/// What is known of a condition key: its value or its absence, if anything.
pub fn looked_up<'a>(known: &[Known<'a>], key: &str) -> Option<Option<&'a str>> {
    let of = |wanted: &str| known.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted));
    of(key).or_else(|| of(NO_OTHER.0)).map(|(_, value)| *value)
}

/// Whether every condition holds, as far as `known` tells: another key may have any value, or be absent.
pub fn may_hold(conditions: &Conditions, known: &[Known<'_>]) -> Truth {
    let all =
        conditions.iter().flat_map(|(operator, keys)| keys.iter().map(move |(key, values)| (operator, key, values)));
    let each = all.map(|(operator, key, values)| {
        let Some(actual) = looked_up(known, key) else { return Truth::Maybe };
        match compare(operator, actual, values) {
            Some(true) => Truth::Yes,
            Some(false) => Truth::No,
            None => Truth::Maybe,
        }
    });
    each.min().unwrap_or(Truth::Yes)
}

/// Whether some condition ties the statement to known sources.
pub fn narrows(conditions: &Conditions) -> bool {
    conditions.iter().any(|(operator, keys)| {
        let positive =
            !operator.to_ascii_lowercase().contains("not") && !operator.to_ascii_lowercase().ends_with("ifexists");
        positive
            && keys.iter().any(|(key, values)| {
                NARROWING_KEYS.contains(&key.to_ascii_lowercase().as_str())
                    && values.0.iter().all(|value| is_fixed(value))
            })
    })
}

/// A value is fixed when it names someone: not `*` alone, not everybody's addresses.
fn is_fixed(value: &str) -> bool {
    !matches!(value, "*" | "0.0.0.0/0" | "::/0") && !value.starts_with('*')
}

/// `None` when the operator is not known here.
fn compare(operator: &str, actual: Option<&str>, values: &Values) -> Option<bool> {
    let operator = operator.to_ascii_lowercase();
    let (operator, of_all) = match operator.split_once(':') {
        Some(("forallvalues", operator)) => (operator, true),
        Some((_, operator)) => (operator, false),
        None => (operator.as_str(), false),
    };
    if operator == "null" {
        let wants_absent = values.0.iter().any(|value| value.eq_ignore_ascii_case("true"));
        return Some(actual.is_none() == wants_absent);
    }
    let (operator, if_exists) = match operator.strip_suffix("ifexists") {
        Some(base) => (base, true),
        None => (operator, false),
    };
    let (test, negated) = test_of(operator)?;
    // All values of a key that is not there have any property.
    let Some(actual) = actual else { return Some(if_exists || negated || of_all) };
    if values.0.iter().any(|value| value.contains("${")) {
        return None; // only AWS knows what a variable stands for
    }
    let any = values.0.iter().any(|value| test(value, actual));
    Some(any != negated)
}

type Test = fn(&str, &str) -> bool;

fn test_of(operator: &str) -> Option<(Test, bool)> {
    let same: Test = |value, actual| value == actual;
    let same_without_case: Test = |value, actual| value.eq_ignore_ascii_case(actual);
    let like: Test = |value, actual| glob::matches(value, actual, Case::Sensitive);
    Some(match operator {
        "stringequals" => (same, false),
        "stringnotequals" => (same, true),
        "stringequalsignorecase" | "bool" => (same_without_case, false),
        "stringnotequalsignorecase" => (same_without_case, true),
        // IAM treats ArnEquals and ArnLike alike.
        "stringlike" | "arnlike" | "arnequals" => (like, false),
        "numericequals" => (|value, actual| number(value, actual, |a, b| a == b), false),
        "numericnotequals" => (|value, actual| number(value, actual, |a, b| a == b), true),
        "numericlessthan" => (|value, actual| number(value, actual, |a, b| a < b), false),
        "numericlessthanequals" => (|value, actual| number(value, actual, |a, b| a <= b), false),
        "numericgreaterthan" => (|value, actual| number(value, actual, |a, b| a > b), false),
        "numericgreaterthanequals" => (|value, actual| number(value, actual, |a, b| a >= b), false),
        "stringnotlike" | "arnnotlike" | "arnnotequals" => (like, true),
        "ipaddress" => (within, false),
        "notipaddress" => (within, true),
        _ => return None,
    })
}

/// Compares the request's number with the condition's; what is no number compares with nothing.
fn number(value: &str, actual: &str, compare: fn(f64, f64) -> bool) -> bool {
    match (actual.parse(), value.parse()) {
        (Ok(actual), Ok(value)) => compare(actual, value),
        _ => false,
    }
}

/// Whether an address is in a range such as `203.0.113.0/24`, or is that address.
fn within(range: &str, address: &str) -> bool {
    let (first, length) = range.split_once('/').map_or((range, None), |(first, length)| (first, Some(length)));
    let (Ok(first), Ok(address)) = (first.parse(), address.parse()) else { return false };
    let (first, address, bits) = match (first, address) {
        (IpAddr::V4(first), IpAddr::V4(address)) => (u32::from(first).into(), u32::from(address).into(), 32),
        (IpAddr::V6(first), IpAddr::V6(address)) => (u128::from(first), u128::from(address), 128),
        _ => return false,
    };
    let length: u32 = length.map_or(Some(bits), |length| length.parse().ok()).unwrap_or(bits);
    let beyond = bits.saturating_sub(length);
    first.checked_shr(beyond).unwrap_or_default() == address.checked_shr(beyond).unwrap_or_default()
}

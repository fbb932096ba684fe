//! What the value of a parameter says: a time, or a length of time.

use std::time::Duration;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use jiff::Timestamp;

use crate::judgement::Judgement;
use crate::services::ssm::Parameter;

const TIME: &str = "a time such as 2026-11-01T00:00:00.000Z";
const LENGTH: &str = "a number of milliseconds, such as 86400000 for a day";
/// Below this, a number of milliseconds was perhaps meant to be one of seconds: an hour.
const SHORT: f64 = 3_600_000.0;
/// Below this, in milliseconds, no interval was meant, but a number of hours, minutes or seconds: a second.
const LEAST: f64 = 1000.0;
/// An interval above this, and a time further away, is a slip.
const YEAR: Duration = Duration::from_secs(366 * 24 * 60 * 60);
/// How much of a value is shown.
const SHOWN: usize = 40;

/// The value is a time in the form of ISO 8601. One after `now` is right: it says when the next interval begins.
pub fn time(parameter: &Parameter, now: Timestamp) -> Judgement {
    if let Some(wrong) = encrypted(parameter, TIME) {
        return wrong;
    }
    let value = parameter.value.as_str();
    match instant(value.trim()) {
        Some(_) if value.trim() != value => Judgement::fails(TIME, blanks(value)).advising(
            "Programs refuse a time with blanks or a line break around it. They come with a file or a pasted line: set the value \
             again, without them.",
        ),
        Some(at) if at > later(now, YEAR) => Judgement::fails(TIME, shown(value)).advising(
            "That is more than a year from now, and until then the function finds nothing to do: set a time that has passed.",
        ),
        Some(at) if at > later(now, Duration::ZERO) => Judgement::holds(shown(value)).advising(
            "That time is still to come: until it has passed, and an interval after it, the function finds nothing to do.",
        ),
        Some(_) => Judgement::holds(shown(value)),
        None => Judgement::fails(TIME, shown(value)),
    }
}

/// Whether programs read the text as a time.
pub fn is_time(text: &str) -> bool {
    instant(text).is_some()
}

/// The value is a length of time in milliseconds.
pub fn length(parameter: &Parameter) -> Judgement {
    if let Some(wrong) = encrypted(parameter, LENGTH) {
        return wrong;
    }
    let value = parameter.value.as_str();
    let found = match value.trim() == value {
        true => shown(value),
        false => blanks(value),
    };
    match value.trim().parse::<f64>() {
        Ok(length) if length > 0.0 && length < LEAST => Judgement::fails(LENGTH, found).advising(
            "That is less than a second. Milliseconds are asked for: a day has 24 * 60 * 60 * 1000, which is 86400000.",
        ),
        Ok(length) if length.is_finite() && length > YEAR.as_secs_f64() * 1000.0 => Judgement::fails(LENGTH, found)
            .advising("That is more than a year, in which no interval would end: a day has 86400000."),
        Ok(length) if length.is_finite() && length > 0.0 && length < SHORT => {
            Judgement::holds(&found).advising(format!(
                "In milliseconds that is {} seconds. If you meant seconds, multiply it by 1,000: a day has 86400000.",
                length / 1000.0
            ))
        }
        Ok(length) if length.is_finite() && length > 0.0 => Judgement::holds(found),
        _ => Judgement::fails(LENGTH, found),
    }
}

/// A function that does not ask for more gets the cipher of it.
fn encrypted(parameter: &Parameter, expected: &str) -> Option<Judgement> {
    parameter.is_encrypted.then(|| {
        Judgement::fails(format!("{expected}, as a String"), format!("a {}, whose value is encrypted", parameter.kind))
            .advising(
                "Nothing in it is secret, and a function that does not ask for decryption gets a cipher. A type cannot be \
                 changed: delete the parameter, and create it again as a String.",
            )
    })
}

fn blanks(value: &str) -> String {
    let around = if value.trim_end_matches(['\n', '\r']) == value { "blanks" } else { "a line break" };
    format!("{}, with {around} around it", shown(value.trim()))
}

/// The moment so long after another; the latest one that there is, if it lies beyond.
fn later(now: Timestamp, by: Duration) -> DateTime {
    let nanoseconds = now.as_nanosecond().saturating_add(i128::try_from(by.as_nanos()).unwrap_or(i128::MAX));
    DateTime::from_nanos(nanoseconds).unwrap_or(DateTime::from_secs(i64::MAX))
}

fn shown(value: &str) -> String {
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

/// When it is, in the forms that programs read: parts of a date, without seconds, without a zone, and with one.
fn instant(text: &str) -> Option<DateTime> {
    let (date, time) = match text.split_once(['T', 't', ' ']) {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let (clock, zone) = match time {
        Some(time) => time.split_at(time.find(['Z', 'z', '+', '-']).unwrap_or(time.len())),
        None => ("00:00", ""),
    };
    let clock = match clock.split(':').count() {
        2 => format!("{clock}:00"),
        _ => clock.to_owned(),
    };
    let whole = format!("{}T{clock}{}", whole_date(date), whole_zone(zone));
    DateTime::from_str(&whole, Format::DateTimeWithOffset).ok()
}

/// A year, or a year and a month, is its first day.
fn whole_date(date: &str) -> String {
    match date.split('-').count() {
        1 => format!("{date}-01-01"),
        2 => format!("{date}-01"),
        _ => date.to_owned(),
    }
}

/// Lambda's own time is UTC.
fn whole_zone(zone: &str) -> String {
    match zone {
        "" | "z" => "Z".into(),
        zone if zone.len() == 5 && zone.is_ascii() => format!("{}:{}", &zone[..3], &zone[3..]),
        zone => zone.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn time(parameter: &Parameter) -> Judgement {
        super::time(parameter, "2026-11-30T00:00:00Z".parse().unwrap())
    }

    fn parameter(value: &str) -> Parameter {
        Parameter { name: "/a/b".into(), kind: "String".into(), is_encrypted: false, value: value.into() }
    }

    #[test]
    fn times_in_the_forms_that_programs_read() {
        for value in [
            "2026-11-01T00:00:00.000Z",
            "2026-11-01T00:00:00Z",
            "2026-11-01T00:00Z",
            "2026-11-01T02:00:00+02:00",
            "2026-11-01T02:00:00+0200",
            "2026-11-01T00:00:00",
            "2026-11-01 00:00:00",
            "2026-11-01",
            "2026-11",
            "2026",
        ] {
            let judged = time(&parameter(value));
            assert!(judged.does_hold(), "{value}: {judged:?}");
        }
        for value in ["", "now", "1767225600000", "01.11.2026", "2026-13-01T00:00:00Z", "2026-11-01T25:00:00Z", "{}"] {
            assert!(time(&parameter(value)).does_fail(), "{value}");
        }
    }

    #[test]
    fn the_same_moment_is_the_same_in_every_form() {
        let moment = instant("2026-11-01T00:00:00.000Z");
        assert!(moment.is_some());
        for same in ["2026-11-01T02:00+0200", "2026-11", "2026-11-01 00:00:00", "2026-10-31T23:00:00-01:00"] {
            assert_eq!(instant(same), moment, "{same}");
        }
    }

    #[test]
    fn a_time_with_a_line_break_is_none_and_a_number_is() {
        let broken = time(&parameter("2026-11-01T00:00:00.000Z\n"));
        assert!(broken.does_fail() && broken.found.is_some_and(|found| found.contains("a line break")));
        assert!(time(&parameter(" 2026-11-01T00:00:00.000Z")).does_fail());
        assert!(length(&parameter("86400000\n")).does_hold());
    }

    #[test]
    fn a_time_to_come_is_right_and_said() {
        let later = time(&parameter("2026-12-01T00:00:00Z"));
        assert!(later.does_hold() && later.has_advice());
        assert!(time(&parameter("2999-01-01T00:00:00.000Z")).does_fail(), "a slip in the year");
        assert!(!time(&parameter("2020-01-01T00:00:00.000Z")).has_advice());
    }

    #[test]
    fn lengths_are_positive_numbers() {
        for value in ["86400000", "3600000.0", "86400000 "] {
            let judged = length(&parameter(value));
            assert!(judged.does_hold() && !judged.has_advice(), "{value}");
        }
        let seconds = length(&parameter("86400"));
        assert!(seconds.does_hold() && seconds.advice.is_some_and(|advice| advice.contains("86.4 seconds")));
        for value in ["", "0", "-1", "24", "999", "99999999999", "a day", "86,400,000", "NaN", "inf"] {
            assert!(length(&parameter(value)).does_fail(), "{value}");
        }
    }

    #[test]
    fn a_secret_is_not_shown() {
        let secret = Parameter { is_encrypted: true, kind: "SecureString".into(), ..parameter("AQICAHcipher") };
        for judged in [time(&secret), length(&secret)] {
            assert!(judged.does_fail() && !format!("{judged:?}").contains("cipher\""), "{judged:?}");
        }
        assert!(!format!("{secret:?} {secret}").contains("AQICAH"));
    }

    proptest! {
        #[test]
        fn no_value_breaks_the_reading(value in "\\PC{0,60}") {
            let (at, long) = (time(&parameter(&value)), length(&parameter(&value)));
            prop_assert!(at.does_hold() || at.does_fail());
            prop_assert!(long.does_hold() || long.does_fail());
        }
    }
}

//! Numbers on the command line. Where one is wrong, plain words say what was expected.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::catalog::last_chapter;

/// A chapter of the book.
///
/// # Errors
/// If the book has none of that number.
pub fn chapter(text: &str) -> Result<u8, String> {
    within(text, 1..=last_chapter()).map_err(|wanted| format!("expected a chapter {wanted}, such as 4"))
}

/// What fixes an order.
///
/// # Errors
/// If it is no whole number.
pub fn seed(text: &str) -> Result<u64, String> {
    within(text, 0..=u64::MAX).map_err(|_| "expected a whole number, such as 7".to_owned())
}

/// What a learner gets for an exercise.
///
/// # Errors
/// If it is no number, or below 0.
pub fn points(text: &str) -> Result<f64, String> {
    let points = text.trim().parse().ok().filter(|points: &f64| points.is_finite() && *points >= 0.0);
    points.ok_or_else(|| "expected a number of points, such as 1 or 0.5".to_owned())
}

/// How many questions a sheet has.
///
/// # Errors
/// If it is none.
pub fn questions(text: &str) -> Result<u16, String> {
    within(text, 1..=u16::MAX).map_err(|_| "expected how many questions, such as 10".to_owned())
}

/// How many learners a run in the cloud reads at once.
///
/// # Errors
/// If STS does not allow so many.
pub fn at_once(text: &str) -> Result<u16, String> {
    within(text, 1..=500).map_err(|wanted| format!("expected a number {wanted}, such as 100"))
}

/// A port of this machine; 0 is a free one.
///
/// # Errors
/// If there is no such port.
pub fn port(text: &str) -> Result<u16, String> {
    within(text, 0..=u16::MAX).map_err(|wanted| format!("expected a port {wanted}, such as 8080"))
}

/// How many minutes pass between two rounds.
///
/// # Errors
/// If it is no whole number, or more than a day.
pub fn minutes(text: &str) -> Result<u64, String> {
    within(text, 1..=24 * 60).map_err(|wanted| format!("expected minutes {wanted}, such as 5"))
}

/// The number; the range in words if it is none of it.
fn within<T: FromStr + PartialOrd + Display>(text: &str, range: RangeInclusive<T>) -> Result<T, String> {
    let number = text.trim().parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| format!("from {} to {}", range.start(), range.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_told_what_was_expected() {
        assert_eq!(["1", " 12 "].map(chapter), [Ok(1), Ok(12)]);
        for text in ["0", "13", "4,5", "4.3", "four", "-1", "", "999999"] {
            assert_eq!(chapter(text), Err("expected a chapter from 1 to 12, such as 4".to_owned()), "{text}");
        }
        assert_eq!(seed("x"), Err("expected a whole number, such as 7".to_owned()));
        assert_eq!(["0", "0.5"].map(points), [Ok(0.0), Ok(0.5)]);
        for text in ["half", "-1", "NaN", "inf", "0,5"] {
            assert_eq!(points(text), Err("expected a number of points, such as 1 or 0.5".to_owned()), "{text}");
        }
        assert_eq!(at_once("501"), Err("expected a number from 1 to 500, such as 100".to_owned()));
        assert!(questions("0").is_err() && port("65536").is_err() && minutes("0").is_err());
    }
}

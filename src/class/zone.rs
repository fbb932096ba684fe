//! The times of a class: deadlines end by the offset that class.toml names, wherever the grades are computed.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

use crate::failure::{Failure, Result};

/// An offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassZone(Offset);

impl ClassZone {
    /// That of this machine now; UTC in unit tests.
    pub fn here(now: Timestamp) -> Self {
        let zone = if cfg!(test) { TimeZone::UTC } else { TimeZone::system() };
        Self(zone.to_offset(now))
    }

    /// Reads an offset such as `+01:00`.
    ///
    /// # Errors
    /// If it is none.
    pub fn read(text: &str) -> Result<Self> {
        Self::of(text).ok_or_else(|| {
            Failure::usage(format!("`{text}` is no offset from UTC"))
                .hint("Write hours and minutes, such as +01:00, -05:00 or +00:00. Names of zones are not known.")
        })
    }

    fn of(text: &str) -> Option<Self> {
        let (sign, rest) = match text.split_at_checked(1)? {
            ("+", rest) => (1, rest),
            ("-", rest) => (-1, rest),
            _ => return None,
        };
        let (hours, minutes) = rest.split_once(':')?;
        let number = |text: &str, most: i32| {
            let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<i32>().ok().filter(|number| is_number && *number <= most)
        };
        let seconds = (number(hours, 14)? * 60 + number(minutes, 59)?) * 60;
        Offset::from_seconds(sign * seconds).ok().map(Self)
    }

    /// Such as `+01:00`.
    pub fn text(self) -> String {
        let minutes = self.0.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    }
}

/// A time with its own offset, a time by the class's, or the end of a day by the class's.
///
/// # Errors
/// If it is none of these, or it needs an offset and the class has none.
pub fn moment(text: &str, zone: Option<ClassZone>) -> Result<Timestamp> {
    if let Ok(time) = text.parse() {
        return if has_zone_offset(text) { Ok(time) } else { Err(no_zone(text)) };
    }
    let civil = civil(text).ok_or_else(|| {
        Failure::usage(format!("`{text}` is neither a time nor a day")).hint(
            "Write a day, such as 2026-12-10, which counts to its end, or a time, such as 2026-12-10T18:00 or \
             2026-12-10T18:00:00Z.",
        )
    })?;
    let zone = zone.ok_or_else(|| {
        Failure::usage(format!("`{text}` does not say in which zone, and neither does class.toml"))
            .hint("Write your offset from UTC into class.toml, above the first [table]: zone = \"+01:00\".")
    })?;
    zone.0.to_timestamp(civil).map_err(|error| Failure::usage(format!("`{text}`: {error}")))
}

/// Whether the class's offset decides when it is.
pub fn is_by_zone(text: &str) -> bool {
    text.parse::<Timestamp>().is_err()
}

/// Whether the offset of a time, if it has one in hours, is one that a place on earth has.
fn has_zone_offset(text: &str) -> bool {
    const MOST_HOURS: u8 = 14;
    let clock = text.split_once(['T', 't', ' ']).map_or("", |(_, clock)| clock);
    let hours = clock.split_once(['+', '-']).and_then(|(_, offset)| offset.get(..2)?.parse::<u8>().ok());
    hours.is_none_or(|hours| hours <= MOST_HOURS)
}

fn no_zone(text: &str) -> Failure {
    Failure::usage(format!("`{text}` has an offset from UTC that no place has"))
        .hint("Offsets are from -14:00 to +14:00.")
}

/// What a clock shows, without an offset; the end of a day.
fn civil(text: &str) -> Option<DateTime> {
    if text.len() == "2026-12-10".len() {
        return text.parse::<Date>().ok().map(|day| day.at(23, 59, 59, 0));
    }
    // What names a zone would lose it.
    let is_plain = text.chars().all(|one| one.is_ascii_digit() || "-: T".contains(one));
    text.parse().ok().filter(|_| is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(text: &str) -> ClassZone {
        ClassZone::read(text).unwrap_or_else(|failure| panic!("{failure}"))
    }

    #[test]
    fn an_offset_is_read_as_it_is_written() {
        for text in ["+00:00", "+01:00", "-05:00", "+05:45"] {
            assert_eq!(zone(text).text(), text);
        }
        for text in ["", "1", "+1:00", "Europe/Berlin", "Z", "+15:00", "+01:60", "é", "+-1:00"] {
            assert!(ClassZone::read(text).is_err(), "{text}");
        }
    }

    /// Whatever machine computes the grades.
    #[test]
    fn a_day_ends_where_the_class_is() {
        let end = |text: &str, offset: &str| moment(text, Some(zone(offset))).expect(text).to_string();
        assert_eq!(end("2026-12-10", "+09:00"), "2026-12-10T14:59:59Z");
        assert_eq!(end("2026-12-10", "-05:00"), "2026-12-11T04:59:59Z");
        assert_eq!(end("2026-12-10 20:00", "+01:00"), end("2026-12-10T20:00:00", "+01:00"));
        assert_eq!(end("2026-12-10T20:00:00Z", "+01:00"), "2026-12-10T20:00:00Z");
        assert_eq!(moment("2026-12-10T20:00:00+02:00", None).expect("a time").to_string(), "2026-12-10T18:00:00Z");
        let said = |text: &str| moment(text, None).expect_err(text).message;
        assert_eq!(said("soon"), "`soon` is neither a time nor a day");
        assert_eq!(said("2026-12-10"), "`2026-12-10` does not say in which zone, and neither does class.toml");
        assert!(moment("2026-12-10T20:00+25:00", None).is_err() && moment("2026-12-10T20:00-05:00", None).is_ok());
        assert!(moment("2026-12-10T20:00[Europe/Berlin]", Some(zone("+01:00"))).is_err());
    }
}

//! When expressions run, by examples of AWS's guides, and that no text stops the reader.

use jiff::Timestamp;
use proptest::prelude::*;

use crate::documents::schedule::{Schedule, zone};

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

/// The next run after a Sunday evening, in the time zone.
fn next_in(name: &str, expression: &str) -> Option<String> {
    let schedule = Schedule::parse(expression)?;
    let next = schedule.next(at("2026-11-29T18:30:00Z"), None, &zone(name).unwrap());
    Some(next.map_or_else(|| "never".to_owned(), |next| next.to_string()))
}

#[test]
fn the_next_run_of_each_form() {
    for (expression, next) in [
        ("rate(1 minute)", "2026-11-29T18:31:00Z"),
        ("rate(12 hours)", "2026-11-30T06:30:00Z"),
        ("rate(1 day)", "2026-11-30T18:30:00Z"),
        ("at(2026-12-24T20:00:00)", "2026-12-24T20:00:00Z"),
        ("at(2026-11-29T18:30:00)", "never"),
        ("cron(0 6 * * ? *)", "2026-11-30T06:00:00Z"),
        ("cron(15 12 * * ? *)", "2026-11-30T12:15:00Z"),
        ("cron(0 18 ? * MON-FRI *)", "2026-11-30T18:00:00Z"),
        ("cron(0 8 1 * ? *)", "2026-12-01T08:00:00Z"),
        ("cron(0/10 * ? * MON-FRI *)", "2026-11-30T00:00:00Z"),
        ("cron(0/5 8-17 ? * MON-FRI *)", "2026-11-30T08:00:00Z"),
        ("cron(*/15 * * * ? *)", "2026-11-29T18:45:00Z"),
        ("cron(30 18 * * ? *)", "2026-11-30T18:30:00Z"),
        ("cron(0 9 ? * 2#1 *)", "2026-12-07T09:00:00Z"),
        ("cron(0 9 ? * FRI#2 *)", "2026-12-11T09:00:00Z"),
        ("cron(0 9 ? * 6L *)", "2026-12-25T09:00:00Z"),
        ("cron(0 9 ? * L *)", "2026-12-05T09:00:00Z"),
        ("cron(0 9 L * ? *)", "2026-11-30T09:00:00Z"),
        ("cron(0 9 3W * ? *)", "2026-12-03T09:00:00Z"),
        ("cron(0 9 31W JAN ? *)", "2027-01-29T09:00:00Z"),
        ("cron(0 9 ? JAN,mar FRI-MON *)", "2027-01-01T09:00:00Z"),
        ("cron(0 9 29 2 ? *)", "2028-02-29T09:00:00Z"),
        ("cron(0 9 29 2 3 *)", "2028-02-29T09:00:00Z"),
        ("cron(0 9 1 1 ? 2030-2032)", "2030-01-01T09:00:00Z"),
        ("cron(0 9 * * ? 2025)", "never"),
        ("cron(0 9 31 2 ? *)", "never"),
    ] {
        assert_eq!(next_in("UTC", expression).as_deref(), Some(next), "{expression}");
    }
}

/// A day of the clock is not always one of 24 hours.
#[test]
fn a_time_zone_moves_the_run() {
    let Some(berlin) = zone("Europe/Berlin") else { return };
    let daily = Schedule::parse("cron(0 6 * * ? *)").unwrap();
    let runs = ["2026-11-29T18:30:00Z", "2026-10-24T05:00:00Z", "2027-03-27T06:00:00Z"]
        .map(|after| daily.next(at(after), None, &berlin).unwrap().to_string());
    assert_eq!(runs, ["2026-11-30T05:00:00Z", "2026-10-25T05:00:00Z", "2027-03-28T04:00:00Z"]);
}

#[test]
fn a_rate_is_counted_from_its_beginning() {
    let next = |since: &str, after: &str| {
        let schedule = Schedule::parse("rate(6 hours)").unwrap();
        schedule.next(at(after), Some(at(since)), &zone("UTC").unwrap()).unwrap().to_string()
    };
    assert_eq!(next("2026-11-29T00:00:00Z", "2026-11-29T13:00:00Z"), "2026-11-29T18:00:00Z");
    assert_eq!(next("2026-11-29T00:00:00Z", "2026-11-29T18:00:00Z"), "2026-11-30T00:00:00Z");
    assert_eq!(next("2026-11-30T00:00:00Z", "2026-11-29T18:00:00Z"), "2026-11-30T06:00:00Z");
}

#[test]
fn what_is_no_schedule_is_not_read() {
    for text in [
        "",
        "1 day",
        "rate()",
        "rate(0 days)",
        "rate(-1 day)",
        "rate(1 week)",
        "rate(1day)",
        "rate(1 day",
        "at(tomorrow)",
        "at(2026-12-24T20:00:00Z)",
        "cron(0 6 * * ?)",
        "cron(0 6 * * ? * *)",
        "cron(60 6 * * ? *)",
        "cron(0/0 6 * * ? *)",
        "cron(0 24 * * ? *)",
        "cron(0 6 32 * ? *)",
        "cron(0 6 ? * MONDAY *)",
        "cron(0 6 ? * 2#6 *)",
        "cron(0 6 * * ? 2200)",
    ] {
        assert_eq!(Schedule::parse(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>(), inner in "[-0-9A-Z#*?,/ ]{0,40}", seconds: i32) {
        let moment = Timestamp::from_second(i64::from(seconds)).unwrap();
        for text in [text.clone(), format!("cron({inner})"), format!("rate({inner})"), format!("at({text})")] {
            if let Some(schedule) = Schedule::parse(&text) {
                let next = schedule.next(moment, None, &zone("UTC").unwrap());
                prop_assert!(next.is_none_or(|next| next > moment));
            }
        }
    }

    #[test]
    fn a_run_of_every_cron_is_after_the_moment(
        fields in ("[0-5]?[0-9]", "1?[0-9]", "(\\?|L|[1-9]|2[0-8]W?)", "(\\*|[1-9]|JAN-MAR)", "(\\?|L|[1-7]L?|[1-7]#[1-5])"),
        seconds in 0..4_000_000_000_i64,
    ) {
        let (minute, hour, day, month, weekday) = fields;
        let text = format!("cron({minute} {hour} {day} {month} {weekday} *)");
        let schedule = Schedule::parse(&text).expect("all fields are valid");
        let moment = Timestamp::from_second(seconds).unwrap();
        let next = schedule.next(moment, None, &zone("UTC").unwrap());
        prop_assert!(next.is_none_or(|next| next > moment && next.as_second() % 60 == 0), "{text}");
    }
}

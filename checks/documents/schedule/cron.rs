//! The six fields of `cron(…)` in EventBridge: minutes, hours, day of the month, month, day of the week and year.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

const MONTHS: &[&str] = &["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS: &[&str] = &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const SATURDAY: i16 = 7;
/// How many days are looked through: within 28 years each date falls on each day of the week, or in 40 where a century
/// has no leap year at its end.
const HORIZON: u32 = 41 * 366;

/// A recurring time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cron {
    minutes: Vec<i16>,
    hours: Vec<i16>,
    day: Day,
    months: Vec<i16>,
    weekday: Day,
    years: Vec<i16>,
}

/// On which days, by one of the two fields for days.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Day {
    Any,
    OfMonth(Vec<i16>),
    LastOfMonth,
    /// The day from Monday to Friday that is nearest to a day of the month, and in the month.
    WorkdayNear(i16),
    /// From 1, which is Sunday.
    OfWeek(Vec<i16>),
    LastOfWeekday(i16),
    /// A day of the week, and which of its kind in the month.
    Nth(i16, i16),
}

impl Cron {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let fields: Vec<&str> = text.split_whitespace().collect();
        let [minutes, hours, day, month, weekday, year] = fields.as_slice() else { return None };
        Some(Self {
            minutes: list(minutes, 0..=59, &[])?,
            hours: list(hours, 0..=23, &[])?,
            day: day_of_month(day)?,
            months: list(month, 1..=12, MONTHS)?,
            weekday: day_of_week(weekday)?,
            years: list(year, 1970..=2199, &[])?,
        })
    }

    pub(super) fn next(&self, after: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        let begun = zone.to_datetime(after);
        let first = *self.years.iter().find(|year| **year >= begun.year())?;
        let from = if first == begun.year() { begun.date() } else { Date::new(first, 1, 1).ok()? };
        let days = std::iter::successors(Some(from), |day| day.tomorrow().ok()).take(HORIZON as usize);
        days.filter(|day| self.is_on(*day)).find_map(|day| self.times_on(day, zone).find(|time| *time > after))
    }

    fn is_on(&self, date: Date) -> bool {
        self.years.contains(&date.year())
            && self.months.contains(&i16::from(date.month()))
            && self.day.is(date)
            && self.weekday.is(date)
    }

    /// The times of a day, in their order.
    fn times_on<'a>(&'a self, day: Date, zone: &'a TimeZone) -> impl Iterator<Item = Timestamp> + 'a {
        let times = self.hours.iter().flat_map(|hour| self.minutes.iter().map(move |minute| (*hour, *minute)));
        let small = |number: i16| i8::try_from(number).unwrap_or_default();
        times.filter_map(move |(hour, minute)| {
            let time = day.at(small(hour), small(minute), 0, 0).to_zoned(zone.clone()).ok()?;
            Some(time.timestamp())
        })
    }
}

impl Day {
    fn is(&self, date: Date) -> bool {
        let (day, last) = (i16::from(date.day()), i16::from(date.days_in_month()));
        let weekday = i16::from(date.weekday().to_sunday_one_offset());
        match self {
            Self::Any => true,
            Self::OfMonth(days) => days.contains(&day),
            Self::LastOfMonth => day == last,
            Self::WorkdayNear(wanted) => workday_near(date, *wanted) == Some(day),
            Self::OfWeek(days) => days.contains(&weekday),
            Self::LastOfWeekday(wanted) => weekday == *wanted && day + 7 > last,
            Self::Nth(wanted, nth) => weekday == *wanted && (day - 1) / 7 + 1 == *nth,
        }
    }
}

/// The workday of the date's month that is nearest to a day of it.
fn workday_near(date: Date, wanted: i16) -> Option<i16> {
    let last = i16::from(date.days_in_month());
    let day = Date::new(date.year(), date.month(), i8::try_from(wanted).ok()?).ok()?;
    Some(match day.weekday().to_sunday_one_offset() {
        1 if wanted == last => wanted - 2,
        1 => wanted + 1,
        7 if wanted == 1 => 3,
        7 => wanted - 1,
        _ => wanted,
    })
}

fn day_of_month(text: &str) -> Option<Day> {
    match text {
        "?" | "*" => Some(Day::Any),
        "L" => Some(Day::LastOfMonth),
        _ => match text.strip_suffix('W') {
            Some(day) => number(day, &(1..=31), &[]).map(Day::WorkdayNear),
            None => list(text, 1..=31, &[]).map(Day::OfMonth),
        },
    }
}

fn day_of_week(text: &str) -> Option<Day> {
    let day = |text: &str| number(text, &(1..=7), WEEKDAYS);
    if let Some((weekday, nth)) = text.split_once('#') {
        return Some(Day::Nth(day(weekday)?, number(nth, &(1..=5), &[])?));
    }
    match text {
        "?" | "*" => Some(Day::Any),
        "L" => Some(Day::OfWeek(vec![SATURDAY])),
        _ => match text.strip_suffix('L').and_then(day) {
            Some(weekday) => Some(Day::LastOfWeekday(weekday)),
            None => list(text, 1..=7, WEEKDAYS).map(Day::OfWeek),
        },
    }
}

/// The values of a field, in order: single ones, ranges, and steps.
fn list(text: &str, range: RangeInclusive<i16>, names: &[&str]) -> Option<Vec<i16>> {
    let parts: Vec<_> = text.split(',').map(|part| span(part, &range, names)).collect::<Option<_>>()?;
    let is_in = |value: &i16| parts.iter().any(|part| part.contains(value));
    Some(range.filter(is_in).collect())
}

fn span(text: &str, range: &RangeInclusive<i16>, names: &[&str]) -> Option<Vec<i16>> {
    let (span, step) = match text.split_once('/') {
        Some((span, step)) => (span, Some(step.parse::<u16>().ok().filter(|step| *step > 0)?)),
        None => (text, None),
    };
    let (from, to) = match span.split_once('-') {
        _ if span == "*" => (*range.start(), *range.end()),
        Some((from, to)) => (number(from, range, names)?, number(to, range, names)?),
        None => {
            let from = number(span, range, names)?;
            (from, if step.is_some() { *range.end() } else { from })
        }
    };
    // A range may lead over the end, such as FRI-MON.
    let whole: Vec<i16> =
        if from <= to { (from..=to).collect() } else { (from..=*range.end()).chain(*range.start()..=to).collect() };
    Some(whole.into_iter().step_by(step.unwrap_or(1).into()).collect())
}

/// A value of a field, as a number or by its name.
fn number(text: &str, range: &RangeInclusive<i16>, names: &[&str]) -> Option<i16> {
    let named = names.iter().zip(range.clone()).find(|(name, _)| name.eq_ignore_ascii_case(text));
    let value = named.map(|(_, value)| value).or_else(|| text.parse().ok())?;
    range.contains(&value).then_some(value)
}

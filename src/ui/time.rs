//! Times and durations in words, in the learner's time zone.

use jiff::Timestamp;
use jiff::tz::TimeZone;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// Date and minute, such as `2026-05-04 10:00`.
pub fn minute(when: Timestamp) -> String {
    local(when, "%Y-%m-%d %H:%M")
}

/// The date, such as `2026-05-04`.
pub fn day(when: Timestamp) -> String {
    local(when, "%Y-%m-%d")
}

/// The time of day, such as `10:00:30`.
pub fn clock(when: Timestamp) -> String {
    local(when, "%H:%M:%S")
}

/// Unit tests, which share one process and its environment, see UTC.
fn local(when: Timestamp, format: &str) -> String {
    let zone = if cfg!(test) { TimeZone::UTC } else { TimeZone::system() };
    when.to_zoned(zone).strftime(format).to_string()
}

/// A length of time in its two largest units, such as `2 h 10 min`.
pub fn duration(seconds: u64) -> String {
    let (large, small) = match seconds {
        0..MINUTE => return format!("{seconds} s"),
        MINUTE..HOUR => return format!("{} min", seconds / MINUTE),
        HOUR..DAY => ((HOUR, "h"), (MINUTE, "min")),
        DAY.. => ((DAY, "d"), (HOUR, "h")),
    };
    let rest = seconds % large.0 / small.0;
    let whole = format!("{} {}", seconds / large.0, large.1);
    if rest == 0 { whole } else { format!("{whole} {rest} {}", small.1) }
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_have_at_most_two_units() {
        let seconds = [0, 59, 60, 3_599, 3_600, 7_859, 86_400, 90_000, 9_000_000];
        let words = ["0 s", "59 s", "1 min", "59 min", "1 h", "2 h 10 min", "1 d", "1 d 1 h", "104 d 4 h"];
        assert_eq!(seconds.map(duration), words);
    }
}

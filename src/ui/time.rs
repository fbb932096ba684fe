//! Times and durations in words.

use jiff::Timestamp;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// Date and minute in UTC, such as `2026-05-04 10:00`.
pub fn minute(when: Timestamp) -> String {
    when.strftime("%Y-%m-%d %H:%M").to_string()
}

/// The date in UTC, such as `2026-05-04`.
pub fn day(when: Timestamp) -> String {
    when.strftime("%Y-%m-%d").to_string()
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

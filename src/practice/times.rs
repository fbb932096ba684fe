//! Moves the times in the emulator's files, so that an account that was made long ago is as one made now.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

/// The length of `2026-11-29`, of which the separator `T` follows.
const DATE: usize = 10;
/// The length of `T05:13:18`.
const TIME: usize = 9;

/// The text with each time from `began` on moved by `by`, to the second. Times are written `2026-11-29T05:13:18` and are
/// UTC; what follows, such as `.789Z`, stays. Earlier ones are no times of the account: a policy's version, for example.
pub fn later(text: &str, began: Timestamp, by: SignedDuration) -> String {
    let began = Offset::UTC.to_datetime(began).date();
    let (mut moved, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('T') {
        let time = time_around(rest, at).filter(|time| time.date() >= began);
        match time.and_then(|time| time.checked_add(by).ok()) {
            Some(time) => {
                moved.push_str(&rest[..at - DATE]);
                moved.push_str(&time.strftime("%Y-%m-%dT%H:%M:%S").to_string());
                rest = &rest[at + TIME..];
            }
            None => {
                moved.push_str(&rest[..=at]);
                rest = &rest[at + 1..];
            }
        }
    }
    moved + rest
}

fn time_around(text: &str, separator: usize) -> Option<DateTime> {
    text.get(separator.checked_sub(DATE)?..separator + TIME)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(text: &str) -> String {
        later(text, "2026-11-29T05:13:18Z".parse().unwrap(), SignedDuration::from_hours(24 * 400 + 1))
    }

    #[test]
    fn times_of_the_account_are_moved_and_keep_their_form() {
        let text = r#"{"NotBefore": "2026-11-29T05:13:18.789Z", "NotAfter": "2027-11-29T05:13:18Z", "T": "TTL"}"#;
        let expected = r#"{"NotBefore": "2028-01-03T06:13:18.789Z", "NotAfter": "2029-01-02T06:13:18Z", "T": "TTL"}"#;
        assert_eq!(moved(text), expected);
        assert_eq!(moved("2026-11-29T23:59:59+00002026-11-30T00:00:00"), "2028-01-04T00:59:59+00002028-01-04T01:00:00");
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in ["", "T", "2012-10-17", "2012-10-17T00:00:00Z", "2026-11-31T05:13:18", "2026-11-29T05:13", "äTöT"]
        {
            assert_eq!(moved(text), text);
        }
    }
}

//! Judgements of items: what their keys say.

use jiff::Timestamp;

use crate::judgement::Judgement;
use crate::services::dynamodb::NewestItem;

/// The beginning of 2020, before the book: what is smaller counts something else than milliseconds since 1970.
const EARLIEST: f64 = 1_577_836_800_000.0;
/// How far clocks may differ.
const DAY: f64 = 86_400_000.0;

/// The sort key, of this name, is a time of these years in milliseconds since 1970, as of `now`.
pub fn in_milliseconds(item: &NewestItem, name: &str, now: Timestamp) -> Judgement {
    milliseconds(&item.sort_key, name, now)
}

/// The same of a key of this text.
pub fn milliseconds(key: &str, name: &str, now: Timestamp) -> Judgement {
    let now = now.as_duration().as_secs_f64() * 1000.0;
    let found = format!("{name} {key}");
    let expected = format!("{name} in milliseconds since 1970, such as {now:.0}");
    match key.parse::<f64>() {
        Ok(time) if (EARLIEST..=now + DAY).contains(&time) => Judgement::holds(found),
        Ok(time) if (EARLIEST / 1000.0..=(now + DAY) / 1000.0).contains(&time) => {
            Judgement::fails(expected, format!("{found}, which counts seconds"))
                .advising("The function of exercise 8.12 asks for milliseconds, and does not find it. Delete the item, and let the template write $context.requestTimeEpoch.")
        }
        Ok(time) if time > now => Judgement::fails(expected, found).advising(
            "That item stays the last one, whatever comes: delete it. If the mapping template still writes something else than \
             $context.requestTimeEpoch, change that first, and deploy.",
        ),
        _ => Judgement::fails(expected, found),
    }
}

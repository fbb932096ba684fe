//! The roster of a run in the cloud: one line a learner whose account is known, without names and mail addresses.

use serde::{Deserialize, Serialize};

use crate::class::folder::ClassFolder;
use crate::class::place::LearnerPlace;
use crate::class::reading::Seats;
use crate::class::role_reader::Seat;

/// A learner, as the worker knows one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloudSeat {
    /// The pseudonym.
    pub learner: String,
    pub external_id: String,
    pub place: LearnerPlace,
}

impl CloudSeat {
    fn of(seat: Seat<'_>) -> Self {
        Self {
            learner: seat.pseudonym.to_owned(),
            external_id: seat.external_id.to_owned(),
            place: LearnerPlace::of(seat.settings),
        }
    }
}

/// The roster as JSON lines, and how many learners of the class are not in it: their account is unknown, or is named twice.
pub fn roster(class: &ClassFolder) -> (String, usize) {
    let seats = Seats::of(class);
    let known: Vec<CloudSeat> =
        class.roster.0.iter().filter_map(|learner| seats.of_learner(learner).ok()).map(CloudSeat::of).collect();
    let line = |seat: &CloudSeat| serde_json::to_string(seat).unwrap_or_else(|_| unreachable!("texts alone")) + "\n";
    (known.iter().map(line).collect(), class.roster.0.len() - known.len())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::class::testing;
    use crate::workspace::Settings;

    #[test]
    fn the_roster_of_a_run_names_nobody_and_leaves_out_whom_nobody_can_read() {
        let (_folder, class) = testing::fixed(&["Doe, Jane", "John Roe", "Ann Lee", "Bo"]);
        fs::create_dir_all(class.root.join("learners")).expect("a folder");
        for (at, account) in [(0, "210987654321"), (1, "310987654321"), (2, "310987654321")] {
            let settings = Settings::new("jane.example.com", account);
            fs::write(class.learner_file(&class.roster.0[at]), settings.text()).expect("a file");
        }
        let (text, left_out) = roster(&class);
        assert_eq!((text.lines().count(), left_out), (1, 3), "{text}");
        let seat: CloudSeat = serde_json::from_str(&text).expect("a seat");
        assert_eq!((seat.learner.as_str(), seat.external_id.as_str()), ("l-0", class.roster.0[0].external_id.as_str()));
        assert_eq!(seat.place.settings().learner().names.data_bucket, "jane-data");
        assert!(!text.contains("Doe") && !text.contains('@'), "{text}");
    }
}

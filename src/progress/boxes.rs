//! The questions that were missed, in boxes after Sebastian Leitner. A missed question goes into the first box. If it is
//! answered right when it is due, it moves to the next box, where it is due later.
//!
//! Time is counted in quizzes, not in days. So nobody finds a pile of questions after a month, and what is asked follows
//! from the progress alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The number of quizzes after which a question of each box is due again. Questions stay in the last box.
const INTERVALS: [u32; 5] = [1, 2, 4, 8, 16];

/// The boxes. A question that was never missed is in none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Boxes {
    /// The number of finished quizzes.
    quizzes: u32,
    /// By the key of the question, such as `ch04/two_locks`.
    cards: BTreeMap<String, Card>,
}

/// One question. In the file: its box, and the number of the quiz that asked it last, such as `2 7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
struct Card {
    /// From 1.
    number: usize,
    asked: u32,
}

impl Boxes {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The questions that the next quiz asks again, those of the lowest box and of the longest wait first.
    pub fn due(&self) -> Vec<&str> {
        let mut due: Vec<_> =
            self.cards.iter().filter(|(_, card)| card.is_due(self.quizzes.saturating_add(1))).collect();
        due.sort_by_key(|(_, card)| (card.number, card.asked));
        due.into_iter().map(|(key, _)| key.as_str()).collect()
    }

    /// Takes in a finished quiz: its questions, and whether each was answered right.
    pub fn take_in(&mut self, answered: impl IntoIterator<Item = (String, bool)>) {
        self.quizzes = self.quizzes.saturating_add(1);
        let now = self.quizzes;
        for (key, right) in answered {
            match (self.cards.get_mut(&key), right) {
                (Some(card), true) if card.is_due(now) => *card = Card::new(card.number + 1, now),
                // A right answer before it is due says little: the memory may be fresh.
                (Some(_) | None, true) => {}
                (_, false) => {
                    self.cards.insert(key, Card::new(1, now));
                }
            }
        }
    }

    /// Puts questions that were missed before there were boxes into the first one, due at the next quiz.
    pub(super) fn begin(&mut self, missed: Vec<String>) {
        let asked = self.quizzes;
        missed.into_iter().for_each(|key| {
            self.cards.entry(key).or_insert(Card::new(1, asked));
        });
    }
}

impl Card {
    fn new(number: usize, asked: u32) -> Self {
        Self { number: number.clamp(1, INTERVALS.len()), asked }
    }

    /// Whether the quiz of that number asks it again.
    fn is_due(self, quiz: u32) -> bool {
        let interval = INTERVALS[self.number.clamp(1, INTERVALS.len()) - 1];
        quiz >= self.asked.saturating_add(interval)
    }
}

impl From<Card> for String {
    fn from(card: Card) -> Self {
        format!("{} {}", card.number, card.asked)
    }
}

impl TryFrom<String> for Card {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parse = || {
            let (number, asked) = text.split_once(' ')?;
            let number = number.parse().ok().filter(|number| (1..=INTERVALS.len()).contains(number))?;
            Some(Self { number, asked: asked.parse().ok()? })
        };
        parse().ok_or_else(|| format!("expected a box and a quiz such as `1 7`, found `{text}`"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn answered(answers: &[(&str, bool)]) -> Vec<(String, bool)> {
        answers.iter().map(|(key, right)| ((*key).to_owned(), *right)).collect()
    }

    #[test]
    fn a_missed_question_comes_back_ever_later() {
        let mut boxes = Boxes::default();
        boxes.take_in(answered(&[("ch01/a", false), ("ch01/b", true)]));
        let mut asked_at = Vec::new();
        for quiz in 2..70 {
            let due: Vec<String> = boxes.due().into_iter().map(str::to_owned).collect();
            if !due.is_empty() {
                assert_eq!(due, ["ch01/a"], "b was never missed");
                asked_at.push(quiz);
            }
            boxes.take_in(due.into_iter().map(|key| (key, true)));
        }
        assert_eq!(asked_at, [2, 4, 8, 16, 32, 48, 64]);
    }

    #[test]
    fn right_before_it_is_due_moves_nothing() {
        let mut boxes = Boxes::default();
        boxes.take_in(answered(&[("a", false)]));
        boxes.take_in(answered(&[("a", true)]));
        let before = boxes.cards.clone();
        boxes.take_in(answered(&[("a", true)]));
        assert_eq!(boxes.cards, before);
        assert_eq!(boxes.due(), ["a"]);
    }

    #[test]
    fn the_lowest_box_and_the_longest_wait_come_first() {
        let card = |text: &str| Card::try_from(text.to_owned()).unwrap();
        let cards = [("a", "2 1"), ("b", "1 8"), ("c", "1 5"), ("d", "3 8")];
        let cards = cards.map(|(key, text)| (key.to_owned(), card(text))).into();
        assert_eq!(Boxes { quizzes: 9, cards }.due(), ["c", "b", "a"]);
    }

    #[test]
    fn what_is_no_card_is_refused() {
        for text in ["", "1", "0 1", "6 1", "1 -1", "1 2 3", "x 1", "1 99999999999"] {
            assert!(Card::try_from(text.to_owned()).is_err(), "{text}");
        }
    }

    /// Quizzes of a few questions each, answered by chance.
    fn quizzes() -> impl Strategy<Value = Vec<Vec<(String, bool)>>> {
        let answer = ("[a-h]", any::<bool>());
        let quiz = prop::collection::btree_map(answer.0, answer.1, 0..6);
        prop::collection::vec(quiz.prop_map(|quiz| quiz.into_iter().collect()), 0..40)
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_box_is_beyond_the_last(quizzes in quizzes()) {
            let mut boxes = Boxes::default();
            let mut missed = std::collections::BTreeSet::new();
            for quiz in quizzes {
                missed.extend(quiz.iter().filter(|(_, right)| !right).map(|(key, _)| key.clone()));
                boxes.take_in(quiz);
                prop_assert!(boxes.cards.keys().eq(missed.iter()), "{:?}", boxes);
                prop_assert!(boxes.cards.values().all(|card| (1..=INTERVALS.len()).contains(&card.number)));
            }
        }

        #[test]
        fn right_moves_up_when_it_is_due_and_missed_comes_back_at_the_next_quiz(quizzes in quizzes()) {
            let mut boxes = Boxes::default();
            for quiz in quizzes {
                let before = boxes.clone();
                boxes.take_in(quiz.clone());
                let due = before.due();
                for (key, right) in &quiz {
                    match (before.cards.get(key), right) {
                        (_, false) => prop_assert!(boxes.due().contains(&key.as_str())),
                        (Some(card), true) if due.contains(&key.as_str()) => {
                            prop_assert_eq!(boxes.cards[key].number, (card.number + 1).min(INTERVALS.len()));
                        }
                        (card, true) => prop_assert_eq!(card, boxes.cards.get(key)),
                    }
                }
                let others = before.cards.iter().filter(|(key, _)| !quiz.iter().any(|(asked, _)| asked == *key));
                for (key, card) in others {
                    prop_assert_eq!(Some(card), boxes.cards.get(key), "what is not asked stays where it is");
                }
            }
        }

        #[test]
        fn every_question_is_due_again_some_day(quizzes in quizzes()) {
            let mut boxes = Boxes::default();
            quizzes.into_iter().for_each(|quiz| boxes.take_in(quiz));
            (0..INTERVALS[INTERVALS.len() - 1]).for_each(|_| boxes.take_in([]));
            prop_assert_eq!(boxes.due().len(), boxes.cards.len());
        }

        #[test]
        fn any_text_is_a_card_or_refused(text in "[0-9]{0,3} ?[0-9]{0,11}|\\PC{0,12}") {
            if let Ok(card) = Card::try_from(text.clone()) {
                prop_assert_eq!(Card::try_from(String::from(card)), Ok(card));
            }
        }
    }
}

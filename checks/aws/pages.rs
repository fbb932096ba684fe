//! Lists come in pages: which page is asked for next, and when a list that never ends is given up.

use std::collections::HashSet;

use crate::aws::fault::{Call, Fault, Read};

/// The most pages of one list. A page has a hundred entries or more, which no quota of an account exceeds.
const MOST: usize = 200;

/// What has been asked for of one list.
#[derive(Debug)]
pub struct Pages {
    call: Call,
    marks: HashSet<String>,
}

impl Pages {
    pub fn of(call: &Call) -> Self {
        Self { call: call.clone(), marks: HashSet::new() }
    }

    /// The mark of the next page as a list gives it that says whether it goes on; nothing at the end.
    ///
    /// # Errors
    /// When the list goes on without saying where, or does not end.
    pub fn after(&mut self, goes_on: bool, mark: Option<&str>) -> Read<Option<String>> {
        match (goes_on, mark) {
            (false, _) => Ok(None),
            (true, None | Some("")) => Err(Fault::incomplete(self.call.clone(), "mark of the next page")),
            (true, mark) => self.next(mark),
        }
    }

    /// The mark of the next page as a list gives it whose last page has none.
    ///
    /// # Errors
    /// When the list does not end.
    pub fn next(&mut self, mark: Option<&str>) -> Read<Option<String>> {
        let Some(mark) = mark.filter(|mark| !mark.is_empty()) else { return Ok(None) };
        if !self.marks.insert(mark.to_owned()) {
            return Err(Fault::unreadable(self.call.clone(), "the list leads back to a page that it has given before"));
        }
        if self.marks.len() >= MOST {
            return Err(Fault::unreadable(self.call.clone(), format!("the list does not end within {MOST} pages")));
        }
        Ok(Some(mark.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::operation;

    fn pages() -> Pages {
        Pages::of(&Call::new(operation::LIST_USERS, "*"))
    }

    #[test]
    fn a_list_ends_when_it_says_so_or_gives_no_mark() {
        assert_eq!(pages().after(false, Some("a")), Ok(None));
        assert_eq!(pages().next(None), Ok(None));
        assert_eq!(pages().next(Some("")), Ok(None));
        assert_eq!(pages().after(true, Some("a")), Ok(Some("a".into())));
    }

    #[test]
    fn a_list_that_goes_on_nobody_knows_where_is_not_at_its_end() {
        assert!(pages().after(true, None).is_err());
        assert!(pages().after(true, Some("")).is_err());
    }

    #[test]
    fn a_list_in_a_circle_and_one_without_an_end_are_given_up() {
        let mut circle = pages();
        let marks = ["a", "b", "a"].map(|mark| circle.next(Some(mark)).is_ok());
        assert_eq!(marks, [true, true, false]);
        let mut endless = pages();
        assert_eq!((0..10_000).find(|mark| endless.next(Some(&mark.to_string())).is_err()), Some(MOST - 1));
    }
}

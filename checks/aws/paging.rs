//! Reads lists page by page: which page comes next, and when a list that never ends is given up.

use std::collections::HashSet;
use std::error::Error;
use std::future::Future;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use crate::aws::Aws;
use crate::aws::fault::{Call, Fault, Read};

/// The most pages of one list. A page has a hundred entries or more, which no quota of an account exceeds.
const MOST: usize = 200;

/// One page of a list.
#[derive(Debug)]
pub struct Listing<T> {
    entries: Vec<T>,
    /// Whether another page follows; `None` if only a mark says so.
    goes_on: Option<bool>,
    mark: Option<String>,
    /// Whether what is looked for is on this page.
    is_enough: bool,
}

impl<T> Listing<T> {
    /// A page of a list whose last page has no mark.
    pub fn marked(entries: Vec<T>, mark: Option<&str>) -> Self {
        Self { entries, goes_on: None, mark: mark.map(str::to_owned), is_enough: false }
    }

    /// A page of a list that says whether it goes on.
    pub fn truncated(entries: Vec<T>, goes_on: bool, mark: Option<&str>) -> Self {
        Self { entries, goes_on: Some(goes_on), mark: mark.map(str::to_owned), is_enough: false }
    }

    /// Pages that follow need not be asked for if this one `is_enough`.
    pub fn enough_if(self, is_enough: bool) -> Self {
        Self { is_enough, ..self }
    }
}

impl Aws {
    /// The entries of all pages of a list. `send` asks for the page after a mark, `read` takes a page out of an answer,
    /// or names the member that the answer lacks.
    ///
    /// # Errors
    /// If a page cannot be read or lacks something, and if the list does not end.
    pub(crate) async fn all<A, E, T, F>(
        &self,
        call: Call,
        scope: &str,
        send: impl Fn(Option<String>) -> F,
        mut read: impl FnMut(&A) -> Result<Listing<T>, &'static str>,
    ) -> Read<Vec<T>>
    where
        A: Send + Sync + 'static,
        E: ProvideErrorMetadata + Error + 'static,
        F: Future<Output = Result<A, SdkError<E, HttpResponse>>>,
    {
        let (mut all, mut pages, mut mark) = (Vec::new(), Pages::of(&call), None::<String>);
        loop {
            let page = format!("{}{}", first_page_of(scope), mark.as_deref().unwrap_or_default());
            let answer = self.ask(call.clone(), &page, || send(mark)).await?;
            let page = read(&answer).map_err(|member| Fault::incomplete(call.clone(), member))?;
            all.extend(page.entries);
            mark = match page.goes_on {
                Some(goes_on) => pages.after(goes_on, page.mark.as_deref())?,
                None => pages.next(page.mark.as_deref())?,
            };
            if mark.is_none() || page.is_enough {
                return Ok(all);
            }
        }
    }
}

/// The scope of a list's first page, for readers that need no more.
pub fn first_page_of(scope: &str) -> String {
    format!("{scope} ")
}

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

    /// The mark of the next page, for lists that say whether they go on; `None` at the end.
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

    /// The mark of the next page, for lists whose last page has none.
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

    fn pages() -> Pages {
        Pages::of(&Call::new(crate::services::iam::LIST_USERS, "*"))
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

//! What of a board somebody has asked for, as the address says it: a section, a group of learners, a page of them.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::standing::LearnerGroup;

/// What of the board is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardView {
    /// The section of the roster; without it, the whole class.
    pub section: Option<String>,
    /// Whom the list of learners names; without it, all.
    pub group: Option<LearnerGroup>,
    /// The page of that list, from 1.
    pub page: usize,
}

impl BoardView {
    /// The view that a query asks for. What it does not know counts for nothing, as browsers and people may add something.
    pub fn of_query(query: &str) -> Self {
        let mut view = Self { page: 1, ..Self::default() };
        for pair in query.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            // A form writes a blank so.
            let value = value.replace('+', " ");
            let value = percent_decode_str(&value).decode_utf8_lossy().into_owned();
            match name {
                "section" if !value.is_empty() => view.section = Some(value),
                "state" => view.group = LearnerGroup::ALL.into_iter().find(|group| group.name() == value),
                "page" => view.page = value.parse().unwrap_or(1).max(1),
                _ => {}
            }
        }
        view
    }

    /// The query of this view, with its question mark: an address beside the page's own.
    pub fn query(&self) -> String {
        let section = self.section.as_deref().map(|section| utf8_percent_encode(section, NON_ALPHANUMERIC).to_string());
        let parts = [
            section.map(|section| format!("section={section}")),
            self.group.map(|group| format!("state={}", group.name())),
            (self.page > 1).then(|| format!("page={}", self.page)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        format!("?{}", parts.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_shown() {
        let view = BoardView { section: Some("A & \"B\" é".into()), group: Some(LearnerGroup::Stuck), page: 3 };
        assert_eq!(view.query(), "?section=A%20%26%20%22B%22%20%C3%A9&state=help&page=3");
        assert_eq!(BoardView::of_query(&view.query()[1..]), view);
        assert_eq!(BoardView::of_query("section=A+b&state=").section.as_deref(), Some("A b"));
    }

    #[test]
    fn what_an_address_does_not_say_is_the_whole_class() {
        let whole = BoardView { page: 1, ..BoardView::default() };
        for query in ["", "section=&state=nobody&page=none", "page=0", "page=-1&x", "utm=1&&="] {
            assert_eq!(BoardView::of_query(query), whole, "{query}");
        }
        assert_eq!(whole.query(), "?");
    }
}

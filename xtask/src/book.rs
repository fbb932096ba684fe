//! The exercises of the book, by their numbers.

/// The kinds of exercises: how the curriculum calls them, their mark in numbers, and their word in headings.
const KINDS: [(&str, &str, &str); 3] =
    [("hands-on", "", "Exercise"), ("example", "e", "Example"), ("independent", "i", "Independent exercise")];

/// An exercise of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    pub chapter: u8,
    pub kind: &'static str,
    /// Its number among those of its kind.
    pub number: u8,
    pub title: String,
    /// The word that headings begin with.
    word: &'static str,
    /// What stands before the number, such as `e` in 8.e1.
    mark: &'static str,
}

impl Exercise {
    /// The book's number, such as `8.e1`.
    pub fn id(&self) -> String {
        format!("{}.{}{}", self.chapter, self.mark, self.number)
    }

    /// What its heading begins with, up to the title.
    pub fn heading(&self) -> String {
        format!("## {} {}: ", self.word, self.number)
    }

    /// The chapter's folder, such as `ch08`.
    pub fn folder(&self) -> String {
        format!("ch{:02}", self.chapter)
    }
}

/// Reads the curriculum: lines of chapter, kind, number and title, in the book's order, below a line of headings.
///
/// # Errors
/// If a line is none of these; says which.
pub fn curriculum(text: &str) -> Result<Vec<Exercise>, String> {
    let entry = |(index, line): (usize, &str)| {
        exercise(line).ok_or_else(|| format!("tests/it/curriculum.tsv:{}: no exercise: {line}", index + 1))
    };
    text.lines().enumerate().skip(1).map(entry).collect()
}

fn exercise(line: &str) -> Option<Exercise> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [chapter, kind, number, title] = columns[..] else { return None };
    let (kind, mark, word) = KINDS.into_iter().find(|(name, ..)| *name == kind)?;
    let (chapter, number) = (chapter.parse().ok()?, number.parse().ok()?);
    Some(Exercise { chapter, kind, number, title: title.to_owned(), word, mark })
}

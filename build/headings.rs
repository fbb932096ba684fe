//! What the headings of a chapter say: which sections are exercises, and which are only read.

/// `## Exercise 3: Title {#slug}`.
pub struct Heading {
    pub kind: &'static str,
    pub number: u8,
    pub title: String,
    pub slug: String,
}

impl Heading {
    /// The section with the book's whole number in its heading: `## Exercise 4.3: Title {#slug}`.
    pub fn with_chapter(&self, chapter: u8, section: &str) -> String {
        let mark = mark(self.kind);
        let (before, after) = section.split_once(": ").unwrap_or((section, ""));
        let word = before.trim_end_matches(|c: char| c.is_ascii_digit());
        format!("{word}{chapter}.{mark}{}: {after}", self.number)
    }
}

/// What stands before the number of an exercise of this kind, as in `8.e1` or `9.i2`.
pub fn mark(kind: &str) -> &'static str {
    match kind {
        "example" => "e",
        "independent" => "i",
        _ => "",
    }
}

/// What begins with a heading of the second level.
pub enum Part {
    Exercise(Heading),
    /// `## Title {#anchor}`.
    Reading {
        title: String,
        anchor: String,
    },
}

const KINDS: [(&str, &str); 3] =
    [("Exercise", "hands-on"), ("Example", "example"), ("Independent exercise", "independent")];

/// The text before the first heading of the second level, then one section a heading. Code blocks have none.
pub fn sections(text: &str) -> Vec<String> {
    let (mut sections, mut in_code) = (vec![String::new()], false);
    for line in text.split_inclusive('\n') {
        in_code ^= line.trim_start().starts_with("```");
        if line.starts_with("## ") && !in_code {
            sections.push(String::new());
        }
        if let Some(section) = sections.last_mut() {
            section.push_str(line);
        }
    }
    sections
}

/// What a section is by its heading.
///
/// # Errors
/// What is wrong with the heading.
pub fn part(section: &str) -> Result<Part, String> {
    let line = section.lines().next().unwrap_or_default().trim_end();
    if let Some(heading) = exercise(line) {
        return Ok(Part::Exercise(heading));
    }
    if names_an_exercise(line) {
        return Err(format!("`{line}` is no exercise heading such as `## Exercise 3: Title {{#slug}}`"));
    }
    let anchored = line.strip_prefix("## ").and_then(|rest| rest.strip_suffix('}')?.rsplit_once(" {#"));
    match anchored.map(|(title, anchor)| (title.trim(), anchor)) {
        Some((title, anchor)) if !title.is_empty() && is_anchor(anchor) => {
            Ok(Part::Reading { title: title.to_owned(), anchor: anchor.to_owned() })
        }
        _ => Err(format!(
            "`{line}` has no title and anchor such as `## Title {{#title}}`; an anchor is of a-z, 0-9 and _"
        )),
    }
}

fn exercise(line: &str) -> Option<Heading> {
    let (word, rest) = line.strip_prefix("## ")?.split_once(|c: char| c.is_ascii_digit()).map(|(word, _)| {
        let word = word.trim_end();
        (word, &line[3 + word.len()..])
    })?;
    let (number, rest) = rest.split_once(": ")?;
    let (title, slug) = rest.rsplit_once(" {#")?;
    let kind = KINDS.iter().find(|(name, _)| *name == word)?.1;
    let slug = slug.strip_suffix('}')?.to_owned();
    Some(Heading { kind, number: number.trim().parse().ok()?, title: title.trim().to_owned(), slug })
}

/// Whether the heading was meant for an exercise: a slip in it would otherwise turn the exercise into a text.
fn names_an_exercise(line: &str) -> bool {
    let words = line.trim_start_matches("## ").to_lowercase();
    let after = KINDS.iter().find_map(|(name, _)| words.strip_prefix(&name.to_lowercase()));
    after.is_some_and(|after| {
        let second = after.split_whitespace().next().unwrap_or_default();
        let is_numbered = second.starts_with(|c: char| c.is_ascii_digit());
        after.starts_with([' ', ':']) && (is_numbered || second.ends_with(':') || after.starts_with(':'))
    })
}

/// Small letters, digits and underscores, as in the exercises' slugs.
fn is_anchor(anchor: &str) -> bool {
    !anchor.is_empty() && anchor.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

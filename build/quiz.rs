//! Reads the questions of `chapters/chNN.quiz.md`; what is not a good question is named by file and line.

use super::flaws;

/// One question: `## Title {#id}`, its text, and its choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Known to answers and to the progress; unique in its file.
    pub id: String,
    pub title: String,
    /// What tells about it, as `msl-learn read` takes it: `## Title {#id read=4.1}`.
    pub read: Option<String>,
    /// Markdown, between the heading and the first choice.
    pub text: String,
    pub choices: Vec<Choice>,
}

/// One choice: `- [x]` a right one, `- [ ]` a wrong one, and under it, indented, its explanation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub right: bool,
    /// Markdown in one line.
    pub text: String,
    /// Markdown: why it is right or wrong.
    pub explanation: String,
}

/// The questions of `source` in its order; `file` stands in the messages. What comes before the first heading of the
/// second level is for those who read the file.
///
/// # Errors
/// Everything that is wrong with it, one message each: `chapters/ch04.quiz.md:12: …`.
pub fn parse(file: &str, source: &str) -> Result<Vec<Question>, Vec<String>> {
    let lines = marked(source);
    let starts: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts("## ")).collect();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let mut faults = flaws::of_source(source);
    let mut questions: Vec<(usize, Question)> = Vec::new();
    for (start, end) in starts.iter().copied().zip(ends) {
        let question = question(&lines[start..end], &mut faults);
        if questions.iter().any(|(_, other)| other.id == question.id) {
            faults.push((lines[start].number, format!("the id {} is that of an earlier question", question.id)));
        }
        questions.push((lines[start].number, question));
    }
    if questions.is_empty() {
        faults.push((1, "there is no question such as `## Title {#id}`".into()));
    }
    for (line, question) in &questions {
        faults.extend(flaws::of(question).into_iter().map(|flaw| (*line, flaw)));
    }
    if faults.is_empty() {
        return Ok(questions.into_iter().map(|(_, question)| question).collect());
    }
    faults.sort();
    Err(faults.into_iter().map(|(line, fault)| format!("{file}:{line}: {fault}")).collect())
}

/// What is wrong, by line.
pub type Faults = Vec<(usize, String)>;

/// A line of the file; code has no headings and no choices.
struct Line<'a> {
    number: usize,
    text: &'a str,
    in_code: bool,
}

impl Line<'_> {
    fn starts(&self, mark: &str) -> bool {
        !self.in_code && self.text.starts_with(mark)
    }
}

fn marked(source: &str) -> Vec<Line<'_>> {
    let mut fence: Option<&str> = None;
    let mut lines = Vec::new();
    for (index, text) in source.lines().enumerate() {
        let text = text.trim_end();
        let was_in_code = fence.is_some();
        fence = match (fence, fence_of(text)) {
            (None, opened) => opened,
            (Some(open), Some(run)) if run.starts_with(open) && text.trim() == run => None,
            (open, _) => open,
        };
        lines.push(Line { number: index + 1, text, in_code: was_in_code || fence.is_some() });
    }
    lines
}

/// The run of three or more backticks or tildes that a line begins with.
fn fence_of(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let mark = text.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let run = &text[..text.len() - text.trim_start_matches(mark).len()];
    (run.len() >= 3).then_some(run)
}

fn question(lines: &[Line<'_>], faults: &mut Faults) -> Question {
    let first = lines.iter().position(|line| line.starts("- [")).unwrap_or(lines.len());
    let Heading { title, id, read } = heading(&lines[0], faults);
    let text = block(&lines[1..first], 0);
    let mut choices = Vec::new();
    let mut rest = &lines[first..];
    while let Some((head, below)) = rest.split_first() {
        let end = below.iter().position(|line| line.starts("- [")).unwrap_or(below.len());
        choices.push(choice(head, &below[..end], faults));
        rest = &below[end..];
    }
    Question { id, title, read, text, choices }
}

struct Heading {
    title: String,
    id: String,
    read: Option<String>,
}

fn heading(line: &Line<'_>, faults: &mut Faults) -> Heading {
    let parse = || {
        let (title, marks) = line.text.strip_prefix("## ")?.rsplit_once(" {#")?;
        let marks = marks.strip_suffix('}')?;
        let (id, read) = marks.split_once(" read=").map_or((marks, None), |(id, read)| (id, Some(read.to_owned())));
        let title = title.trim().to_owned();
        (is_id(id) && !title.is_empty()).then(|| Heading { title, id: id.to_owned(), read })
    };
    parse().unwrap_or_else(|| {
        faults.push((
            line.number,
            format!("`{}` is no heading of a question such as `## Title {{#id_of_it}}`", line.text),
        ));
        Heading { title: String::new(), id: format!("line {}", line.number), read: None }
    })
}

/// Small letters, digits and underscores, as in the exercises' slugs.
fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The text of a choice goes on to the first empty line; what comes then is the explanation.
fn choice(head: &Line<'_>, below: &[Line<'_>], faults: &mut Faults) -> Choice {
    let marks = [("- [x] ", true), ("- [X] ", true), ("- [ ] ", false)];
    let found = marks.iter().find_map(|(mark, right)| Some((head.text.strip_prefix(mark)?, *right)));
    let (first, right) = found.unwrap_or_else(|| {
        faults.push((head.number, format!("`{}` begins neither with `- [x] ` nor with `- [ ] `", head.text)));
        ("", false)
    });
    for line in below.iter().filter(|line| !line.text.is_empty() && !line.text.starts_with("  ")) {
        faults.push((
            line.number,
            format!("`{}` belongs to no choice: indent it by two blanks, or move it above the choices", line.text),
        ));
    }
    let end = below.iter().position(|line| line.text.is_empty()).unwrap_or(below.len());
    let more = below[..end].iter().map(|line| line.text.trim());
    let text = std::iter::once(first.trim()).chain(more).collect::<Vec<_>>().join(" ");
    Choice { right, text, explanation: block(&below[end..], 2) }
}

/// The lines without `indent` and without empty ones at either end.
fn block(lines: &[Line<'_>], indent: usize) -> String {
    let cut = |line: &Line<'_>| {
        let blanks = line.text.len() - line.text.trim_start_matches(' ').len();
        line.text[blanks.min(indent)..].to_owned()
    };
    let text = lines.iter().map(cut).collect::<Vec<_>>().join("\n");
    text.trim_matches('\n').to_owned()
}

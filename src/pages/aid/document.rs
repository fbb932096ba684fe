//! A page that is written once and shown twice: as text in the terminal, and as HTML to print.

use crate::pages::web::{document, escaped};
use crate::ui::markdown::{html, render};
use crate::ui::{Line, Meaning, Span, blanks, prefixed};

const STYLE: &str = include_str!("aid.css");
/// How wide the text in a file is.
const FILE_WIDTH: usize = 100;
/// How far commands are indented.
const INDENT: usize = 4;
/// How long the line is on which somebody writes.
const WRITTEN: usize = 24;

/// A page for a class.
pub struct Aid {
    pub title: String,
    pub blocks: Vec<AidBlock>,
}

/// A part of such a page. Texts are Markdown.
pub enum AidBlock {
    /// A heading of level 2.
    Part(String),
    /// A heading of level 3, and what follows it until the next one: it stays on one sheet of paper if it fits.
    Entry(String),
    Text(String),
    List(Vec<String>),
    /// Lettered: a, b, …
    Choices(Vec<String>),
    /// One line each.
    Commands(Vec<String>),
    /// What is filled in by hand, such as a name.
    Fields(&'static [&'static str]),
    Table(AidTable),
}

/// The first cell of a row is what the row is about.
pub struct AidTable {
    pub caption: String,
    pub head: &'static [&'static str],
    pub rows: Vec<Vec<String>>,
}

impl Aid {
    pub fn lines(&self, width: usize) -> Vec<Line> {
        let mut lines = render(&format!("# {}", self.title), width);
        lines.push(Line::default());
        for block in &self.blocks {
            lines.extend(block.lines(width));
            lines.push(Line::default());
        }
        lines
    }

    /// The text for a file.
    pub fn text(&self) -> String {
        self.lines(FILE_WIDTH).into_iter().map(|line| line.trim_end().text() + "\n").collect()
    }

    /// The whole page, which needs nothing else.
    pub fn html(&self) -> String {
        let mut body = format!("<h1>{}</h1>\n", escaped(&self.title));
        let mut is_open = false;
        for block in &self.blocks {
            let ends = matches!(block, AidBlock::Part(_) | AidBlock::Entry(_));
            if ends && is_open {
                body.push_str("</section>\n");
                is_open = false;
            }
            if matches!(block, AidBlock::Entry(_)) {
                body.push_str("<section>\n");
                is_open = true;
            }
            body.push_str(&block.html());
        }
        if is_open {
            body.push_str("</section>\n");
        }
        document(&self.title, STYLE, &body)
    }
}

impl AidBlock {
    fn lines(&self, width: usize) -> Vec<Line> {
        match self {
            Self::Part(title) => render(&format!("## {title}"), width),
            // A number sign would mean nothing on paper.
            Self::Entry(title) => render(title, width).into_iter().map(|line| line.also(Meaning::Heading)).collect(),
            Self::Text(text) => render(text, width),
            Self::List(items) => render(&items.iter().map(|item| format!("- {item}\n")).collect::<String>(), width),
            Self::Choices(choices) => lettered(choices, width),
            Self::Commands(commands) => commands.iter().map(|command| code(command)).collect(),
            Self::Fields(names) => {
                let field = |name: &&str| format!("{name}: {:_<WRITTEN$}", "");
                vec![Line::from(Span::plain(&names.iter().map(field).collect::<Vec<_>>().join("   ")))]
            }
            Self::Table(table) => table.lines(width),
        }
    }

    fn html(&self) -> String {
        match self {
            Self::Part(title) => format!("<h2>{}</h2>\n", inline(title)),
            Self::Entry(title) => format!("<h3>{}</h3>\n", inline(title)),
            Self::Text(text) => html(text),
            Self::List(items) => {
                format!("<ul>\n{}</ul>\n", items.iter().map(|item| li(&inline(item))).collect::<String>())
            }
            Self::Choices(choices) => {
                format!(
                    "<ol type=\"a\">\n{}</ol>\n",
                    choices.iter().map(|choice| li(&html(choice))).collect::<String>()
                )
            }
            Self::Commands(commands) => format!(
                "<pre><code>{}</code></pre>\n",
                commands.iter().map(|one| escaped(one)).collect::<Vec<_>>().join("\n")
            ),
            Self::Fields(names) => {
                let field = |name: &&str| format!("<span>{}: <span class=\"written\"></span></span> ", escaped(name));
                format!("<p class=\"fields\">{}</p>\n", names.iter().map(field).collect::<String>())
            }
            Self::Table(table) => table.html(),
        }
    }
}

impl AidTable {
    fn lines(&self, width: usize) -> Vec<Line> {
        let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        let head = row(self.head.iter().map(|&name| name.to_owned()).collect());
        let rule = row(vec!["---".into(); self.head.len()]);
        let cell = |text: &String| text.replace('|', "\\|").replace('\n', " ");
        let rows: String = self.rows.iter().map(|cells| row(cells.iter().map(cell).collect())).collect();
        render(&format!("{}:\n\n{head}{rule}{rows}", self.caption), width)
    }

    fn html(&self) -> String {
        let head: String = self.head.iter().map(|name| format!("<th scope=\"col\">{}</th>", escaped(name))).collect();
        let rows: String = self.rows.iter().map(|cells| row(cells)).collect();
        format!(
            "<table>\n<caption>{}</caption>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n",
            inline(&self.caption)
        )
    }
}

fn row(cells: &[String]) -> String {
    let cell = |(at, text): (usize, &String)| match at {
        0 => format!("<th scope=\"row\">{}</th>", inline(text)),
        _ => format!("<td>{}</td>", inline(text)),
    };
    format!("<tr>{}</tr>\n", cells.iter().enumerate().map(cell).collect::<String>())
}

fn li(content: &str) -> String {
    format!("<li>{content}</li>\n")
}

/// Markdown of one paragraph, without the paragraph.
fn inline(markdown: &str) -> String {
    let text = html(markdown);
    let bare = text.trim_end().strip_prefix("<p>").and_then(|text| text.strip_suffix("</p>"));
    bare.filter(|text| !text.contains("<p>")).unwrap_or(&text).to_owned()
}

fn lettered(choices: &[String], width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for (letter, choice) in ('a'..).zip(choices) {
        let label = Span::plain(&format!("  {letter})  "));
        let indent = label.width();
        lines.extend(prefixed(&label, &blanks(indent), render(choice, width.saturating_sub(indent))));
    }
    lines
}

/// A command is not broken at the width, so that it can be copied.
fn code(command: &str) -> Line {
    Line::from(blanks(INDENT)).with(Span::new(command, Meaning::Code))
}

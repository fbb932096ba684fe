//! What a piece of text means, and the one place that turns meanings into looks.

use anstyle::{AnsiColor, Effects};

/// What a piece of text means. Words carry the message; a look only repeats it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    Heading,
    Strong,
    Emphasis,
    Struck,
    Code,
    /// These seven are for code: a word of the language, a string, a number or constant, a comment, what is called, a
    /// variable, and the name of an option, attribute or property.
    Keyword,
    String,
    Number,
    Comment,
    Command,
    Variable,
    Key,
    Link,
    /// The edge of a quotation.
    Quote,
    /// Worth knowing.
    Notice,
    Good,
    Waiting,
    Bad,
    Unknown,
    /// Less important than the rest of the line. Must stay the last variant.
    Dim,
}

/// The meanings of a piece of text; none by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style(u32);

impl Meaning {
    /// All meanings, as the length ensures. Later colours win over earlier ones.
    const ALL: [Meaning; Meaning::Dim as usize + 1] = [
        Meaning::Heading,
        Meaning::Strong,
        Meaning::Emphasis,
        Meaning::Struck,
        Meaning::Code,
        Meaning::Keyword,
        Meaning::String,
        Meaning::Number,
        Meaning::Comment,
        Meaning::Command,
        Meaning::Variable,
        Meaning::Key,
        Meaning::Link,
        Meaning::Quote,
        Meaning::Notice,
        Meaning::Good,
        Meaning::Waiting,
        Meaning::Bad,
        Meaning::Unknown,
        Meaning::Dim,
    ];

    /// Looks that are legible on dark and light backgrounds: neither white nor black, no bright yellow, no dark blue.
    fn look(self) -> anstyle::Style {
        match self {
            Meaning::Heading | Meaning::Strong | Meaning::Command => Effects::BOLD.into(),
            Meaning::Emphasis => Effects::ITALIC.into(),
            Meaning::Struck => Effects::STRIKETHROUGH.into(),
            Meaning::Code | Meaning::Key => AnsiColor::Cyan.on_default(),
            Meaning::Keyword | Meaning::Unknown => AnsiColor::Magenta.on_default(),
            Meaning::Link => Effects::UNDERLINE.into(),
            Meaning::Quote | Meaning::Comment | Meaning::Dim => Effects::DIMMED.into(),
            Meaning::Notice | Meaning::Number | Meaning::Variable => AnsiColor::BrightBlue.on_default(),
            Meaning::Good | Meaning::String => AnsiColor::Green.on_default(),
            Meaning::Waiting => AnsiColor::Yellow.on_default(),
            Meaning::Bad => AnsiColor::Red.on_default(),
        }
    }
}

impl Style {
    pub fn and(self, meaning: Meaning) -> Self {
        Self(self.0 | 1 << meaning as u32)
    }

    fn has(self, meaning: Meaning) -> bool {
        self.0 & 1 << meaning as u32 != 0
    }

    /// The look for a terminal.
    pub fn look(self) -> anstyle::Style {
        let looks = Meaning::ALL.into_iter().filter(|meaning| self.has(*meaning)).map(Meaning::look);
        looks.fold(anstyle::Style::new(), over)
    }
}

impl From<Meaning> for Style {
    fn from(meaning: Meaning) -> Self {
        Style::default().and(meaning)
    }
}

fn over(below: anstyle::Style, above: anstyle::Style) -> anstyle::Style {
    let colour = above.get_fg_color().or(below.get_fg_color());
    below.effects(below.get_effects() | above.get_effects()).fg_color(colour)
}

//! Targets of links, made safe for a terminal to follow, and whether this terminal follows them.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What a browser or a mail program opens; other targets, such as files and scripts, are for nobody to click on.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// What stands in no URI, by RFC 3986; a percent sign stays, since what is encoded already is to stay as it is.
const ENCODED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// How the target of a link is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Links {
    /// Written out behind the text.
    #[default]
    Written,
    /// Left to the terminal, which opens it when the text is clicked on.
    Live,
}

impl Links {
    /// Live where stdout is a terminal that is known to follow links, or `FORCE_HYPERLINK` says so; never where there
    /// are no colours, since such a page is to hold no escape sequence at all.
    pub fn on_stdout(has_colors: bool) -> Self {
        let is_dumb = || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        if has_colors && !is_dumb() && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout) {
            return Self::Live;
        }
        Self::Written
    }
}

/// The target of a link: printable ASCII, of a scheme that is safe to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(Arc<str>);

impl Link {
    /// `None` if `target` is nothing to open from a terminal, such as a place in the same text.
    pub fn new(target: &str) -> Option<Self> {
        let is_safe = SCHEMES.iter().any(|scheme| target.starts_with(scheme));
        is_safe.then(|| Self(utf8_percent_encode(target, ENCODED).to_string().into()))
    }

    /// What opens the link on a terminal: its parts on several lines belong together by their identity.
    pub fn start(&self) -> impl fmt::Display {
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        format!("\u{1b}]8;id={:x};{}\u{1b}\\", hasher.finish(), self.0)
    }
}

/// What closes a link on a terminal.
pub const END: &str = "\u{1b}]8;;\u{1b}\\";

//! Targets of links, made safe for a terminal, and whether this terminal follows them.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// The schemes that may be opened: those of browsers and mail programs, not files or scripts.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// The characters that no URI holds, by RFC 3986. A percent sign stays, so that nothing is encoded twice.
const ENCODED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// How the target of a link is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Links {
    /// Written after the text.
    #[default]
    Written,
    /// Left to the terminal, which opens it at a click on the text.
    Live,
}

impl Links {
    /// Live if stdout is a terminal that is known to follow links, or if `FORCE_HYPERLINK` says so. Never without colours,
    /// since such a page holds no escape sequence at all.
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
    /// `None` if `target` is not safe to open, or leads to a place in the same text.
    pub fn new(target: &str) -> Option<Self> {
        let is_safe = SCHEMES.iter().any(|scheme| target.starts_with(scheme));
        is_safe.then(|| Self(utf8_percent_encode(target, ENCODED).to_string().into()))
    }

    /// The sequence that begins the link. Its id ties the parts on several lines together.
    pub fn start(&self) -> impl fmt::Display {
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        format!("\u{1b}]8;id={:x};{}\u{1b}\\", hasher.finish(), self.0)
    }
}

/// The sequence that ends a link.
pub const END: &str = "\u{1b}]8;;\u{1b}\\";

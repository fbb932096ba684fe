//! What the terminal can show.

use std::env;
use std::io::{IsTerminal as _, stdout};

use terminal_size::{Height, Width, terminal_size};

use super::Observation;
use crate::ui::Links;

/// The fewest columns for which pages are laid out.
const NARROW: u16 = 40;
/// The variables that name the character set, in the order in which they count.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_CTYPE", "LANG"];

/// How pages look, by the command line, the environment and the terminal.
#[derive(Clone, Copy, Debug)]
pub struct Appearance {
    pub colors: bool,
    pub links: Links,
}

pub fn observe(appearance: Appearance) -> Vec<Observation> {
    vec![size(), of(appearance)]
}

fn size() -> Observation {
    const TOPIC: &str = "terminal";
    if !stdout().is_terminal() {
        return Observation::not_checked(TOPIC, "the answer does not go to a terminal");
    }
    match terminal_size() {
        Some((Width(columns), _)) if columns < NARROW => Observation::warning(
            TOPIC,
            format!("{columns} columns wide"),
            format!("Make the window wider: pages need at least {NARROW} columns."),
        ),
        Some((Width(columns), Height(rows))) => Observation::ok(TOPIC, format!("{columns} columns, {rows} rows")),
        None => Observation::ok(TOPIC, "of unknown size; pages are 80 columns wide"),
    }
}

fn of(appearance: Appearance) -> Observation {
    const TOPIC: &str = "looks";
    let colour = if appearance.colors { "colour" } else { "no colour" };
    let links = match appearance.links {
        Links::Live => "links to click on",
        Links::Written => "links written out",
    };
    let locale = LOCALE.iter().find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    match locale {
        Some(locale) if !is_unicode(&locale) => Observation::warning(
            TOPIC,
            format!("{colour}, {links}; the locale {locale} is not Unicode, so some characters may look wrong"),
            "Set a Unicode locale: export LC_ALL=C.UTF-8",
        ),
        _ => Observation::ok(TOPIC, format!("{colour}, Unicode, {links}")),
    }
}

/// Such as `en_GB.UTF-8` or `C.utf8`.
fn is_unicode(locale: &str) -> bool {
    let locale = locale.to_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::is_unicode;

    #[test]
    fn locales_that_can_show_every_character() {
        assert!(["en_GB.UTF-8", "C.utf8", "de_DE.utf8@euro"].iter().all(|locale| is_unicode(locale)));
        assert!(["C", "POSIX", "de_DE.ISO-8859-1"].iter().all(|locale| !is_unicode(locale)));
    }
}

//! The one place that turns our lines and styles into those of ratatui.

use anstyle::{AnsiColor, Effects};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text;

use super::cut::from_column;
use crate::ui::Line;

const EFFECTS: [(Effects, Modifier); 6] = [
    (Effects::BOLD, Modifier::BOLD),
    (Effects::DIMMED, Modifier::DIM),
    (Effects::ITALIC, Modifier::ITALIC),
    (Effects::UNDERLINE, Modifier::UNDERLINED),
    (Effects::STRIKETHROUGH, Modifier::CROSSED_OUT),
    (Effects::INVERT, Modifier::REVERSED),
];

/// `line` for the screen, without the columns before `left`. Without colour it keeps only its effects.
pub fn line(line: &Line, left: usize, color: bool) -> text::Line<'static> {
    let shown = from_column(line, left);
    let spans = shown.spans().map(|(text, look)| text::Span::styled(text.to_owned(), style(look, color)));
    spans.collect::<Vec<_>>().into()
}

fn style(look: anstyle::Style, color: bool) -> Style {
    let effects = EFFECTS.iter().filter(|(effect, _)| look.get_effects().contains(*effect));
    let style = effects.fold(Style::new(), |style, (_, modifier)| style.add_modifier(*modifier));
    match look.get_fg_color() {
        Some(anstyle::Color::Ansi(ansi)) if color => style.fg(ansi_color(ansi)),
        _ => style,
    }
}

fn ansi_color(color: AnsiColor) -> Color {
    match color {
        AnsiColor::Black => Color::Black,
        AnsiColor::Red => Color::Red,
        AnsiColor::Green => Color::Green,
        AnsiColor::Yellow => Color::Yellow,
        AnsiColor::Blue => Color::Blue,
        AnsiColor::Magenta => Color::Magenta,
        AnsiColor::Cyan => Color::Cyan,
        AnsiColor::White => Color::Gray,
        AnsiColor::BrightBlack => Color::DarkGray,
        AnsiColor::BrightRed => Color::LightRed,
        AnsiColor::BrightGreen => Color::LightGreen,
        AnsiColor::BrightYellow => Color::LightYellow,
        AnsiColor::BrightBlue => Color::LightBlue,
        AnsiColor::BrightMagenta => Color::LightMagenta,
        AnsiColor::BrightCyan => Color::LightCyan,
        AnsiColor::BrightWhite => Color::White,
    }
}

//! What the terminal reports, in the session's own words.

use crossterm::event::{Event as Reported, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEventKind};

use crate::session::{Event, Key, Size};

/// Lines that one step of the mouse wheel moves.
const WHEEL: isize = 1;

/// Nothing for what a session has no use for.
pub fn event(reported: Reported) -> Option<Event> {
    match reported {
        Reported::Key(key) if key.kind != KeyEventKind::Release => Some(Event::Key(self::key(key))),
        Reported::Mouse(mouse) => match mouse.kind {
            MouseEventKind::ScrollDown => Some(Event::Wheel(WHEEL)),
            MouseEventKind::ScrollUp => Some(Event::Wheel(-WHEEL)),
            _ => None,
        },
        Reported::Resize(columns, rows) => Some(Event::Resized(Size { columns, rows })),
        Reported::FocusGained => Some(Event::Focused),
        Reported::FocusLost => Some(Event::Unfocused),
        _ => None,
    }
}

fn key(key: KeyEvent) -> Key {
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return match key.code {
            KeyCode::Char('c') => Key::Interrupt,
            KeyCode::Char('z') => Key::Stop,
            _ => Key::Other,
        };
    }
    match key.code {
        KeyCode::Char(_) if key.modifiers.contains(KeyModifiers::ALT) => Key::Other,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        _ => Key::Other,
    }
}

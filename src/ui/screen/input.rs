//! What the learner does on the terminal: keys, mouse wheel, size and focus.

use crossterm::event::{Event as Reported, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEventKind};

/// The lines that one step of the mouse wheel moves.
const WHEEL: isize = 1;

/// Something that the learner did on the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    Key(Key),
    /// The mouse wheel, in steps; down is positive.
    Wheel(isize),
    Resized(Size),
    Focused,
    Unfocused,
}

/// A key; all that nobody needs is [`Key::Other`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Char(char),
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Enter,
    Esc,
    Backspace,
    /// Ctrl-C.
    Interrupt,
    /// Ctrl-Z.
    Stop,
    Other,
}

/// Columns and rows of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub columns: u16,
    pub rows: u16,
}

impl Size {
    /// A smaller screen shows one line that says so.
    pub const LEAST: Self = Self { columns: 40, rows: 10 };
    /// Longer lines are hard to read.
    const WIDEST: u16 = 100;
    /// With fewer rows, the rules between the parts of a page are left out.
    const ROOMY: u16 = 16;

    pub fn is_enough(self) -> bool {
        self.columns >= Self::LEAST.columns && self.rows >= Self::LEAST.rows
    }

    /// Rows of the head of a page.
    pub fn head(self) -> usize {
        if self.rows >= Self::ROOMY { 3 } else { 2 }
    }

    /// Rows of the foot of a page.
    pub fn foot(self) -> usize {
        self.head()
    }

    /// Rows between head and foot.
    pub fn body(self) -> usize {
        usize::from(self.rows).saturating_sub(self.head() + self.foot()).max(1)
    }

    /// Columns of a text.
    pub fn page_width(self) -> usize {
        self.columns.min(Self::WIDEST).into()
    }
}

/// Translates what the terminal reported; `None` for what nobody needs.
pub fn input(reported: Reported) -> Option<Input> {
    match reported {
        Reported::Key(key) if key.kind != KeyEventKind::Release => Some(Input::Key(self::key(key))),
        Reported::Mouse(mouse) => match mouse.kind {
            MouseEventKind::ScrollDown => Some(Input::Wheel(WHEEL)),
            MouseEventKind::ScrollUp => Some(Input::Wheel(-WHEEL)),
            _ => None,
        },
        Reported::Resize(columns, rows) => Some(Input::Resized(Size { columns, rows })),
        Reported::FocusGained => Some(Input::Focused),
        Reported::FocusLost => Some(Input::Unfocused),
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

//! How far a page is scrolled, and how far each key moves.

use crate::ui::screen::{Key, Size};

/// The place in a page whose length is known only after it was drawn.
#[derive(Debug, Default)]
pub struct Scroll {
    top: usize,
    /// The length of the page, once it was drawn.
    lines: Option<usize>,
}

impl Scroll {
    /// The first line that is shown.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Moves by so many lines.
    pub fn by(&mut self, by: isize, size: Size) {
        self.top = self.top.saturating_add_signed(by);
        self.settle(size);
    }

    /// Takes in how many lines the page has.
    pub fn drawn(&mut self, lines: usize, size: Size) {
        self.lines = Some(lines);
        self.settle(size);
    }

    /// Goes back to where the page still fills the screen.
    pub fn settle(&mut self, size: Size) {
        if let Some(lines) = self.lines {
            self.top = scrolled(self.top, 0, lines, size.body());
        }
    }
}

/// How far a key moves through a text of which `height` lines are shown; `None` for other keys.
pub fn travel(key: Key, height: usize) -> Option<isize> {
    let page = isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(1);
    Some(match key {
        Key::Up | Key::Char('k') => -1,
        Key::Down | Key::Char('j') => 1,
        Key::PageUp | Key::Char('b') => -page,
        Key::PageDown | Key::Char(' ') => page,
        Key::Home | Key::Char('g') => isize::MIN,
        Key::End | Key::Char('G') => isize::MAX,
        _ => return None,
    })
}

/// The first of `count` lines to show after moving by `by` lines, if `height` lines fit.
pub fn scrolled(top: usize, by: isize, count: usize, height: usize) -> usize {
    top.saturating_add_signed(by).min(count.saturating_sub(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { columns: 80, rows: 24 };

    #[test]
    fn it_stays_within_the_page_as_soon_as_its_length_is_known() {
        let mut scroll = Scroll::default();
        scroll.by(isize::MAX, SIZE);
        scroll.drawn(100, SIZE);
        assert_eq!(scroll.top(), 100 - SIZE.body());
        scroll.by(1, SIZE);
        scroll.by(-1, SIZE);
        assert_eq!(scroll.top(), 100 - SIZE.body() - 1);
        scroll.drawn(SIZE.body(), SIZE);
        assert_eq!(scroll.top(), 0);
    }
}

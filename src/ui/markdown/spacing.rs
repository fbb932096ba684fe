//! Blank lines between the parts of a page.

use crate::ui::text::Line;

/// The parts with a blank line between them.
pub fn spaced(parts: impl Iterator<Item = Vec<Line>>) -> Vec<Line> {
    let mut page = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        if !page.is_empty() {
            page.push(Line::default());
        }
        page.extend(part);
    }
    page
}

//! The containers that are open at a point of the source: quotes, lists, items, footnotes.

use super::model::{Alert, Block, Item, List};

/// The deepest nesting. Text of containers further in joins the one around them. This bounds the recursion over any
/// document, and no line has room for so many indents.
const DEEPEST: usize = 24;

/// A container, without the blocks directly in it.
pub enum Container {
    Quote(Option<Alert>),
    List(List),
    Item { task: Option<bool> },
    Footnote { label: String },
}

#[derive(Default)]
pub struct Nest {
    root: Vec<Block>,
    open: Vec<(Container, Vec<Block>)>,
    /// Containers that were opened beyond the deepest.
    beyond: usize,
    /// The footnotes with their labels, in the order of their ends.
    pub notes: Vec<(String, Vec<Block>)>,
}

impl Nest {
    pub fn push(&mut self, block: Block) {
        let blocks = self.open.last_mut().map_or(&mut self.root, |(_, blocks)| blocks);
        blocks.push(block);
    }

    pub fn open(&mut self, container: Container) {
        // An item is never the first beyond: a list takes only items, so its blocks would have no place.
        let is_full = self.open.len() >= DEEPEST && !matches!(container, Container::Item { .. });
        if self.beyond > 0 || is_full {
            self.beyond += 1;
        } else {
            self.open.push((container, Vec::new()));
        }
    }

    pub fn close(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some((container, blocks)) = self.open.pop() else {
            return;
        };
        match container {
            Container::Quote(alert) => self.push(Block::Quote { alert, blocks }),
            Container::List(list) => self.push(Block::List(list)),
            Container::Item { task } => self.push_item(Item { task, blocks }),
            Container::Footnote { label } => self.notes.push((label, blocks)),
        }
    }

    /// Notes that the open item, if an item is innermost, holds paragraphs of their own.
    pub fn loosen(&mut self) {
        if let [.., (Container::List(list), _), (Container::Item { .. }, _)] = self.open.as_mut_slice()
            && self.beyond == 0
        {
            list.is_loose = true;
        }
    }

    /// Marks the open item as a task. Returns false if no item is innermost.
    pub fn set_task(&mut self, is_done: bool) -> bool {
        match self.open.last_mut() {
            Some((Container::Item { task }, _)) if self.beyond == 0 => *task = Some(is_done),
            _ => return false,
        }
        true
    }

    /// Makes the open quote an alert. Returns false if no empty quote is innermost, or it is an alert already.
    pub fn set_alert(&mut self, named: Alert) -> bool {
        match self.open.last_mut() {
            Some((Container::Quote(alert @ None), blocks)) if blocks.is_empty() && self.beyond == 0 => {
                *alert = Some(named);
            }
            _ => return false,
        }
        true
    }

    /// The blocks outside any container.
    pub fn into_blocks(self) -> Vec<Block> {
        self.root
    }

    fn push_item(&mut self, item: Item) {
        if let Some((Container::List(list), _)) = self.open.last_mut() {
            list.items.push(item);
        }
    }
}

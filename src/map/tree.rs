//! A chapter of the map as trees: who is drawn below whom, in which order, and where an arrow leads to what is drawn already.

use super::{ARROWS, Map, MapNode, NODES, SeenNode};

/// One line of a tree.
pub struct Branch<'a> {
    pub seen: &'a SeenNode,
    /// What the thing above does with it, and whether that holds now; none at a root.
    pub arrow: Option<(&'static str, bool)>,
    /// For each level above: whether more follows on it. The last one is the line's own.
    pub more: Vec<bool>,
    /// Where it is drawn with all that it leads to, if not here: `above`, or its chapter.
    pub elsewhere: Option<String>,
}

/// The lines of a chapter: its things and the arrows that came with it.
pub fn tree(map: &Map, chapter: u8) -> Vec<Branch<'_>> {
    let mut drawing = Drawing { map, chapter, drawn: Vec::new(), branches: Vec::new() };
    let mut roots: Vec<&MapNode> = NODES.iter().filter(|node| drawing.is_root(node)).collect();
    // What leads to this chapter's things comes before what stands alone.
    roots.sort_by_key(|node| drawing.below(node).is_empty());
    for root in roots {
        drawing.add(root, None, Vec::new());
    }
    // A circle has no root: its first thing is one.
    for node in NODES.iter().filter(|node| node.chapter == chapter) {
        if !drawing.drawn.contains(&node.id) {
            drawing.add(node, None, Vec::new());
        }
    }
    drawing.branches
}

struct Drawing<'a> {
    map: &'a Map,
    chapter: u8,
    drawn: Vec<&'static str>,
    branches: Vec<Branch<'a>>,
}

impl<'a> Drawing<'a> {
    /// The arrows that are drawn in this chapter: what they do, whether they hold, and where they lead.
    fn below(&self, node: &MapNode) -> Vec<(&'static str, bool, &'static MapNode)> {
        let arrows = ARROWS.iter().zip(&self.map.joined).filter(|(arrow, _)| arrow.from == node.id);
        let drawn = arrows.filter_map(|(arrow, joined)| Some((arrow.does, (*joined)?, self.end(node, arrow.to)?)));
        drawn.collect()
    }

    /// The end of an arrow, if it came with this chapter: one of its ends is the chapter's, and the other no later one's.
    fn end(&self, from: &MapNode, to: &str) -> Option<&'static MapNode> {
        let to = node(to)?;
        (from.chapter.max(to.chapter) == self.chapter).then_some(to)
    }

    fn is_root(&self, node: &MapNode) -> bool {
        let is_led_to = NODES.iter().any(|from| self.below(from).iter().any(|(_, _, to)| to.id == node.id));
        !is_led_to && (node.chapter == self.chapter || !self.below(node).is_empty())
    }

    fn add(&mut self, node: &MapNode, arrow: Option<(&'static str, bool)>, more: Vec<bool>) {
        let Some(seen) = self.map.seen(node.id) else { return };
        let below = self.below(node);
        let is_drawn = self.drawn.contains(&seen.node.id);
        let elsewhere = match (node.chapter == self.chapter, is_drawn) {
            (_, true) => Some("above".to_owned()),
            (false, _) if !node.exercises.is_empty() => Some(format!("chapter {}", node.chapter)),
            _ => None,
        };
        self.branches.push(Branch { seen, arrow, more: more.clone(), elsewhere });
        if is_drawn {
            return;
        }
        self.drawn.push(seen.node.id);
        let last = below.len().saturating_sub(1);
        for (at, (does, joined, to)) in below.into_iter().enumerate() {
            let more = more.iter().copied().chain([at < last]).collect();
            self.add(to, Some((does, joined)), more);
        }
    }
}

fn node(id: &str) -> Option<&'static MapNode> {
    NODES.iter().find(|node| node.id == id)
}

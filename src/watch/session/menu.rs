//! A menu of the commands of a text to copy, or of its links to open.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::event::Effect;
use super::scroll::travel;
use crate::ui::screen::{Key, Size};

/// The languages of code blocks for a shell.
const SHELLS: [&str; 4] = ["sh", "bash", "shell", "console"];

/// What to do with the chosen item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Copy,
    Open,
}

impl Purpose {
    pub fn effect(self, item: String) -> Effect {
        match self {
            Purpose::Copy => Effect::Copy(item),
            Purpose::Open => Effect::Open(item),
        }
    }
}

/// Items of which one is chosen.
#[derive(Debug)]
pub struct Menu {
    pub purpose: Purpose,
    pub items: Vec<String>,
    pub chosen: usize,
}

impl Menu {
    /// Handles the key. Returns false if it was not meant for the menu.
    pub fn key(&mut self, key: Key, size: Size) -> bool {
        let last = self.items.len().saturating_sub(1);
        match key {
            Key::Char(digit @ '1'..='9') => self.chosen = (digit as usize - '1' as usize).min(last),
            _ => match travel(key, size.body()) {
                Some(by) => self.chosen = self.chosen.saturating_add_signed(by).min(last),
                None => return false,
            },
        }
        true
    }
}

/// The links to web pages in a text, in its order, each once.
pub fn links(markdown: &str) -> Vec<String> {
    let mut links: Vec<String> = Vec::new();
    for event in Parser::new(markdown) {
        if let Event::Start(Tag::Link { dest_url, .. }) = event
            && dest_url.starts_with("https://")
            && !links.iter().any(|known| **known == *dest_url)
        {
            links.push(dest_url.into_string());
        }
    }
    links
}

/// The blocks of commands for a shell in a text, in its order.
pub fn commands(markdown: &str) -> Vec<String> {
    let (mut commands, mut inside) = (Vec::new(), false);
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) if is_shell(&kind) => {
                inside = true;
                commands.push(String::new());
            }
            Event::Text(text) if inside => commands.last_mut().into_iter().for_each(|last| last.push_str(&text)),
            Event::End(TagEnd::CodeBlock) => inside = false,
            _ => {}
        }
    }
    commands.iter().map(|command| command.trim_end().to_owned()).collect()
}

fn is_shell(kind: &CodeBlockKind<'_>) -> bool {
    matches!(kind, CodeBlockKind::Fenced(language) if SHELLS.contains(&language.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_the_web_are_links() {
        let text =
            "[a](https://a.example) <https://b.example> [again](https://a.example) [no](file:///etc/passwd) [no](#x)";
        assert_eq!(links(text), ["https://a.example", "https://b.example"]);
    }

    #[test]
    fn blocks_for_a_shell_are_commands_and_others_are_not() {
        let text = "Text `aws`\n\n```sh\naws s3 ls \\\n  --region x\n```\n\n- nested\n\n  ```bash\n  a\n  ```\n\n```json\n{}\n```\n";
        assert_eq!(commands(text), ["aws s3 ls \\\n  --region x", "a"]);
    }
}

//! A text's Markdown taken apart: headings, blocks of prose, fenced code and links, each with its line.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The renderer's extensions, and the anchors of headings, which the build takes off.
const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

#[derive(Debug, Default)]
pub struct Document {
    pub headings: Vec<Heading>,
    pub blocks: Vec<Block>,
    pub fences: Vec<Fence>,
    pub links: Vec<Link>,
}

#[derive(Debug)]
pub struct Heading {
    pub line: usize,
    pub level: usize,
    pub title: String,
    pub anchor: Option<String>,
}

/// A paragraph, an item of a list or a cell of a table.
#[derive(Debug)]
pub struct Block {
    pub kind: BlockKind,
    pub spans: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    Heading,
    Prose,
    Cell,
}

#[derive(Debug)]
pub struct Span {
    pub line: usize,
    pub text: String,
    /// Set as code.
    pub code: bool,
}

#[derive(Debug)]
pub struct Fence {
    /// Of the fence itself; the code begins on the next.
    pub line: usize,
    pub language: String,
    pub code: String,
}

#[derive(Debug)]
pub struct Link {
    pub line: usize,
    pub target: String,
}

impl Block {
    pub fn line(&self) -> usize {
        self.spans.first().map_or(0, |span| span.line)
    }

    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

impl Document {
    /// `first` is the number of the source's first line.
    pub fn read(source: &str, first: usize) -> Self {
        let ends = source.match_indices('\n').map(|(at, _)| at).collect();
        let mut reader = Reader { first, ends, document: Self::default(), block: None, in_fence: false };
        for (event, range) in Parser::new_ext(source, EXTENSIONS).into_offset_iter() {
            reader.see(event, range);
        }
        reader.close();
        reader.document
    }
}

struct Reader {
    first: usize,
    /// Where the source's lines end.
    ends: Vec<usize>,
    document: Document,
    block: Option<Block>,
    in_fence: bool,
}

impl Reader {
    fn line(&self, at: usize) -> usize {
        self.first + self.ends.partition_point(|end| *end < at)
    }

    fn see(&mut self, event: Event<'_>, range: Range<usize>) {
        let line = self.line(range.start);
        match event {
            Event::Start(tag) => self.open(tag, line),
            Event::End(TagEnd::CodeBlock) => self.in_fence = false,
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => self.close(),
            Event::Text(text) if self.in_fence => {
                self.document.fences.last_mut().expect("an open fence").code.push_str(&text);
            }
            Event::Text(text) => self.add(&text, line, false),
            Event::Code(text) => self.add(&text, line, true),
            Event::SoftBreak | Event::HardBreak => self.add(" ", line, false),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>, line: usize) {
        match tag {
            Tag::Heading { level, id, .. } => {
                let anchor = id.map(|id| id.into_string());
                self.document.headings.push(Heading { line, level: level as usize, title: String::new(), anchor });
                self.begin(BlockKind::Heading);
            }
            Tag::CodeBlock(kind) => {
                self.close();
                let info = if let CodeBlockKind::Fenced(info) = kind { info.into_string() } else { String::new() };
                let language = info.split_whitespace().next().unwrap_or_default().to_owned();
                self.document.fences.push(Fence { line, language, code: String::new() });
                self.in_fence = true;
            }
            Tag::TableCell => self.begin(BlockKind::Cell),
            Tag::Paragraph | Tag::Item | Tag::List(_) => self.begin(BlockKind::Prose),
            Tag::Link { dest_url, .. } => self.document.links.push(Link { line, target: dest_url.into_string() }),
            _ => {}
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.close();
        self.block = Some(Block { kind, spans: Vec::new() });
    }

    fn add(&mut self, text: &str, line: usize, code: bool) {
        let block = self.block.get_or_insert_with(|| Block { kind: BlockKind::Prose, spans: Vec::new() });
        block.spans.push(Span { line, text: text.into(), code });
    }

    fn end_heading(&mut self) {
        let title = self.block.as_ref().map(Block::text).unwrap_or_default();
        self.document.headings.last_mut().expect("an open heading").title = title;
        self.close();
    }

    fn close(&mut self) {
        self.document.blocks.extend(self.block.take().filter(|block| !block.spans.is_empty()));
    }
}

#[test]
fn what_a_text_consists_of_has_its_lines() {
    let source = "# A\n\n## B `c` {#b}\n\nOne *two*\nthree.\n\n- item\n  - nested\n\n\
                  | a |\n|---|\n| [x](#b) |\n\n```sh x\nls\n```\n";
    let document = Document::read(source, 10);
    let blocks = document.blocks.iter().map(|block| (block.kind, block.line(), block.text()));
    insta::assert_debug_snapshot!((blocks.collect::<Vec<_>>(), document.headings, document.fences, document.links));
}

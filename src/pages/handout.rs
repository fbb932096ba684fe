//! A chapter as a page of HTML that needs nothing else: to print, to hand out, or to open in a browser.

use crate::catalog::{Chapter, WalkthroughPart};
use crate::pages::web::document;
use crate::ui::markdown::html;

const STYLE: &str = include_str!("handout.css");

/// The name of a chapter's page.
pub fn file(chapter: &Chapter) -> String {
    format!("ch{:02}.html", chapter.number)
}

/// A chapter's text, with the learner's names in it already, as a page.
pub fn page(chapter: &Chapter, text: &str, without: &[WalkthroughPart]) -> String {
    document(&chapter.heading(), STYLE, &html(&kept(text, without)))
}

/// A page that leads to those of the chapters.
pub fn index(chapters: &[Chapter]) -> String {
    let row = |chapter: &Chapter| format!("- [{}]({})\n", chapter.heading(), file(chapter));
    let rows: String = chapters.iter().map(row).collect();
    document("Mastering AWS Serverless", STYLE, &html(&format!("# Mastering AWS Serverless\n\n{rows}")))
}

/// The text without these parts. A part ends at the next heading of its level or above; `#` in code is no heading.
fn kept(text: &str, without: &[WalkthroughPart]) -> String {
    let (mut kept, mut is_left_out, mut is_code) = (String::new(), false, false);
    for line in text.split_inclusive('\n') {
        is_code ^= line.trim_start().starts_with("```");
        if !is_code && (1..=3).any(|level| line.starts_with(&format!("{} ", "#".repeat(level)))) {
            is_left_out = without.iter().any(|part| line.starts_with(part.heading()));
        }
        if !is_left_out {
            kept.push_str(line);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{chapter, fill};
    use crate::workspace::Settings;

    const TEXT: &str = "## 4.3 A {#a}\n\nwhy\n\n### In the console\n\nclick\n\n### With the CLI\n\n```sh\n# a comment\naws s3 ls\n```\n\n### What it costs\n\nlittle\n";

    #[test]
    fn a_handout_does_without_the_parts_that_are_not_wanted() {
        assert_eq!(kept(TEXT, &[]), TEXT);
        let no_console = kept(TEXT, &[WalkthroughPart::Console]);
        assert!(!no_console.contains("click") && no_console.contains("aws s3 ls") && no_console.contains("little"));
        let neither = kept(TEXT, &[WalkthroughPart::Console, WalkthroughPart::Cli]);
        assert_eq!(neither, "## 4.3 A {#a}\n\nwhy\n\n### What it costs\n\nlittle\n");
    }

    #[test]
    fn a_page_is_whole_and_loads_nothing() {
        let four = chapter(4).expect("chapter 4");
        let text = fill(&Settings::example().learner(), &four.whole()).expect("a text");
        let page = page(four, &text, &[]);
        assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
        assert!(page.contains("<h2 id=\"s3_website_hosting\">") && page.contains("aws s3 website"));
        for loaded in ["<script", "<link", "src=", "@import", "url("] {
            assert!(!page.contains(loaded), "{loaded}");
        }
    }
}

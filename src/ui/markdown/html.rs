//! Markdown as HTML, for pages to print or to open in a browser.

use pulldown_cmark::html::push_html;
use pulldown_cmark::{Event, Parser};

use super::parse::EXTENSIONS;

/// `markdown` as HTML. Raw HTML in it is shown as written, except comments, which are dropped, and `<br>`.
pub fn html(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, EXTENSIONS).filter_map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) if raw.trim_start().starts_with("<!--") => None,
        Event::InlineHtml(raw) if raw.starts_with("<br") => Some(Event::HardBreak),
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        other => Some(other),
    });
    let mut text = String::new();
    push_html(&mut text, events);
    // A head that says nothing heads nothing.
    text.replace("<th></th>", "<td></td>")
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn an_empty_head_is_none() {
        let table = html("| | a |\n|---|---|\n| b | c |\n");
        assert!(table.contains("<tr><td></td><th>a</th></tr>"), "{table}");
    }

    #[test]
    fn headings_have_anchors_code_its_language_and_raw_html_is_text() {
        let text =
            html("## Title {#slug}\n\nA <script>x</script> <!-- note -->and<br>more\n\n```sh\naws s3 ls > a\n```\n");
        assert_eq!(
            text,
            "<h2 id=\"slug\">Title</h2>\n<p>A &lt;script&gt;x&lt;/script&gt; and<br />\nmore</p>\n\
             <pre><code class=\"language-sh\">aws s3 ls &gt; a\n</code></pre>\n"
        );
    }
}

//! Pages as browsers read them: their links and their scripts.

use scraper::{ElementRef, Html, Selector};

use crate::documents::address::Address;
use crate::documents::code::Kind;

/// A page at its address.
#[derive(Debug)]
pub struct Document {
    html: Html,
    /// What its references are taken from: its own address, or that of its `base` element.
    base: Address,
    source: String,
}

/// A script of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// It stands in the page, and runs so.
    Inline(String, Kind),
    /// It is a file, at this address.
    File(Address),
}

impl Document {
    pub fn parse(text: &str, address: Address) -> Self {
        let html = Html::parse_document(text);
        let base = html.select(&selector("base[href]")).next().and_then(|base| base.attr("href"));
        let base = base.and_then(|href| address.resolve(href)).unwrap_or(address);
        Self { html, base, source: text.to_owned() }
    }

    /// What its references are taken from.
    pub fn base(&self) -> &Address {
        &self.base
    }

    /// The number of the first line with this text.
    pub fn line_of(&self, text: &str) -> Option<usize> {
        line_of(&self.source, text)
    }

    /// What the links say that they lead to, and where that is: `None` for what is on no web server.
    pub fn links(&self) -> Vec<(&str, Option<Address>)> {
        let links = selector("a[href], area[href]");
        let hrefs = self.html.select(&links).filter_map(|link| link.attr("href")).collect::<Vec<_>>();
        hrefs.into_iter().map(|href| (href, self.base.resolve(href))).collect()
    }

    /// The scripts that browsers run, in their order, and what the page does on events.
    pub fn scripts(&self) -> Vec<Source> {
        let (scripts, everything) = (selector("script"), selector("*"));
        let scripts = self.html.select(&scripts).filter(|script| is_javascript(script.attr("type")));
        let mut sources: Vec<Source> = scripts
            .filter_map(|script| match script.attr("src") {
                Some(src) => self.base.resolve(src).map(Source::File),
                None => {
                    let is_module = script.attr("type").is_some_and(is_module);
                    let kind = if is_module { Kind::Module } else { Kind::Script };
                    Some(Source::Inline(script.text().collect(), kind))
                }
            })
            .collect();
        let attributes = self.html.select(&everything).flat_map(|element| element.value().attrs());
        let handlers = attributes.filter(|(name, _)| name.starts_with("on"));
        sources.extend(handlers.map(|(_, code)| Source::Inline(code.to_owned(), Kind::Handler)));
        sources
    }

    /// Whether the page runs the file as a module, which browsers do not without a content type of JavaScript.
    pub fn has_module(&self, file: &Address) -> bool {
        let scripts = selector("script[src]");
        let mut scripts = self.html.select(&scripts).filter(|script| script.attr("type").is_some_and(is_module));
        scripts.any(|script| script.attr("src").and_then(|src| self.base.resolve(src)).as_ref() == Some(file))
    }

    /// The stylesheets that the page loads.
    pub fn stylesheets(&self) -> Vec<Address> {
        let links = selector("link[href]");
        let links = self.html.select(&links).filter(|link| is_stylesheet(link.attr("rel")));
        links.filter_map(|link| self.base.resolve(link.attr("href")?)).collect()
    }
}

/// The number of the first line of a file that has this text.
pub fn line_of(file: &str, text: &str) -> Option<usize> {
    file.lines().position(|line| line.contains(text)).map(|at| at + 1)
}

/// A field that people may fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// In lower case, such as `tel`; `text` if it says nothing (HTML Standard, "The input element").
    pub kind: String,
    /// Its attributes that say what it is for, and its label, in lower case.
    pub says: String,
    /// Under which name a form sends it.
    pub name: Option<String>,
    /// Whether nobody can write into it.
    pub is_locked: bool,
}

impl Document {
    /// The fields of the page, in their order.
    pub fn fields(&self) -> Vec<Field> {
        let fields = selector("input, textarea, select");
        self.html.select(&fields).map(|field| self.field(field)).collect()
    }

    fn field(&self, field: ElementRef<'_>) -> Field {
        const PURPOSE: [&str; 6] = ["name", "id", "autocomplete", "placeholder", "aria-label", "title"];
        let kind = if field.value().name() == "input" { field.attr("type").unwrap_or("text") } else { "text" };
        let attributes = PURPOSE.iter().filter_map(|name| field.attr(name)).map(str::to_owned);
        let says: Vec<String> = attributes.chain(self.labels(field)).collect();
        Field {
            kind: kind.trim().to_lowercase(),
            says: says.join(" ").to_lowercase(),
            name: field.attr("name").map(str::to_owned),
            is_locked: ["disabled", "readonly"].iter().any(|lock| field.attr(lock).is_some()),
        }
    }

    /// The texts of the labels around the field, and of those that name it.
    fn labels(&self, field: ElementRef<'_>) -> Vec<String> {
        let labels = selector("label");
        let is_of = |label: &ElementRef<'_>| {
            let names = field.attr("id").is_some_and(|id| label.attr("for") == Some(id));
            names || field.ancestors().any(|ancestor| ancestor.id() == label.id())
        };
        self.html.select(&labels).filter(is_of).map(|label| label.text().collect()).collect()
    }
}

impl Document {
    /// Where the page's forms lead that are sent with POST.
    pub fn posted(&self) -> Vec<Address> {
        let forms = selector("form[action]");
        let posts = |form: &ElementRef<'_>| form.attr("method").is_some_and(|verb| verb.eq_ignore_ascii_case("post"));
        let forms = self.html.select(&forms).filter(posts);
        forms.filter_map(|form| self.base.resolve(form.attr("action")?)).collect()
    }
}

/// Whether a link's `rel` says that it is a stylesheet, among other things.
fn is_stylesheet(rel: Option<&str>) -> bool {
    rel.unwrap_or_default().split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("stylesheet"))
}

fn is_module(kind: &str) -> bool {
    kind.trim().eq_ignore_ascii_case("module")
}

/// Scripts of other types are data to a browser (HTML Standard, "The script element").
fn is_javascript(kind: Option<&str>) -> bool {
    let kind = kind.unwrap_or_default().trim().to_ascii_lowercase();
    matches!(kind.as_str(), "" | "module") || kind.ends_with("javascript") || kind.ends_with("ecmascript")
}

fn selector(css: &'static str) -> Selector {
    Selector::parse(css).expect("a constant that is well-formed")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Document {
        Document::parse(text, Address::https("example.com", "/"))
    }

    fn led_to(text: &str) -> Vec<String> {
        page(text).links().into_iter().filter_map(|(_, address)| address).map(|address| address.path).collect()
    }

    #[test]
    fn links_are_found_however_the_page_is_written() {
        assert_eq!(led_to("<A HREF=photos.html>Photos"), ["/photos.html"]);
        assert_eq!(led_to("<p><a href='/a&amp;b.html'>x</a><map><area href=b></map>"), ["/a&b.html", "/b"]);
        assert_eq!(led_to("<!-- <a href=photos.html>x</a> --><a name=x>"), [""; 0]);
        assert_eq!(led_to("<base href='/site/'><a href=photos.html>x</a>"), ["/site/photos.html"]);
    }

    #[test]
    fn scripts_are_those_that_a_browser_runs() {
        let text =
            "<script>a < b && c</script><script src=js/a.js>no</script><script type='application/json'>{}</script>
            <!-- <script>no</script> --><script type=module>m</script><body onload='go()'>";
        let file = Source::File(Address::https("example.com", "/js/a.js"));
        let inline = |code: &str, kind| Source::Inline(code.into(), kind);
        let [plain, module] = [inline("a < b && c", Kind::Script), inline("m", Kind::Module)];
        assert_eq!(page(text).scripts(), [plain, file, module, inline("go()", Kind::Handler)]);
    }

    #[test]
    fn lines_are_counted_from_one() {
        let text = "<p>a\r\n<a href=b.html>b</a>\n<a href=b.html>";
        assert_eq!((page(text).line_of("<p>"), page(text).line_of("b.html")), (Some(1), Some(2)));
        assert_eq!(page(text).line_of("c.html"), None);
    }

    #[test]
    fn what_a_field_is_for_stands_in_it_or_in_its_label() {
        let text =
            "<label for=a>Phone</label><input id=a type=TEL><label>Mobile <input name=m disabled></label><textarea>";
        let fields = page(text).fields();
        let said: Vec<_> =
            fields.iter().map(|field| (field.kind.as_str(), field.says.trim(), field.is_locked)).collect();
        assert_eq!(said, [("tel", "a phone", false), ("text", "m mobile", true), ("text", "", false)]);
        assert_eq!(fields[1].name.as_deref(), Some("m"));
    }

    #[test]
    fn what_a_page_loads_is_told_by_its_kind() {
        let text =
            "<script type=' Module' src=a.js></script><script src=b.js></script><link rel='x STYLESHEET' href=c.css>
            <link rel=icon href=d.png><link rel=stylesheet>";
        let file = |path: &str| Address::https("example.com", path);
        assert!(page(text).has_module(&file("/a.js")) && !page(text).has_module(&file("/b.js")));
        assert_eq!(page(text).stylesheets(), [file("/c.css")]);
    }
}

//! The map as a page of HTML that needs nothing else.

use super::svg;
use crate::map::Map;
use crate::pages::web::{document, escaped};

const STYLE: &str = include_str!("map_page.css");

/// The whole map, or one chapter of it, in an account.
pub fn page(map: &Map, wanted: Option<u8>, account: &str) -> String {
    let title = format!("The application in account {account}");
    let body = format!(
        "<h1>{}</h1>\n<p>Each box has its state as a word. A box with a whole edge stands; an arrow of dots is not joined \
         yet.</p>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"The map\">\n{}</div>\n",
        escaped(&title),
        svg(map, wanted)
    );
    document(&title, STYLE, &body)
}

//! Reads JavaScript as far as it takes to see which addresses it asks. It is read, never run.

mod value;

use crate::documents::javascript::{Piece, Token, pieces};
use value::{GAP, Names};

/// What a script is seen to do.
#[derive(Debug, Default)]
pub struct Script {
    /// The texts in it, put together where they are made of constants. [`GAP`] stands for what is not known.
    texts: Vec<String>,
    /// Whether it sends requests at all.
    pub asks: bool,
    pub comments: String,
    /// The files that it imports, as they are named in it.
    pub imports: Vec<String>,
}

/// What browsers and the usual libraries send requests with.
const REQUESTS: [&str; 8] = ["fetch", "XMLHttpRequest", "Request", "axios", "ky", "superagent", "$", "jQuery"];
/// How libraries call the beginning of all addresses.
const BASES: [(&str, &str); 2] = [("axios", "baseURL"), ("ky", "prefixUrl")];

impl Script {
    /// Reads the scripts of one page, which share their names.
    pub fn read<'a>(sources: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut script, mut names) = (Self::default(), Names::default());
        let pieces: Vec<_> = sources.into_iter().map(pieces).collect();
        // Twice, since a function may use what is assigned further down.
        pieces.iter().for_each(|pieces| names.learn(&pieces.tokens));
        for pieces in &pieces {
            script.texts.extend(names.texts(&pieces.tokens));
            script.asks |= REQUESTS.iter().any(|word| has_word(&pieces.tokens, word));
            script.imports.extend(imports(&pieces.tokens));
            script.comments.push_str(&pieces.comments);
        }
        let used = |library: &str| pieces.iter().any(|pieces| has_word(&pieces.tokens, library));
        let bases = BASES.iter().filter(|(library, _)| used(library)).filter_map(|(_, name)| names.get(name));
        script.texts.extend(bases.map(|base| format!("{base}{GAP}")));
        script
    }

    /// The texts that may be addresses, whole or from their beginning on. One that ends in a gap is also continued with
    /// those that a function may be called with: `load("/chapters")` where `load` asks `API + path`.
    pub fn addresses(&self) -> Vec<String> {
        const MOST: usize = 100;
        let open = self.texts.iter().filter_map(|text| text.strip_suffix(GAP)).filter(|base| !base.contains(GAP));
        let bases: Vec<&str> = open.filter(|base| base.contains("//")).take(MOST).collect();
        let ends = self.texts.iter().filter(|text| !text.contains("//") && text.len() < 200).take(MOST);
        let mut addresses: Vec<String> = self.texts.clone();
        for end in ends {
            let joined = bases.iter().filter(|base| base.ends_with('/') || end.starts_with('/'));
            addresses.extend(joined.map(|base| format!("{base}{end}")));
        }
        addresses
    }
}

fn has_word(tokens: &[Token], wanted: &str) -> bool {
    tokens.iter().any(|token| match token {
        Token::Word(word) => word == wanted,
        Token::Template(pieces) => {
            pieces.iter().any(|piece| matches!(piece, Piece::Code(tokens) if has_word(tokens, wanted)))
        }
        _ => false,
    })
}

/// `import "./a.js"`, `import { a } from "./a.js"` and `export { a } from "./a.js"`.
fn imports(tokens: &[Token]) -> impl Iterator<Item = String> {
    tokens.windows(2).filter_map(|pair| match pair {
        [Token::Word(word), Token::Text(file)] if matches!(word.as_str(), "import" | "from") => Some(file.clone()),
        _ => None,
    })
}

/// What is known of a text up to where it is not.
pub fn known(text: &str) -> &str {
    text.split(GAP).next().unwrap_or_default()
}

//! Texts that look the same are the same: macOS writes `é` as two characters, and others as one (Unicode, UAX 15).

use icu_normalizer::ComposingNormalizerBorrowed;

/// The text with each letter and its marks in one character (NFC).
pub fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// A name or a head as it is compared: in small letters, with single blanks, one kind of apostrophe, and a blank for a hyphen.
pub fn plain(text: &str) -> String {
    let text = composed(text).replace('’', "'").replace(['-', '‐', '‑'], " ").to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        let [composed, decomposed] = ["J\u{f6}rg  O’Neil", "jo\u{308}rg o'neil"].map(plain);
        assert_eq!(composed, decomposed);
        assert_eq!(plain("Anna-Lena"), plain("anna lena"));
        assert_ne!(plain("Jörg"), plain("Jorg"));
    }
}

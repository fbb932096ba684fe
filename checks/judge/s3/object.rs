//! Judgements of an object: how it is described, and how its text is encoded.

use crate::judgement::Judgement;
use crate::services::s3::Object;
use crate::services::s3::object::Content;

/// The content type is `expected`, with or without parameters such as a character set.
pub fn content_type(object: &Object, expected: &str) -> Judgement {
    let kind = object.content_type.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case(expected) {
        return Judgement::holds(&object.content_type);
    }
    Judgement::fails(expected, &object.content_type)
}

/// How text that is not in UTF-8 fails, which `readers` do not read; nothing for text that is.
pub fn not_utf8(file: &Content, readers: &str) -> Option<Judgement> {
    let advice = format!(
        "Save the file with the encoding UTF-8: {readers} read no other, and some editors and PowerShell write UTF-16."
    );
    (!file.is_utf8).then(|| Judgement::fails("text in UTF-8", "text in UTF-16").advising(advice))
}

//! Judgements of what a page's scripts do, where reading them tells.

use crate::aws::fault::Read;
use crate::documents::code::Code;
use crate::judge::s3::object::{self, not_unpacked};
use crate::judge::web::page::not_told;
use crate::judgement::{Judgement, NearMiss};
use crate::services::s3::web_page::{RefusedScript, WebPage};

const REFUSED: &str = "Browsers run nothing of a script that they cannot read, and say so in the console of the developer tools \
    (F12). Mend that line, and upload the file again.";

const NO_MODULE: &str = "A module may have that: write type=\"module\" into the script element of the page.";

/// A script that no browser takes, where one is looked for.
pub fn refused(script: &RefusedScript) -> NearMiss {
    let advice = if script.why.ends_with("in a script that is no module") {
        format!("{NO_MODULE} {REFUSED}")
    } else {
        REFUSED.into()
    };
    NearMiss { found: script.why.clone(), advice }
}

/// What the page's scripts do, as judged. What is absent in them may be in a script that was not read, or in a part of
/// one that reading does not follow.
pub fn told(page: &WebPage, judge: impl Fn(&Code) -> Judgement) -> Read<Judgement> {
    if let Some(wrong) = not_unpacked(&page.content.packing, object::PAGE) {
        return Ok(wrong);
    }
    let scripts = page.scripts.as_ref().map_err(Clone::clone)?;
    let judged = judge(&scripts.code);
    if let Some(refused) = scripts.refused.as_ref().filter(|_| judged.does_fail())
        && !judge(&refused.whole).does_fail()
    {
        return Ok(judged.instead(self::refused(refused)));
    }
    if !judged.is_absent() {
        return Ok(judged);
    }
    if let Some(key) = &scripts.missing {
        return Ok(
            judged.advising(format!(
                "The page names the script {key}, which the bucket lacks: upload that, too, or write the name of the file that is there \
                 into the page."
            ))
        );
    }
    if scripts.has_unread {
        return Ok(not_told("the page runs a script that is not read here, which may do it"));
    }
    Ok(match scripts.code.in_browser().hides() {
        Some(why) => not_told(&why),
        None => judged,
    })
}

/// Whether the word stands in the scripts: in a text, or as the name of a property.
pub fn has_word(code: &Code, word: &str) -> bool {
    code.texts().any(|text| text.contains(word)) || !code.in_browser().under(|key| key == word).is_empty()
}

//! Judgements of how the sign-in pages look. Each version has a way of its own to change that, which the other ignores.

use crate::judgement::Judgement;
use crate::outside::web::{Answer, Page};
use crate::services::cognito::branding::{ClassicStyle, ManagedStyle};
use crate::wait::POOL_DOMAIN;

/// The classic pages have a style of the owner's. `managed` is the style of managed login, where that was read.
pub fn classic(style: ClassicStyle, managed: Option<ManagedStyle>, in_practice: bool) -> Judgement {
    const EXPECTED: &str = "CSS of yours, and a logo";
    match (style.has_css, style.has_logo) {
        (true, true) => Judgement::holds("the classic hosted UI, with CSS and a logo"),
        (true, false) => without_logo("the classic hosted UI, with CSS", in_practice),
        (false, true) => Judgement::holds("the classic hosted UI, with a logo").advising("CSS is still missing."),
        (false, false) if managed.is_some_and(|style| !style.is_default) => {
            Judgement::fails(EXPECTED, "a style of managed login, while the domain shows the classic hosted UI").advising(
                "The classic pages ignore that style. Under Domain, edit the custom domain's branding version and choose Managed login.",
            )
        }
        (false, false) => Judgement::absent(EXPECTED, "the classic hosted UI as Cognito comes with it"),
    }
}

/// A style without a logo. A practice account keeps none, so that there nobody is told to add one.
fn without_logo(found: &str, in_practice: bool) -> Judgement {
    let style = Judgement::holds(found);
    if in_practice { style } else { style.advising("A logo is still missing.") }
}

/// What to choose where managed login has no style. A practice account keeps none.
fn without_style(advice: &'static str, in_practice: bool) -> &'static str {
    const CLASSIC: &str = "The practice account keeps no styles of managed login, and shows \"Login pages unavailable\". Give the domain the branding version Hosted UI (classic), which is 1, and the app client CSS.";
    if in_practice { CLASSIC } else { advice }
}

/// Managed login has a style of the owner's. `classic` is what was changed of the classic pages, where that was read.
pub fn managed(style: Option<ManagedStyle>, classic: Option<ClassicStyle>, in_practice: bool) -> Judgement {
    const EXPECTED: &str = "a style of yours";
    match style {
        Some(style) if !style.is_default && style.has_logo => {
            Judgement::holds("managed login, with a style and a logo of yours")
        }
        Some(style) if !style.is_default => without_logo("managed login, with a style of yours", in_practice),
        Some(_) => Judgement::fails(EXPECTED, "managed login, with the style that Cognito comes with"),
        None if classic.is_some_and(|style| style.has_css || style.has_logo) => {
            Judgement::absent(EXPECTED, "CSS or a logo for the classic hosted UI, while the domain shows managed login").advising(without_style(
                "Managed login ignores both and shows nobody a page. Either create a style for the app client, or choose the branding version Hosted UI (classic) for the domain.",
                in_practice,
            ))
        }
        None => Judgement::absent(EXPECTED, "no style, so that managed login shows nobody a page").advising(without_style(
            "Visitors read \"Login pages unavailable\". Under Managed login create a style, and assign it to the app client.",
            in_practice,
        )),
    }
}

/// Whoever follows a log-in link sees a page. Switching between the versions takes some minutes.
pub fn shown(answer: &Answer, name: &str) -> Judgement {
    const EXPECTED: &str = "the sign-in page, as text/html";
    match answer {
        Answer::OtherNames(names) => Judgement::waits(format!("a certificate for {name}"), names, POOL_DOMAIN),
        Answer::Page(page) if page.status == 200 && is_html(page) => Judgement::holds(page.describe()),
        Answer::Page(page) if page.status == 403 => Judgement::waits(EXPECTED, page.describe(), POOL_DOMAIN).advising(
            "The settings are right. A change of the branding version takes up to five minutes, and a style as long.",
        ),
        Answer::Page(page) => Judgement::fails(EXPECTED, page.describe()),
    }
}

fn is_html(page: &Page) -> bool {
    page.content_type.to_lowercase().starts_with("text/html")
}

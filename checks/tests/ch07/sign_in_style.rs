//! 7.3: the style in each version of the sign-in pages, and the style that the domain's version does not show.

use crate::testing::LOGIN;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady};

const SLUG: &str = "ch07/sign_in_style";
const DOMAIN: &str = "cognito-idp:DescribeUserPoolDomain";
const CLASSIC: &str = "cognito-idp:GetUICustomization";
const MANAGED: &str = "cognito-idp:DescribeManagedLoginBrandingByClient";

/// The domain shows managed login.
fn managed() -> Account {
    solved().edited(DOMAIN, r#""ManagedLoginVersion": 1"#, r#""ManagedLoginVersion": 2"#)
}

fn styled(account: Account) -> Account {
    account.answers(MANAGED, ok(cognito::MANAGED_STYLE))
}

#[tokio::test]
async fn css_or_a_logo_is_a_style_of_the_classic_pages() {
    let css = r#"".banner-customizable {background-color: #123;}""#;
    let only_logo = solved().edited(CLASSIC, css, r#""""#);
    expect(&only_logo, SLUG, Verdict::Done, &[(Holds, "style", "CSS is still missing")]).await;
    let only_css = solved().edited(CLASSIC, "ImageUrl", "Other");
    expect(&only_css, SLUG, Verdict::Done, &[(Holds, "style", "A logo is still missing")]).await;
    // Domains from before managed login say nothing of a version.
    let older = solved().edited(DOMAIN, r#", "ManagedLoginVersion": 1"#, "");
    expect(&older, SLUG, Verdict::Done, &[]).await;
}

/// The emulator of a practice account keeps no logo, so the advice could not be followed there.
#[tokio::test]
async fn a_practice_account_asks_for_no_logo() {
    let only_css = solved().edited(CLASSIC, "ImageUrl", "Other");
    let mut you = example();
    you.practice = true;
    let findings = crate::check(SLUG, &only_css.open(), &you).await.unwrap();
    let style = finding(&findings, "style");
    assert!(style.verdict == Holds && style.advice.is_none(), "{style:#?}");
}

#[tokio::test]
async fn a_style_of_managed_login_is_right_where_the_domain_shows_that() {
    expect(&styled(managed()), SLUG, Verdict::Done, &[]).await;
    let no_logo = styled(managed()).edited(MANAGED, "FORM_LOGO", "PAGE_BACKGROUND");
    expect(&no_logo, SLUG, Verdict::Done, &[(Holds, "style", "A logo is still missing")]).await;
    let default = styled(managed()).edited(MANAGED, "Values\": false", "Values\": true");
    expect(&default, SLUG, Verdict::NotDone, &[(Fails, "style", "that Cognito comes with")]).await;
}

#[tokio::test]
async fn what_the_domains_version_does_not_show_is_no_style() {
    let none = |account: Account| account.answers(CLASSIC, ok(cognito::NO_CLASSIC_STYLE));
    let unchanged = [(Fails, "style", "as Cognito comes with it")];
    expect(&none(solved()), SLUG, Verdict::NotDone, &unchanged).await;
    let other = [(Fails, "style", "choose Managed login")];
    expect(&styled(none(solved())), SLUG, Verdict::NotDone, &other).await;
    let default = styled(none(solved())).edited(MANAGED, "Values\": false", "Values\": true");
    expect(&default, SLUG, Verdict::NotDone, &unchanged).await;
    expect(&none(managed()), SLUG, Verdict::NotDone, &[(Fails, "style", "Login pages unavailable")]).await;
    expect(&managed(), SLUG, Verdict::NotDone, &[(Fails, "style", "Managed login ignores both")]).await;
}

/// What is read for advice alone does not turn a miss into something that cannot be told.
#[tokio::test]
async fn a_version_that_cannot_be_read_leaves_the_miss() {
    let denied = (400, "AccessDeniedException");
    let account = solved().answers(CLASSIC, ok(cognito::NO_CLASSIC_STYLE)).refuses(MANAGED, denied, "no");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "style", "as Cognito comes with it")]).await;
    let account = managed().refuses(CLASSIC, denied, "no");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "style", "Login pages unavailable")]).await;
    let account = solved().refuses(CLASSIC, denied, "no");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "style", "GetUICustomization")]).await;
}

#[tokio::test]
async fn visitors_see_the_page_or_soon_will() {
    let replies = |status: &str, headers: &[&str]| {
        let reply = Reply::page(status, &[&["X-Amz-Cf-Id: 1"], headers].concat(), "");
        solved().amid(World::solved().replies(LOGIN, reply).open())
    };
    let soon = [(NotReady, "shown", "up to five minutes")];
    expect(&replies("403 Forbidden", &["Content-Type: text/html"]), SLUG, Verdict::NotReady, &soon).await;
    let error = replies("302 Found", &["Location: https://auth.example.com/error?error=redirect_mismatch"]);
    expect(&error, SLUG, Verdict::NotDone, &[(Fails, "shown", "redirect_mismatch")]).await;
    let unnamed = World::solved().presents("auth.example.com", Presented::For(&["*.cloudfront.net"]));
    let account = solved().amid(unnamed.open());
    expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "shown", "*.cloudfront.net")]).await;
}

/// The emulator keeps no styles of managed login: a learner there is told what to choose instead.
#[tokio::test]
async fn a_practice_account_leads_to_the_pages_that_it_plays() {
    let mut you = example();
    let account = managed().emulated().refuses(MANAGED, (400, "InvalidAction"), "Unknown Cognito IDP action");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "style", "does not implement")]).await;
    you.practice = true;
    let findings = crate::check(SLUG, &account.open(), &you).await.unwrap();
    let style = finding(&findings, "style");
    assert!(style.verdict == Fails && says(style, "Hosted UI (classic), which is 1"), "{style:#?}");
}

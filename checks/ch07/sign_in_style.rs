//! 7.3: the sign-in pages look like the website, in whichever version the domain shows.

use crate::judge::cognito::{client, style};
use crate::services::cognito::branding;
use crate::services::cognito::domain::SignInPages;
use crate::verifier::prelude::*;

clauses! {
    DOMAIN = given::POOL_DOMAIN;
    CLIENT = given::APP_CLIENT;
    STYLE: "its sign-in pages have a style of yours",
        or "In managed login, open the style of the app client in the branding editor and change it; in the classic hosted UI, add CSS and a logo under the app client's login pages.",
        at cognito::CONSOLE;
    SHOWN: "the log-in link of {{ auth_domain }} shows a page",
        or "Follow a log-in link of your website, and read what the page says.", at cognito::CONSOLE;
}

pub const READS: Reads = &[cognito::POOL_DOMAIN, cognito::APP_CLIENTS, branding::STYLE];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let domain = it.finds(DOMAIN, aws.pool_domain(you, &you.names.auth_domain).await.map(Found::from))?;
    let pages = book::sign_in_pages(you);
    let clients = aws.app_clients(you, &domain.pool_id).await;
    let client = it.finds(CLIENT, client::of_pages(clients, &pages))?;
    let link = Url::https(&domain.name).page(&client::login_path(&client, &pages));
    let (style, seen) = join!(style_of(aws, you, &domain, &client), aws.visit(&link));
    it.expects(STYLE, style);
    it.sees(SHOWN, &[STYLE], seen.map(|answer| style::shown(&answer, &domain.name)));
    Ok(())
}

/// The style as judged. Only if it is missing is that of the other version looked for, which a beginner may have changed.
async fn style_of(
    aws: &Aws,
    you: &Learner,
    domain: &cognito::PoolDomain,
    client: &cognito::AppClient,
) -> Read<Judgement> {
    let (pool, id) = (&domain.pool_id, &client.id);
    match domain.pages {
        SignInPages::Classic => {
            let own = aws.classic_style(you, pool, id).await?;
            let judged = style::classic(own, None, you.practice);
            if judged.does_hold() {
                return Ok(judged);
            }
            Ok(style::classic(own, aws.managed_style(you, pool, id).await.ok().flatten(), you.practice))
        }
        SignInPages::ManagedLogin => {
            let own = match aws.managed_style(you, pool, id).await {
                // The emulator keeps no styles, and so nobody sees a page there.
                Err(fault) if you.practice && fault.is_unplayed() => None,
                own => own?,
            };
            let judged = style::managed(own, None, you.practice);
            if own.is_some() {
                return Ok(judged);
            }
            Ok(style::managed(own, aws.classic_style(you, pool, id).await.ok(), you.practice))
        }
    }
}

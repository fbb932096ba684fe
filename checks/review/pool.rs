//! Practices about user pools: passwords, second proofs, and what is told to strangers.

use super::subject::prelude::*;
use crate::aws::fault::Call;
use crate::services::cognito::{AppClient, DESCRIBE_USER_POOL, UserPool};

/// Shorter passwords are guessed (NIST SP 800-63B; the least that AWS Security Hub's control Cognito.3 takes).
const SHORTEST: i32 = 8;

/// What is known of a user pool.
pub(crate) struct PoolFacts {
    pool: UserPool,
    clients: Read<Vec<AppClient>>,
}

practices! { PoolFacts;
    POOL_MFA: "its users may sign in with a second proof", Security, Medium,
        "SEC02-BP01 Use strong sign-in mechanisms", as "Security Hub Cognito.5",
        or "Open the user pool: Sign-in, Multi-factor authentication, Edit, and choose Optional MFA with authenticator apps.",
        costs "nothing with authenticator apps; each text message costs", taught in "ch07/user_pool", at cognito::CONSOLE, by mfa;
    POOL_PASSWORDS: "its passwords have eight characters or more", Security, Medium,
        "SEC02-BP01 Use strong sign-in mechanisms", as "Security Hub Cognito.3",
        or "Open the user pool: Authentication methods, Password policy, Edit, and set the minimum length to 8 or more.",
        costs "nothing", taught in "ch07/user_pool", at cognito::CONSOLE, by passwords;
    POOL_HIDES_USERS: "strangers cannot find out who has an account", Security, Medium,
        "SEC03-BP07 Analyze public and cross-account access",
        or "Open the app client, Edit, and switch on Prevent user existence errors.",
        costs "nothing", taught in "ch07/user_pool", at cognito::CONSOLE, by hides;
    POOL_PROTECTED: "it cannot be deleted by mistake", Reliability, High,
        "REL09-BP01 Identify and back up all data that needs to be backed up, or reproduce the data from sources", as "Security Hub Cognito.6",
        or "Open the user pool: Settings, Deletion protection, and activate it. Passwords cannot be exported: who loses the pool loses them.",
        costs "nothing", taught in "ch07/user_pool", at cognito::CONSOLE, by protected;
}

impl Subject for PoolFacts {
    const NOUN: &'static str = "the user pool";
    const READS: Reads = &[cognito::USER_POOL];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        let all = aws.user_pools(&you.region).await?;
        let own = match scope {
            Scope::Account => None,
            Scope::Course(_) if all.is_empty() => None,
            Scope::Course(_) => aws.user_pool(you, book::pool(you)).await?.here().map(|pool| pool.id),
        };
        let within = all.into_iter().filter(|(id, _)| scope == Scope::Account || own.as_ref() == Some(id));
        Ok(within.map(|(id, name)| format!("{name} ({id})")).collect())
    }

    async fn facts(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        let id = name.rsplit('(').next().unwrap_or(name).trim_end_matches(')');
        let (pool, clients) = join!(aws.pool_of(you, id), aws.app_clients(you, id));
        Ok(pool?.map(|pool| Self { pool, clients }))
    }
}

fn lacks(of: &PoolFacts, member: &str) -> Fault {
    Fault::incomplete(Call::new(DESCRIBE_USER_POOL, &of.pool.arn).at(&of.pool.region), member)
}

fn mfa(of: &PoolFacts, _: &Learner) -> Read<Judgement> {
    let mfa = of.pool.mfa.as_deref().ok_or_else(|| lacks(of, "MfaConfiguration"))?;
    Ok(match mfa {
        "OFF" => Judgement::fails("ON or OPTIONAL", mfa),
        _ => Judgement::holds(mfa),
    })
}

fn passwords(of: &PoolFacts, _: &Learner) -> Read<Judgement> {
    let shortest = of.pool.shortest_password.ok_or_else(|| lacks(of, "PasswordPolicy"))?;
    let words = format!("{shortest} characters or more");
    Ok(if shortest < SHORTEST { Judgement::fails("8 characters or more", words) } else { Judgement::holds(words) })
}

fn hides(of: &PoolFacts, _: &Learner) -> Read<Judgement> {
    of.clients.judged(|clients| match clients.iter().find(|client| !client.hides_users) {
        _ if clients.is_empty() => Judgement::skips("it has no app client"),
        Some(client) => Judgement::fails("the same error for everyone", format!("{client} tells who has an account")),
        None => Judgement::holds("the same error for everyone"),
    })
}

fn protected(of: &PoolFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of.pool.is_protected {
        true => Judgement::holds("deletion protection"),
        false => Judgement::fails("deletion protection", "none"),
    })
}

//! Judgements of a user pool: how people sign in, what they must tell, and who lets them in.

use crate::judgement::Judgement;
use crate::services::cognito::UserPool;

/// What cannot be changed once a pool is there (Amazon Cognito Developer Guide, "Updating user pool and app client
/// configuration").
const FOR_GOOD: &str = "Cognito never changes this in a pool that is there. Create another pool with it; if this one has your domain, delete the domain first, and then this pool.";

/// The pool is the website's. Of several that lead people there, it says which one is judged.
pub fn of_website(pool: &UserPool, website: &str) -> Judgement {
    let found = Judgement::holds(pool.to_string());
    if pool.rivals == 0 {
        return found;
    }
    let others =
        if pool.rivals == 1 { "Another user pool leads".into() } else { format!("{} others lead", pool.rivals) };
    found.advising(format!(
        "{others} people to {website} as well. What follows is about the one that fits best, {}. Delete the others, so that nobody is looked for in the wrong one.",
        pool.id
    ))
}

/// People sign in with this attribute, instead of a user name or beside it.
pub fn signs_in_with(pool: &UserPool, attribute: &str) -> Judgement {
    let has = |names: &[String]| names.iter().any(|name| name == attribute);
    if has(&pool.sign_in) || has(&pool.aliases) {
        return Judgement::holds(attribute);
    }
    let others: Vec<&str> = pool.sign_in.iter().chain(&pool.aliases).map(String::as_str).collect();
    let found = if others.is_empty() { "a user name alone".to_owned() } else { others.join(", ") };
    Judgement::fails(attribute, found).advising(FOR_GOOD)
}

/// Nobody signs up without this attribute, and it may be changed later.
pub fn requires(pool: &UserPool, attribute: &str) -> Judgement {
    let expected = format!("{attribute}, required, and mutable");
    match pool.attribute(attribute) {
        Some(known) if !known.is_required => {
            Judgement::fails(expected, format!("{attribute}, not required")).advising(FOR_GOOD)
        }
        Some(known) if !known.is_mutable => {
            Judgement::fails(expected, format!("{attribute}, required, and immutable")).advising(FOR_GOOD)
        }
        Some(_) => Judgement::holds(expected),
        None => Judgement::fails(expected, "no such attribute").advising(FOR_GOOD),
    }
}

/// A standard attribute may change once it is set, which is so unless the pool's owner chose otherwise.
pub fn lets_change(pool: &UserPool, attribute: &str) -> Judgement {
    let expected = format!("{attribute}, mutable");
    match pool.attribute(attribute) {
        Some(known) if !known.is_mutable => {
            Judgement::fails(expected, format!("{attribute}, immutable")).advising(FOR_GOOD)
        }
        _ => Judgement::holds(expected),
    }
}

/// Visitors may sign up by themselves.
pub fn open_to_visitors(pool: &UserPool) -> Judgement {
    let found = if pool.administrators_create { "administrators alone create users" } else { "visitors may sign up" };
    Judgement::equal(found, "visitors may sign up")
}

/// Whoever signs up proves that the attribute is theirs, with a code that Cognito sends.
pub fn verifies(pool: &UserPool, attribute: &str) -> Judgement {
    if pool.verified.iter().any(|name| name == attribute) {
        return Judgement::holds(attribute);
    }
    if pool.has_pre_sign_up {
        return Judgement::skips("the pool's pre sign-up function decides whom it confirms");
    }
    let found = if pool.verified.is_empty() { "nothing".to_owned() } else { pool.verified.join(", ") };
    Judgement::fails(attribute, found)
}

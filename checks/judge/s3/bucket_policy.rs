//! Judgements of a bucket policy: who it lets in, and what it lacks for the goal.

use crate::documents::policy::{Effect, Known, NO_OTHER, Policy, Principal, Says, Statement, Values};
use crate::judgement::Judgement;

const READ: &str = "s3:GetObject";
const CLOUDFRONT: &str = "cloudfront.amazonaws.com";
/// Part of the ARN of every origin access identity.
const IDENTITY: &str = ":iam::cloudfront:user/";
const USE_SERVICE: &str = "That principal is an origin access identity, the older way. With origin access control it is the service: put the bucket \
     policy that the distribution offers (Copy policy in its origin's settings) in its place.";

const NO_DENY: &str = "Remove the Deny statement, or narrow it: an explicit Deny outweighs every Allow.";
/// What a policy is skipped with that depends on a condition not understood here, such as a date.
const NOT_TOLD: &str =
    "not told from the bucket policy: only AWS knows whether its Condition holds. What visitors get shows it";

/// Everyone may read every object of the bucket, over plain HTTP too, which is all that S3 website hosting speaks.
pub fn everyone_reads(policy: Option<&Policy>, bucket_arn: &str) -> Judgement {
    let objects = format!("{bucket_arn}/*");
    let expected = format!("Allow \"*\" {READ} on {objects}");
    let Some(policy) = policy else { return Judgement::absent(expected, "no bucket policy") };
    let known = [("aws:SecureTransport", Some("false")), NO_OTHER];
    let stopped = denies_some(policy, &objects);
    match policy.say(Principal::Anyone, READ, &objects, &known) {
        Says::Allowed if stopped.is_none() => Judgement::holds("the bucket policy allows it"),
        Says::Unknown if stopped.is_none() => Judgement::skips(NOT_TOLD),
        Says::Allowed | Says::Denied | Says::Unknown => {
            Judgement::fails(expected, stopped.unwrap_or_else(|| denied(policy))).advising(NO_DENY)
        }
        Says::Neither => why_not(policy, &expected, &objects),
    }
}

/// The policy lets this distribution read the objects, and neither another distribution nor a stranger.
pub fn only_distribution_reads(
    policy: Option<&Policy>,
    Objects { bucket_arn, home }: &Objects<'_>,
    distribution_arn: &str,
    account: &str,
) -> Judgement {
    let objects = format!("{bucket_arn}/*");
    let expected = format!("Allow {CLOUDFRONT} {READ} on {objects} where AWS:SourceArn is {distribution_arn}");
    let Some(policy) = policy else { return Judgement::absent(expected, "no bucket policy") };
    let says = |resource: &str, arn: &str, account: &str| {
        policy.say(Principal::Service(CLOUDFRONT), READ, resource, &known(arn, account))
    };
    let asked = [objects.clone(), format!("{bucket_arn}/{home}")];
    if let Some(deny) = denied_to_cloudfront(policy, &asked, &known(distribution_arn, account)) {
        return Judgement::fails(expected, deny).advising(NO_DENY);
    }
    if policy.public_statements().next().is_some() {
        return Judgement::fails(expected, "a statement that lets everyone in")
            .advising("Remove the statement with the Principal \"*\": visitors come through the distribution now.");
    }
    let own = asked.map(|resource| says(&resource, distribution_arn, account));
    if own[0] == Says::Neither {
        let judgement = Judgement::fails(expected, sources(policy));
        let for_identity = policy.statements.iter().flat_map(Statement::principals).any(|p| p.contains(IDENTITY));
        return if for_identity { judgement.advising(USE_SERVICE) } else { judgement };
    }
    if let Some((statement, principal)) = foreign(policy, account).find(|(_, p)| !p.contains(IDENTITY)) {
        return Judgement::fails(expected, format!("{} lets {principal} in too", name(statement)))
            .advising("Remove that statement: it lets another account in.");
    }
    if own.contains(&Says::Unknown) {
        return Judgement::skips(NOT_TOLD);
    }
    if says(&objects, "arn:aws:cloudfront::999999999999:distribution/EANOTHERACCOUNT", "999999999999") == Says::Allowed
    {
        return Judgement::fails(expected, "any distribution of any account may read")
            .advising("Add the Condition StringEquals AWS:SourceArn with the ARN of your distribution: without it, anybody's distribution may serve your bucket.");
    }
    Judgement::holds("the bucket policy allows this distribution alone")
}

/// Whether a statement allows CloudFront something, whichever distribution it names.
pub fn lets_cloudfront_in(policy: &Policy) -> bool {
    let names_it = |statement: &Statement| statement.principals().any(|principal| principal == CLOUDFRONT);
    policy.statements.iter().any(|statement| statement.effect == Effect::Allow && names_it(statement))
}

/// The objects of a bucket, and the one that visitors see first.
pub struct Objects<'a> {
    pub bucket_arn: &'a str,
    /// Its key.
    pub home: &'a str,
}

/// What S3 knows of a request that CloudFront signs for a distribution (IAM User Guide, "AWS global condition context keys").
fn known<'a>(distribution_arn: &'a str, account: &'a str) -> [Known<'a>; 7] {
    [
        ("aws:SourceArn", Some(distribution_arn)),
        ("aws:SourceAccount", Some(account)),
        ("aws:SecureTransport", Some("true")),
        ("aws:PrincipalIsAWSService", Some("true")),
        ("aws:PrincipalServiceName", Some(CLOUDFRONT)),
        ("s3:TlsVersion", Some("1.3")),
        NO_OTHER,
    ]
}

/// The Deny that CloudFront meets on one of these objects.
fn denied_to_cloudfront(policy: &Policy, resources: &[String], known: &[Known<'_>]) -> Option<String> {
    resources.iter().find_map(|resource| {
        let deny = policy.denying(Principal::Service(CLOUDFRONT), READ, resource, known)?;
        Some(format!("{} denies {READ} on {}", name(deny), list(deny.resource.as_ref())))
    })
}

/// No statement of the policy lets in everyone, or an account other than `account`.
pub fn no_stranger(policy: Option<&Policy>, account: &str) -> Judgement {
    const EXPECTED: &str = "no statement that allows strangers anything";
    let Some(policy) = policy else { return Judgement::holds("no bucket policy") };
    if let Some(statement) = policy.public_statements().next() {
        return Judgement::fails(EXPECTED, format!("{} lets everyone in", name(statement)));
    }
    match foreign(policy, account).next() {
        Some((statement, principal)) => Judgement::fails(EXPECTED, format!("{} lets {principal} in", name(statement))),
        None => Judgement::holds("no statement lets strangers in"),
    }
}

/// The statements that let another account in, each with whom they let in.
fn foreign<'a>(policy: &'a Policy, account: &'a str) -> impl Iterator<Item = (&'a Statement, &'a str)> {
    let allows = policy.statements.iter().filter(|statement| statement.effect == Effect::Allow);
    let named = allows.flat_map(|s| s.aws_principals().map(move |p| (s, p)));
    named.filter(move |(_, principal)| !belongs_to(principal, account) && !is_leftover(principal))
}

/// The unique id of a user or role, which AWS puts in a policy in place of one that is deleted: it lets nobody in (IAM User
/// Guide, "AWS JSON policy elements: Principal").
fn is_leftover(principal: &str) -> bool {
    (["AIDA", "AROA"].iter().any(|kind| principal.starts_with(kind)))
        && principal.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a principal is an account's own: its id, or an ARN in it. Whoever `*` is has been judged before.
fn belongs_to(principal: &str, account: &str) -> bool {
    principal == "*" || principal == account || principal.split(':').nth(4) == Some(account)
}

/// Who may read instead of those who should: the Principal that a beginner took for the right one.
fn instead(policy: &Policy) -> String {
    let allows = |s: &&Statement| s.effect == Effect::Allow && s.has_action(READ);
    let Some(near) = policy.statements.iter().find(allows) else { return String::new() };
    let principals: Vec<&str> = near.principals().collect();
    if principals.is_empty() { String::new() } else { format!("; {} is for {}", name(near), principals.join(", ")) }
}

/// The statement that comes nearest to the goal, and what it lacks.
fn why_not(policy: &Policy, expected: &str, objects: &str) -> Judgement {
    let public: Vec<&Statement> =
        policy.statements.iter().filter(|s| s.effect == Effect::Allow && s.concerns(Principal::Anyone)).collect();
    let Some(near) = public.iter().find(|s| s.has_action(READ)).or(public.first()) else {
        let found = format!("no statement with Effect Allow and the Principal \"*\"{}", instead(policy));
        return Judgement::fails(expected, found);
    };
    if !near.has_action(READ) {
        return Judgement::fails(expected, format!("{} allows {}", name(near), list(near.action.as_ref())));
    }
    if !near.has_resource(objects) {
        return Judgement::fails(expected, format!("{} is about {}", name(near), list(near.resource.as_ref())))
            .advising(format!(
                "Set the Resource to {objects}: the part after the bucket's name stands for the objects in it."
            ));
    }
    Judgement::fails(expected, format!("{} holds only under a Condition", name(near)))
        .advising("Remove the Condition from the statement: a website is for everyone.")
}

/// A Deny for everyone that touches some objects though not all of them.
fn denies_some(policy: &Policy, objects: &str) -> Option<String> {
    let below = objects.trim_end_matches('*');
    let denies = |s: &&Statement| {
        let touches = s.resource.as_ref().is_some_and(|r| r.0.iter().any(|r| r == "*" || r.starts_with(below)));
        s.effect == Effect::Deny
            && s.concerns(Principal::Anyone)
            && s.has_action(READ)
            && touches
            && s.condition.is_empty()
    };
    policy.statements.iter().find(denies).map(|s| format!("{} denies {}", name(s), list(s.resource.as_ref())))
}

fn denied(policy: &Policy) -> String {
    let deny = policy.statements.iter().find(|s| s.effect == Effect::Deny && s.concerns(Principal::Anyone));
    deny.map_or_else(|| "a Deny statement".into(), |s| format!("{} denies it", name(s)))
}

/// What the statements for CloudFront name as their source.
fn sources(policy: &Policy) -> String {
    let own =
        policy.statements.iter().find(|s| s.effect == Effect::Allow && s.concerns(Principal::Service(CLOUDFRONT)));
    let Some(statement) = own else {
        return format!("no statement with the Principal Service {CLOUDFRONT}{}", instead(policy));
    };
    let values: Vec<&str> =
        statement.condition.values().flat_map(|k| k.values()).flat_map(|v| &v.0).map(String::as_str).collect();
    let condition = if values.is_empty() { String::new() } else { format!(" for {}", values.join(", ")) };
    format!(
        "{} allows {} on {}{condition}",
        name(statement),
        list(statement.action.as_ref()),
        list(statement.resource.as_ref())
    )
}

fn name(statement: &Statement) -> String {
    statement.sid.as_ref().map_or_else(|| "a statement".into(), |sid| format!("the statement {sid}"))
}

fn list(values: Option<&Values>) -> String {
    values.map_or_else(|| "everything else".into(), |values| values.0.join(", "))
}

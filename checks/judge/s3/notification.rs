//! Judgements of the rows in which a bucket tells of new objects: for which keys a function is called.

use crate::judgement::Judgement;
use crate::services::lambda::is_of;
use crate::services::s3::notification::{Notification, Notifications, Target};

/// The events of a new object, whatever made it; an upload is a Put, a large one CompleteMultipartUpload.
const CREATED: &str = "s3:ObjectCreated:";

/// Which objects are to call a function.
#[derive(Clone, Copy, Debug)]
pub enum Objects<'a> {
    /// One object, by its key.
    One(&'a str),
    /// Those whose keys end so, in some folder of the learner's choice.
    Ending(&'a str),
}

impl Objects<'_> {
    /// What is expected of a row.
    fn expected(self) -> String {
        match self {
            Objects::One(key) => format!("s3:ObjectCreated:* of {key}"),
            Objects::Ending(ending) => format!("s3:ObjectCreated:* of keys that end in {ending}"),
        }
    }
}

impl Notification {
    fn is_for(&self, function: &str) -> bool {
        matches!(&self.to, Target::Function(arn) if is_of(arn, function))
    }

    fn tells_created(&self) -> bool {
        self.events.iter().any(|event| event.starts_with(CREATED))
    }

    /// Whether an upload is told: a small file is a Put.
    fn tells_uploads(&self) -> bool {
        self.events.iter().any(|event| matches!(event.strip_prefix(CREATED), Some("*" | "Put")))
    }

    fn lets_through(&self, key: &str) -> bool {
        let (prefix, suffix) = (plain(&self.prefix), plain(&self.suffix));
        key.starts_with(&prefix) && key.ends_with(&suffix)
    }

    /// A key that is wanted and that it lets through, if it lets any through.
    pub fn example(&self, wanted: Objects<'_>) -> String {
        match wanted {
            Objects::One(key) => key.to_owned(),
            Objects::Ending(ending) => {
                let suffix = plain(&self.suffix);
                let end = if suffix.ends_with(ending) { suffix.as_str() } else { ending };
                format!("{}new{end}", plain(&self.prefix))
            }
        }
    }

    /// Whether it lets through what is wanted.
    fn covers(&self, wanted: Objects<'_>) -> bool {
        match wanted {
            Objects::One(key) => self.lets_through(key),
            Objects::Ending(ending) => {
                let suffix = plain(&self.suffix);
                nothing_through(self).is_none() && (ending.ends_with(&suffix) || suffix.ends_with(ending))
            }
        }
    }
}

/// The function that rows of the configuration are for, as they name it: with an alias or a version where there is one.
pub fn invoked<'a>(told: &'a Notifications, function: &str) -> Option<&'a str> {
    told.rows.iter().filter(|row| row.is_for(function)).find_map(|row| match &row.to {
        Target::Function(arn) => Some(arn.as_str()),
        Target::Other(_) => None,
    })
}

/// In a filter, some characters may be written as in addresses (Amazon S3 User Guide, "Configuring event notifications using
/// object key name filtering").
fn plain(filter: &str) -> String {
    filter.replace("%2F", "/").replace("%2f", "/").replace('+', " ").replace("%20", " ")
}

/// The row by which new objects that are `wanted` call the function of this ARN.
pub fn right<'a>(told: &'a Notifications, function: &str, wanted: Objects<'_>) -> Option<&'a Notification> {
    told.rows.iter().find(|row| row.is_for(function) && row.tells_uploads() && row.covers(wanted))
}

/// Why no row calls the function.
pub fn lacking(told: &Notifications, function: &str, wanted: Objects<'_>) -> Judgement {
    match told.rows.iter().find(|row| row.is_for(function)) {
        None => Judgement::absent(wanted.expected(), others(told)),
        Some(near) => why_not(near, wanted),
    }
}

fn others(told: &Notifications) -> String {
    let named: Vec<&str> = told.rows.iter().map(|row| name_of(&row.to)).collect();
    match (named.is_empty(), told.to_event_bridge) {
        (true, false) => "no event notification".into(),
        (true, true) => "no event notification, and no rule of EventBridge that leads to it".into(),
        (false, _) => format!("notifications for {}", named.join(", ")),
    }
}

fn name_of(target: &Target) -> &str {
    let (Target::Function(arn) | Target::Other(arn)) = target;
    short_name(arn)
}

/// What an ARN names, without what is before it.
pub fn short_name(arn: &str) -> &str {
    arn.splitn(6, ':').nth(5).unwrap_or(arn)
}

/// Whether the queue or the topic of this ARN gets the news of wanted objects.
pub fn tells(told: &Notifications, arn: &str, wanted: Objects<'_>) -> bool {
    let leads = |row: &&Notification| matches!(&row.to, Target::Other(to) if to == arn);
    told.rows.iter().filter(leads).any(|row| row.tells_uploads() && row.covers(wanted))
}

/// What else gets the news of wanted objects, and may call the function: a queue or a topic.
pub fn told_first<'a>(told: &'a Notifications, wanted: Objects<'_>) -> Option<&'a str> {
    let is_way = |row: &&Notification| matches!(row.to, Target::Other(_)) && row.tells_uploads() && row.covers(wanted);
    told.rows.iter().find(is_way).map(|row| name_of(&row.to))
}

fn why_not(near: &Notification, wanted: Objects<'_>) -> Judgement {
    let fails = Judgement::fails(wanted.expected(), near.to_string());
    if let Some(why) = nothing_through(near) {
        return fails.advising(why);
    }
    if !near.tells_created() {
        return fails.advising("Edit the event notification, and tick All object create events.");
    }
    if !near.tells_uploads() {
        return fails.advising(
            "An upload from the console or by a function is a Put. Edit the event notification, and tick All object create events.",
        );
    }
    match wanted {
        Objects::One(key) => fails.advising(format!(
            "Edit the event notification: {key} must begin with its prefix, and end with its suffix."
        )),
        Objects::Ending(ending) => {
            fails.advising(format!("Edit the event notification, and set the suffix to {ending}."))
        }
    }
}

/// Why a filter lets no key through: it is compared as it stands.
fn nothing_through(row: &Notification) -> Option<String> {
    let has_star = |text: &str| text.contains('*');
    match () {
        () if has_star(&row.prefix) || has_star(&row.suffix) => Some(
            "In a filter, * is no wildcard but a character that the key must have. Leave it out: a prefix is the beginning of \
             the keys, a suffix their end."
                .into(),
        ),
        () if row.prefix.starts_with('/') => Some(format!(
            "Keys do not begin with a slash, and so nothing begins with {}: leave the slash out.",
            row.prefix
        )),
        () if row.prefix.starts_with("s3:") || row.prefix.starts_with("arn:") => {
            Some("A prefix is the beginning of the keys alone, without the bucket.".into())
        }
        () => None,
    }
}

/// What is expected of all that calls functions.
pub const APART: &str = "prefixes that do not overlap, and that hold no results";
/// What to do if a result starts its function again.
pub const FEEDS_ITSELF: &str = "The results of the work lie where new files start it: it would start itself again and again, and \
                                cost money each time. Set a prefix that is only for what goes in.";

/// No key starts what it should not: `apart` is one that starts another function, and `results` those that the function's own
/// work leaves.
pub fn starts_nothing_else(told: &Notifications, function: &str, apart: &[&str], results: &[&str]) -> Judgement {
    let rows = || told.rows.iter().filter(|row| row.is_for(function) && row.tells_created());
    let through = |keys: &[&str]| {
        let all = rows().flat_map(|row| keys.iter().map(move |key| (row, *key)));
        all.filter(|(row, key)| row.lets_through(key)).map(|(row, key)| (row.to_string(), key.to_owned())).next()
    };
    if let Some((row, key)) = through(results) {
        return Judgement::fails(APART, format!("{row}, and so {key} as well")).advising(FEEDS_ITSELF);
    }
    match through(apart) {
        Some((row, key)) => Judgement::fails(APART, format!("{row}, and so {key} as well")).advising(format!(
            "{key} starts the other function. Give each a prefix of its own: S3 refuses two that overlap."
        )),
        None => Judgement::holds(APART),
    }
}

//! Judgements of the records that tell others who may send mail for a domain: keys of DKIM, the MX and SPF of a MAIL FROM domain,
//! and DMARC.

use crate::documents::character_string::joined;
use crate::judgement::Judgement;
use crate::outside::dns::plain;
use crate::services::route53::Record;
use crate::services::ses::Identity;

const TXT: &str = "TXT";
const SPF: &str = "v=spf1";
const DMARC: &str = "v=DMARC1";
/// Whose servers send for SES, and what people write instead.
const SENDERS: &str = "amazonses.com";
const WRONG_SENDERS: &str = "amazonaws.com";

/// The CNAME records that an identity asks for: names and values.
pub fn of_dkim(identity: &Identity) -> Vec<(String, String)> {
    let Identity { name, signing_zone, tokens, .. } = identity;
    let record = |token: &String| (format!("{token}._domainkey.{name}"), format!("{token}.{signing_zone}"));
    tokens.iter().map(record).collect()
}

/// Those that are not among the records of the zone.
pub fn missing_of_dkim(identity: &Identity, all: &[Record]) -> Vec<(String, String)> {
    let is_there = |(name, value): &(String, String)| {
        all.iter().any(|record| record.name == plain(name) && record.is_cname_to(&plain(value)))
    };
    of_dkim(identity).into_iter().filter(|record| !is_there(record)).collect()
}

/// The records of DKIM are in the zone.
pub fn dkim(identity: &Identity, all: &[Record]) -> Judgement {
    let missing = missing_of_dkim(identity, all);
    let Some((name, value)) = missing.first() else { return Judgement::holds("all three") };
    let expected: Vec<String> = missing.iter().map(|(name, value)| format!("CNAME {name} → {value}")).collect();
    let expected = expected.join("; ");
    let token = name.split('.').next().unwrap_or_default();
    let Some(near) = near(all, name, &identity.name, |record| record.name.starts_with(&plain(token))) else {
        return Judgement::absent(expected, "not in the hosted zone");
    };
    let judged = Judgement::fails(expected, near.describe());
    match () {
        () if is_doubled(near, name, &identity.name) => doubled(judged, name, &identity.name),
        () if near.name != plain(name) => {
            judged.advising(format!("The name of the record is {name}: the token, then ._domainkey, then your domain."))
        }
        () if near.kind != "CNAME" => {
            judged.advising(format!("The type of the record is CNAME, and its value {value}."))
        }
        () if near.values.iter().any(|found| plain(found).ends_with(WRONG_SENDERS)) => judged.advising(format!(
            "The value ends in {SENDERS}, where SES keeps its keys, and not in {WRONG_SENDERS}: write {value}."
        )),
        () => judged.advising(format!("Edit the record {name}: its value is {value}, without quotation marks.")),
    }
}

/// The MAIL FROM domain has one MX record, that of SES's region. Which priority it has does not matter to SES.
pub fn mx(mail_from: &str, identity: &Identity, all: &[Record]) -> Judgement {
    let wanted = format!("feedback-smtp.{}.{SENDERS}", identity.region);
    let expected = format!("MX {mail_from} → 10 {wanted}, and no other");
    let hosts: Vec<String> =
        at(all, mail_from, "MX").flat_map(|record| &record.values).map(|value| host(value)).collect();
    let [found] = hosts.as_slice() else { return not_one(expected, &hosts, mail_from, identity, all) };
    let judged = |advice: String| Judgement::fails(expected.clone(), found.clone()).advising(advice);
    match () {
        () if *found == wanted => Judgement::holds(wanted),
        () if found.ends_with(WRONG_SENDERS) && found.starts_with("feedback-smtp") => {
            judged(format!("The host ends in {SENDERS}, and not in {WRONG_SENDERS}: write 10 {wanted}."))
        }
        () if found.ends_with(SENDERS) && found.starts_with("feedback-smtp") => judged(format!(
            "That is SES in another region. Your identity is in {}: write 10 {wanted}.",
            identity.region
        )),
        () => judged(format!(
            "Messages that cannot be delivered come back to SES, and not to a mailbox: write 10 {wanted}. If you get mail at \
             {mail_from}, take another MAIL FROM domain."
        )),
    }
}

fn not_one(expected: String, hosts: &[String], mail_from: &str, identity: &Identity, all: &[Record]) -> Judgement {
    if !hosts.is_empty() {
        return Judgement::fails(expected, format!("{} values: {}", hosts.len(), hosts.join(", "))).advising(format!(
            "SES takes a MAIL FROM domain with exactly one MX record: delete the others of {mail_from}."
        ));
    }
    match all.iter().find(|record| record.kind == "MX" && is_doubled(record, mail_from, &identity.name)) {
        Some(near) => doubled(Judgement::fails(expected, near.describe()), mail_from, &identity.name),
        None => Judgement::absent(expected, format!("no MX record at {mail_from}")),
    }
}

/// The MAIL FROM domain has one SPF record, and it lets SES send.
pub fn spf(mail_from: &str, identity: &Identity, all: &[Record]) -> Judgement {
    let expected = format!("TXT {mail_from} → \"{SPF} include:{SENDERS} ~all\"");
    let texts = texts(all, mail_from);
    let found: Vec<&String> = texts.iter().filter(|text| begins(text, SPF)).collect();
    match found.as_slice() {
        [] => without_text(expected, (SPF, mail_from), &texts, identity, all),
        [one] => sends_for_ses(expected, one),
        several => Judgement::fails(expected, format!("{} SPF records", several.len())).advising(format!(
            "With more than one SPF record at a name, receivers take none. Put them together into one text that begins with {SPF} once."
        )),
    }
}

/// What an SPF record says behind `all` is never read (RFC 7208, section 5.1).
fn sends_for_ses(expected: String, text: &str) -> Judgement {
    let terms: Vec<String> = text.split_ascii_whitespace().skip(1).map(str::to_ascii_lowercase).collect();
    let heard = terms.split(|term| term.trim_start_matches(['+', '-', '~', '?']) == "all").next().unwrap_or_default();
    let names = |domain: &str| {
        let include = format!("include:{domain}");
        move |term: &String| *term == include || term.strip_prefix('+') == Some(&include)
    };
    let leads_on = |term: &String| term.contains("include:") || term.starts_with("redirect=");
    match () {
        () if heard.iter().any(names(SENDERS)) => Judgement::holds(text),
        () if heard.iter().any(names(WRONG_SENDERS)) => Judgement::fails(expected, text).advising(format!(
            "SES sends from the servers of {SENDERS}: write include:{SENDERS}, and not {WRONG_SENDERS}."
        )),
        () if heard.iter().any(leads_on) || terms.iter().any(|term| term.starts_with("redirect=")) => {
            Judgement::skips(format!(
                "not told from the record, which leads on to others: {text}. If one of these does not let SES send, add include:{SENDERS}"
            ))
        }
        () => Judgement::fails(expected, text)
            .advising(format!("The record lets others send, and not SES: add include:{SENDERS} before the word all.")),
    }
}

/// The domain says what to do with messages that only claim to come from it.
pub fn dmarc(identity: &Identity, all: &[Record]) -> Judgement {
    let name = format!("_dmarc.{}", identity.name);
    let expected = format!("TXT {name} → \"{DMARC}; p=none;\"");
    if let Some(cname) = at(all, &name, "CNAME").next() {
        return Judgement::skips(format!("not told from the record, which leads on to another: {}", cname.describe()));
    }
    let texts = texts(all, &name);
    let found: Vec<&String> = texts.iter().filter(|text| text.starts_with(DMARC)).collect();
    match found.as_slice() {
        [] => without_text(expected, (DMARC, &name), &texts, identity, all),
        [one] if has_policy(one) => Judgement::holds(one.as_str()),
        [one] => Judgement::fails(expected, one.as_str())
            .advising("Say what receivers are to do: behind v=DMARC1; write p=none;, with the semicolons."),
        several => Judgement::fails(expected, format!("{} DMARC records", several.len()))
            .advising(format!("With more than one DMARC record, receivers take none: leave one at {name}.")),
    }
}

/// Without a policy, receivers do not heed the record (RFC 7489, section 6.3).
fn has_policy(text: &str) -> bool {
    const POLICIES: [&str; 3] = ["none", "quarantine", "reject"];
    let mut tags = text.split(';').filter_map(|tag| tag.split_once('='));
    let is_whole = tags.next().is_some_and(|(_, version)| version.trim() == "DMARC1");
    is_whole
        && tags
            .any(|(tag, value)| tag.trim() == "p" && POLICIES.iter().any(|one| value.trim().eq_ignore_ascii_case(one)))
}

/// Why no text at a name begins as it should: one that does so elsewhere, or in another way.
fn without_text(
    expected: String,
    (beginning, name): (&str, &str),
    texts: &[String],
    identity: &Identity,
    all: &[Record],
) -> Judgement {
    let has = |text: &String| text.to_ascii_lowercase().contains(&beginning.to_ascii_lowercase());
    if let Some(text) = texts.iter().find(|text| has(text)) {
        let advice = match text.starts_with('"') {
            true => "The quotation marks are part of the text. Enter the value once more, with one pair of them around all of it.".into(),
            false => format!("The text begins with {beginning}, in these letters, and nothing stands before it."),
        };
        return Judgement::fails(expected, text.as_str()).advising(advice);
    }
    let says_so = |record: &Record| record.values.iter().any(|value| has(&joined(value)));
    if let Some(old) = at(all, name, "SPF").find(|record| says_so(record)) {
        return Judgement::fails(expected, old.describe())
            .advising("Nobody asks for the type SPF any more. Create a record of type TXT with the same value, and delete this one.");
    }
    let double = all.iter().find(|record| is_doubled(record, name, &identity.name) && says_so(record));
    let elsewhere = double.or_else(|| at(all, &identity.name, TXT).find(|record| says_so(record)));
    match elsewhere {
        Some(near) if is_doubled(near, name, &identity.name) => {
            doubled(Judgement::fails(expected, near.describe()), name, &identity.name)
        }
        Some(near) => Judgement::fails(expected, near.describe()).advising(format!(
            "That is the record of another name. Leave it, and create one more with the name {name}."
        )),
        None => Judgement::absent(expected, format!("no such text at {name}")),
    }
}

/// The record at a name, at the name with the domain behind it once more, or one that `is_like` it.
fn near<'a>(all: &'a [Record], name: &str, domain: &str, is_like: impl Fn(&Record) -> bool) -> Option<&'a Record> {
    let here = || all.iter().find(|record| record.name == plain(name));
    let twice = || all.iter().find(|record| is_doubled(record, name, domain));
    here().or_else(twice).or_else(|| all.iter().find(|record| is_like(record)))
}

fn is_doubled(record: &Record, name: &str, domain: &str) -> bool {
    record.name == plain(&format!("{name}.{domain}"))
}

fn doubled(judged: Judgement, name: &str, domain: &str) -> Judgement {
    let own = name.strip_suffix(&format!(".{domain}")).unwrap_or(name);
    judged.advising(format!(
        "The domain stands in the name twice: the console adds .{domain} to what you enter. Create the record again with {own} as \
         its name, and delete this one."
    ))
}

fn at<'a>(all: &'a [Record], name: &str, kind: &'static str) -> impl Iterator<Item = &'a Record> + use<'a> {
    let name = plain(name);
    all.iter().filter(move |record| record.kind == kind && record.name == name)
}

/// The texts at a name.
fn texts(all: &[Record], name: &str) -> Vec<String> {
    at(all, name, TXT).flat_map(|record| &record.values).map(|value| joined(value)).collect()
}

fn begins(text: &str, beginning: &str) -> bool {
    let word = text.split_ascii_whitespace().next().unwrap_or_default();
    word.eq_ignore_ascii_case(beginning)
}

/// The host of an MX record's value, behind its priority.
fn host(value: &str) -> String {
    plain(value.split_ascii_whitespace().last().unwrap_or_default())
}

//! Replaces in a report whatever is no word of AWS or of the book. A word becomes the same other word wherever it stands,
//! of the same length and with letters for letters and digits for digits, so that comparisons and formats still hold.

mod marks;

use std::collections::hash_map::RandomState;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde_json::Value;

use super::vocabulary;

/// Numbers of up to so many digits tell of nobody: sizes, ports, statuses, years.
const SHORT_NUMBER: usize = 6;
/// Times in seconds and in milliseconds since 1970, from 2015 on.
const SECONDS: std::ops::Range<u64> = 1_420_070_400..2_000_000_000;
const MILLISECONDS: std::ops::Range<u64> = 1_420_070_400_000..2_000_000_000_000;
/// How IAM's unique identifiers begin, which tell what they are of (IAM User Guide, "IAM identifiers").
const UNIQUE_IDS: [&str; 8] = ["AIDA", "AROA", "AGPA", "ANPA", "AKIA", "ASIA", "AIPA", "ANVA"];
const UNIQUE_ID: usize = 16;
/// How often a word is sought that nothing else has become.
const TRIES: u32 = 4000;
/// A net for tests of networks, which no host has (RFC 2544).
const TEST_NET: u32 = u32::from_be_bytes([198, 18, 0, 0]);

/// What became of what, in one report.
#[derive(Debug, Default)]
pub struct Redactor {
    seed: RandomState,
    given: HashMap<String, String>,
    taken: HashSet<String>,
    addresses: HashMap<IpAddr, IpAddr>,
}

impl Redactor {
    /// The text with its unknown words replaced.
    pub fn text(&mut self, text: &str) -> String {
        let mut safe = String::with_capacity(text.len());
        let (mut at, mut is_edge, mut is_name) = (0, true, false);
        while let Some(first) = text[at..].chars().next() {
            let rest = &text[at..];
            if is_edge && let Some((length, put)) = self.marked(rest) {
                safe.push_str(&put);
                (at, is_edge) = (at + length, false);
            } else if let Some(length) = marks::escape(rest) {
                safe.push_str(&rest[..length]);
                (at, is_edge) = (at + length, true);
            } else if first.is_alphanumeric() {
                let length = marks::word(rest);
                let word = &rest[..length];
                match is_name {
                    true => safe.push_str(&self.replaced(word)),
                    false if marks::is_fraction(&text[..at], word) => safe.push_str(word),
                    false => safe.push_str(&self.word(word)),
                }
                (at, is_edge) = (at + length, false);
            } else {
                safe.push(first);
                (at, is_edge) = (at + first.len_utf8(), true);
                is_name = marks::begins_name(&text[..at]) || is_name && marks::is_in_name(first);
            }
        }
        safe
    }

    /// The same of all texts in the value, names of members included.
    pub fn value(&mut self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(text)),
            Value::Array(items) => items.iter().map(|item| self.value(item)).collect(),
            Value::Object(members) => {
                let members = members.iter().map(|(name, member)| (self.text(name), self.value(member)));
                Value::Object(members.collect())
            }
            Value::Number(number) => {
                let text = self.text(&number.to_string());
                serde_json::from_str(&text).unwrap_or_else(|_| value.clone())
            }
            Value::Null | Value::Bool(_) => value.clone(),
        }
    }

    /// What is recognized by its form, at the edge of a word: how long it is, and what becomes of it.
    fn marked(&mut self, rest: &str) -> Option<(usize, String)> {
        if let Some(length) = marks::time(rest) {
            return Some((length, rest[..length].to_owned()));
        }
        if let Some((length, address)) = marks::address(rest) {
            return Some((length, self.address(address, &rest[..length])));
        }
        let length = marks::mailbox(rest).or_else(|| marks::phone(rest))?;
        Some((length, self.every_word(&rest[..length])))
    }

    /// The text with every word in it replaced, known or not, and every number.
    fn every_word(&mut self, text: &str) -> String {
        let (mut safe, mut at) = (String::new(), 0);
        while let Some(first) = text[at..].chars().next() {
            let escape = marks::escape(&text[at..]);
            let length = match escape {
                Some(length) => length,
                None if first.is_alphanumeric() => marks::word(&text[at..]),
                None => first.len_utf8(),
            };
            let part = &text[at..at + length];
            let is_word = escape.is_none() && first.is_alphanumeric();
            safe += &if is_word { self.replaced(part) } else { part.to_owned() };
            at += length;
        }
        safe
    }

    fn word(&mut self, word: &str) -> String {
        if is_kept(word) { word.to_owned() } else { self.replaced(word) }
    }

    /// What stands for the word, in its letter case.
    fn replaced(&mut self, word: &str) -> String {
        let kept = UNIQUE_IDS.iter().any(|begin| word.len() >= UNIQUE_ID && word.starts_with(begin));
        let (begin, rest) = word.split_at(if kept { UNIQUE_IDS[0].len() } else { 0 });
        let other = self.other(&lowered(rest));
        let cased = rest
            .chars()
            .zip(other.chars())
            .map(|(old, new)| if old.is_ascii_uppercase() { new.to_ascii_uppercase() } else { new });
        let more = other.chars().skip(rest.chars().count());
        begin.chars().chain(cased).chain(more).collect()
    }

    fn other(&mut self, word: &str) -> String {
        if let Some(other) = self.given.get(word) {
            return other.clone();
        }
        let mut tries = (0..TRIES).map(|attempt| self.guess(word, attempt));
        let is_free = |guess: &String| guess != word && !self.taken.contains(guess) && !vocabulary::knows(guess);
        let other = tries.find(is_free);
        // Short words run out: then it becomes a longer one.
        let other = other.unwrap_or_else(|| format!("{}x{}", self.guess(word, 0), self.taken.len()));
        self.taken.insert(other.clone());
        self.given.insert(word.to_owned(), other.clone());
        other
    }

    /// A word of the same form; nobody can tell which one it was without the seed, which is in no report.
    fn guess(&self, word: &str, attempt: u32) -> String {
        let from = |first: u8, step: u64| char::from(first + u8::try_from(step).unwrap_or_default());
        let place = |index: usize, old: char| {
            let chance = self.seed.hash_one((word, attempt, index));
            match old {
                // A long number stays below the largest that programs read.
                '1'..='9' if index == 0 && word.len() > 18 => '1',
                '1'..='9' if index == 0 => from(b'1', chance % 9),
                '0'..='9' => from(b'0', chance % 10),
                _ => from(b'a', chance % 26),
            }
        };
        word.chars().enumerate().map(|(index, old)| place(index, old)).collect()
    }

    /// Addresses that mean no host stay.
    fn address(&mut self, address: IpAddr, written: &str) -> String {
        if address.is_loopback() || address.is_unspecified() || address.is_multicast() {
            return written.to_owned();
        }
        let next = u32::try_from(self.addresses.len()).unwrap_or_default() + 1;
        let other = self.addresses.entry(address).or_insert_with(|| match address {
            IpAddr::V4(_) => Ipv4Addr::from(TEST_NET + next % 0x1_ffff).into(),
            IpAddr::V6(_) => Ipv6Addr::from((0x2001_0db8_u128 << 96) + u128::from(next)).into(),
        });
        other.to_string()
    }
}

fn lowered(word: &str) -> String {
    word.chars().map(|c| if c.is_ascii() { c.to_ascii_lowercase() } else { c }).collect()
}

/// Whether the word tells of nobody.
fn is_kept(word: &str) -> bool {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return is_plain_number(word) || vocabulary::knows(word);
    }
    word.chars().nth(1).is_none() || marks::is_code(word) || vocabulary::knows(word)
}

fn is_plain_number(digits: &str) -> bool {
    let value = digits.parse::<u64>().ok();
    match digits.len() {
        0..=SHORT_NUMBER => true,
        // A length of time or a size; dates such as 20260102.
        7..=9 if digits.ends_with("00") => true,
        8 => marks::is_date(digits),
        10 => value.is_some_and(|value| SECONDS.contains(&value)),
        13 => value.is_some_and(|value| MILLISECONDS.contains(&value)),
        _ => false,
    }
}

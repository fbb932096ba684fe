//! Settings that people write by hand, and what is wrong with them in words: which line, which setting, what was expected.

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

/// The most characters of a line that are shown.
const LONGEST: usize = 60;

/// Reads settings.
///
/// # Errors
/// What is wrong first, in one line.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| {
        let place = error.span().map(|span| FaultPlace::of(text, span.start));
        fault(error.message(), place.as_ref())
    })
}

/// The line of a setting, from 1, or of that key or item of it; none if the text does not have the setting.
pub fn line_of(text: &str, setting: &str, item: Option<&str>) -> Option<usize> {
    let settings = DeTable::parse(text).ok()?;
    let (key, value) = settings.get_ref().iter().find(|(key, _)| *key.get_ref() == setting)?;
    let within = item.and_then(|item| place_of(value.get_ref(), item));
    Some(line_at(text, within.unwrap_or_else(|| key.span().start)) + 1)
}

/// Where a key of a table is, or an item of a list.
fn place_of(value: &DeValue<'_>, item: &str) -> Option<usize> {
    match value {
        DeValue::Table(table) => table.keys().find(|key| *key.get_ref() == item).map(|key| key.span().start),
        DeValue::Array(items) => items.iter().find(|one| is_written(one.get_ref(), item)).map(|one| one.span().start),
        _ => None,
    }
}

fn is_written(value: &DeValue<'_>, item: &str) -> bool {
    match value {
        DeValue::String(text) => text == item,
        DeValue::Integer(number) => number.to_string() == item,
        _ => false,
    }
}

/// How many lines are before that place.
fn line_at(text: &str, at: usize) -> usize {
    text.as_bytes()[..at.min(text.len())].iter().filter(|byte| **byte == b'\n').count()
}

/// Where a text is wrong.
struct FaultPlace<'a> {
    /// From 1.
    line: usize,
    text: &'a str,
    /// The setting that the line belongs to, with its table, such as `names.data_bucket`.
    setting: Option<String>,
}

impl<'a> FaultPlace<'a> {
    fn of(text: &'a str, at: usize) -> Self {
        let line = line_at(text, at);
        let lines: Vec<&str> = text.lines().take(line + 1).map(str::trim).collect();
        let own = lines.get(line).copied().unwrap_or_default();
        // The items of a list may have lines of their own.
        let is_outside = |line: &&&str| line.starts_with('[') && line.ends_with(']') && !line.contains(',');
        let key = |line: &&str| {
            line.split_once('=').map(|(key, _)| key.trim().to_owned()).filter(|key| !key.starts_with('#'))
        };
        let table = lines.iter().rev().find(is_outside).map(|line| line.trim_matches(['[', ']']).trim());
        let setting = lines.iter().rev().take_while(|line| !is_outside(line)).find_map(key);
        let setting = setting.map(|key| table.map_or_else(|| key.clone(), |table| format!("{table}.{key}")));
        Self { line: line + 1, text: own, setting }
    }

    /// The name of the setting if it is an exercise without quotes, which is a table to TOML.
    fn bare_number(&self) -> Option<&str> {
        let key = self.text.split('=').next().unwrap_or_default().trim();
        (key.contains('.') && key.starts_with(|c: char| c.is_ascii_digit())).then_some(key)
    }

    /// Whether the value begins as a date does, which is a table to serde.
    fn has_bare_date(&self) -> bool {
        let value = self.text.split_once('=').map_or("", |(_, value)| value.trim_start());
        value.starts_with(|c: char| c.is_ascii_digit())
    }
}

fn fault(message: &str, place: Option<&FaultPlace>) -> String {
    let at = place.map_or_else(String::new, |place| format!("line {}: ", place.line));
    let setting = place.and_then(|place| place.setting.as_deref()).map_or("a value".into(), |name| format!("`{name}`"));
    if let Some(rest) = message.strip_prefix("missing field ") {
        return format!("the setting {rest} is missing");
    }
    if let Some((name, known)) = parts(message, "unknown field ") {
        return format!("{at}there is no setting {name}; expected {known}");
    }
    if let Some((value, known)) = parts(message, "unknown variant ") {
        return format!("{at}{setting} is {value}; expected {known}");
    }
    if let Some((found, wanted)) = parts(message, "invalid type: ").or_else(|| parts(message, "invalid value: ")) {
        if let Some(name) = place.and_then(FaultPlace::bare_number) {
            return format!("{at}`{name}` is not in quotes; expected \"{name}\" = and a value");
        }
        let is_date = found == "map" && place.is_some_and(FaultPlace::has_bare_date);
        let found = if is_date { "a date without quotes".to_owned() } else { in_words(found) };
        return format!("{at}{setting} is {found}; expected {}", expected(wanted));
    }
    if message.contains("duplicate key") {
        return format!("{at}{setting} is there twice");
    }
    let line: String = place.map_or("", |place| place.text).chars().take(LONGEST).collect();
    format!("{at}`{line}` is no setting such as name = \"value\" ({message})")
}

/// What stands on both sides of `, expected `.
fn parts<'a>(message: &'a str, beginning: &str) -> Option<(&'a str, &'a str)> {
    message.strip_prefix(beginning)?.split_once(", expected ")
}

/// A value, as serde names it.
fn in_words(found: &str) -> String {
    let value = |rest: &str| rest.trim_matches('`').to_owned();
    if let Some(text) = found.strip_prefix("string ") {
        return format!("the text {text}");
    }
    if let Some(number) = found.strip_prefix("integer ").or_else(|| found.strip_prefix("floating point ")) {
        return format!("the number {}", value(number));
    }
    if let Some(answer) = found.strip_prefix("boolean ") {
        return value(answer);
    }
    match found {
        "map" => "a table".into(),
        "sequence" => "a list".into(),
        other => other.to_owned(),
    }
}

/// What serde waits for.
fn expected(wanted: &str) -> &str {
    match wanted {
        "a string" => "text in quotes, such as \"text\"",
        "a boolean" => "true or false",
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "f64" => "a number",
        "a sequence" => "a list, such as [4, 5]",
        "a map" => "a table of its own, with its settings below it",
        other if other.starts_with("struct ") => "a table of its own, with its settings below it",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "the test reads them alone")]
    struct Example {
        name: String,
        #[serde(default)]
        chapters: Vec<u8>,
        #[serde(default)]
        partial: bool,
        #[serde(default)]
        kind: Option<Kind>,
        #[serde(default)]
        points: BTreeMap<String, f64>,
        #[serde(default)]
        deadlines: BTreeMap<String, String>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Own,
        Lab,
    }

    #[test]
    fn each_fault_names_line_setting_and_what_was_expected() {
        let faults = [
            "chapters = [4]",
            "name = \"a\"\nnmae = \"b\"",
            "name = 5",
            "name = \"a\"\nchapters = \"4\"",
            "name = \"a\"\nchapters = [\n  4,\n  \"5\",\n]",
            "name = \"a\"\nchapters = [300]",
            "name = \"a\"\npartial = \"yes\"",
            "name = \"a\"\nkind = \"ours\"",
            "name = \"a\"\nname = \"b\"",
            "name = \"a\"\n[points]\n\"4\" = \"two\"",
            "name = \"a\"\n[points]\n4.3 = 5",
            "name = \"a\"\n[deadlines]\n4.3 = \"2026-12-10\"",
            "name = \"a\"\n[deadlines]\n\"4\" = 2026-12-10",
            "name = \"a\"\nnames = { bucket = 4 }",
            "name = \"a\npartial = true",
            "name = a",
            "name \"a\"",
        ];
        let told = faults
            .map(|text| format!("{}\n    {}", text.replace('\n', "⏎"), read::<Example>(text).expect_err("invalid")));
        insta::assert_snapshot!(told.join("\n"));
    }
}

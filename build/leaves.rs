//! `[[leaves]]` in exercise.toml, and the tables of removals and prices that they name: what an exercise leaves in the account,
//! how it is removed, and what it costs while it stays.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Something that an exercise leaves in the account.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaf {
    /// As a noun, such as `the bucket {{ website_bucket }} with index.html`.
    pub what: String,
    /// Its kind, such as `bucket`, which says how it is found and removed.
    kind: String,
    /// What it is called among its kind; empty for what has no name.
    name: String,
    /// The slugs of later exercises that need it too.
    #[serde(default)]
    shared_with: Vec<String>,
    /// A key of the price table.
    price: String,
}

impl Leaf {
    /// What is wrong with it, one message each.
    pub fn wrong(&self, removals: &Removals, prices: &Prices) -> Vec<String> {
        let Self { what, kind, price, .. } = self;
        let mut wrong = Vec::new();
        if what.trim().is_empty() {
            wrong.push("what is empty".into());
        }
        if !removals.0.contains_key(kind) {
            wrong.push(format!("kind = \"{kind}\" is no kind of thing: exercises/removals.toml has them"));
        }
        if !prices.0.contains_key(price) {
            wrong.push(format!("price = \"{price}\" is no key of exercises/prices.toml"));
        }
        wrong
    }

    /// The slugs of the later exercises that need it too.
    pub fn shared_with(&self) -> &[String] {
        &self.shared_with
    }

    /// As a value of the catalog.
    pub fn code(&self) -> String {
        let Self { what, kind, name, shared_with, price } = self;
        let kind = variant(kind);
        format!(
            "Leaf {{ what: {what:?}, kind: LeftKind::{kind}, name: {name:?}, shared_with: &{shared_with:?}, price: {price:?} }}, "
        )
    }
}

/// The variant of a kind: `ApiDomain` for `api_domain`.
fn variant(kind: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    kind.split('_').filter(|word| word.is_char_boundary(1) && !word.is_empty()).map(capital).collect()
}

/// `exercises/removals.toml`: how each kind of thing is removed.
#[derive(Debug, Default, Deserialize)]
pub struct Removals(BTreeMap<String, Removal>);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Removal {
    commands: String,
    console: String,
    #[serde(default)]
    lost: Option<String>,
}

impl Removals {
    /// Reads the table.
    ///
    /// # Errors
    /// If it is no such table, or a row is incomplete; one message each.
    pub fn parse(text: &str) -> Result<Self, Vec<String>> {
        let removals: Self = toml::from_str(text).map_err(|error| vec![error.to_string()])?;
        let wrong: Vec<String> = removals.0.iter().flat_map(|(kind, removal)| removal.wrong(kind)).collect();
        if wrong.is_empty() { Ok(removals) } else { Err(wrong) }
    }

    /// The table of the catalog.
    pub fn code(&self) -> String {
        let row = |(kind, removal): (&String, &Removal)| {
            let Removal { commands, console, lost } = removal;
            let kind = variant(kind);
            format!(
                "RemovalTemplate {{ kind: LeftKind::{kind}, commands: {commands:?}, console: {console:?}, lost: {lost:?} }},\n"
            )
        };
        format!("pub static REMOVALS: &[RemovalTemplate] = &[\n{}];\n", self.0.iter().map(row).collect::<String>())
    }
}

impl Removal {
    fn wrong(&self, kind: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        if !self.commands.contains("aws ") {
            wrong.push(format!("{kind}: commands has no command of the aws CLI"));
        }
        if !self.console.starts_with("https://") {
            wrong.push(format!("{kind}: console = \"{}\" is no https:// address", self.console));
        }
        wrong
    }
}

/// `exercises/prices.toml`: what AWS asks for, by key.
#[derive(Debug, Default, Deserialize)]
pub struct Prices(BTreeMap<String, Price>);

/// A price, as AWS publishes it for one region.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Price {
    /// In US dollars; 0 for what is free.
    usd: f64,
    /// What one pays it for, such as `GB and month`.
    per: String,
    /// Where it holds, such as `us-east-1`; `all` if it is the same everywhere.
    region: String,
    /// When it was read.
    date: toml::value::Datetime,
    /// The page.
    source: String,
    /// Whether it was read on AWS's own page. One that was not is shown as *about*.
    confirmed: bool,
    /// What it costs a month without being used.
    #[serde(default)]
    standing: f64,
    /// Whether `usd` is for each GB and month.
    #[serde(default)]
    gigabytes: bool,
}

impl Prices {
    /// Reads the table.
    ///
    /// # Errors
    /// If it is no such table, or a price is incomplete; one message each.
    pub fn parse(text: &str) -> Result<Self, Vec<String>> {
        let prices: Self = toml::from_str(text).map_err(|error| vec![error.to_string()])?;
        let wrong: Vec<String> = prices.0.iter().flat_map(|(key, price)| price.wrong(key)).collect();
        if wrong.is_empty() { Ok(prices) } else { Err(wrong) }
    }

    /// The table of the catalog.
    pub fn code(&self) -> String {
        let rows: String = self.0.iter().map(|(key, price)| price.code(key)).collect();
        format!("pub static PRICES: &[Price] = &[\n{rows}];\n")
    }
}

impl Price {
    fn code(&self, key: &str) -> String {
        let Self { usd, per, region, date, source, confirmed, standing, gigabytes } = self;
        let day = date.date.map(|day| day.to_string()).unwrap_or_default();
        format!(
            "Price {{ key: {key:?}, usd: {usd:?}, per: {per:?}, region: {region:?}, day: {day:?}, source: {source:?}, \
             is_confirmed: {confirmed}, standing: {standing:?}, is_by_gigabyte: {gigabytes} }},\n"
        )
    }

    fn wrong(&self, key: &str) -> Vec<String> {
        let Self { usd, per, region, date, source, confirmed, standing, .. } = self;
        let mut wrong = Vec::new();
        if !standing.is_finite() || *standing < 0.0 {
            wrong.push(format!("{key}: standing = {standing} is no price"));
        }
        if !usd.is_finite() || *usd < 0.0 {
            wrong.push(format!("{key}: usd = {usd} is no price"));
        }
        for (name, text) in [("per", per), ("region", region), ("source", source)] {
            if text.trim().is_empty() {
                wrong.push(format!("{key}: {name} is empty"));
            }
        }
        if date.date.is_none() {
            wrong.push(format!("{key}: date has no day"));
        }
        if *confirmed && !source.starts_with("AWS") && !source.starts_with("Amazon") {
            wrong.push(format!("{key}: a confirmed price names AWS's own page as its source"));
        }
        wrong
    }
}

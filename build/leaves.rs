//! `[[leaves]]` in exercise.toml, and the price table that they name: what an exercise leaves in the account, how it is found,
//! how it is removed, and what it costs while it stays.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

/// Something that an exercise leaves in the account.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaf {
    /// As a noun, such as `the bucket {{ website_bucket }} with index.html`.
    pub what: String,
    /// The reader that finds it, by service and constant, such as `s3::BUCKET`.
    reader: String,
    /// The command of the `aws` CLI that removes it.
    remove: String,
    /// The console page where it is removed.
    console: String,
    /// The slugs of later exercises that need it too.
    #[serde(default)]
    shared_with: Vec<String>,
    /// A key of the price table.
    price: String,
}

impl Leaf {
    /// What is wrong with it, one message each. `root` is the repository's.
    pub fn wrong(&self, root: &Path, prices: &Prices) -> Vec<String> {
        let Self { what, reader, remove, console, price, .. } = self;
        let mut wrong = Vec::new();
        for (key, text) in [("what", what), ("remove", remove), ("console", console)] {
            if text.trim().is_empty() {
                wrong.push(format!("{key} is empty"));
            }
        }
        if !remove.starts_with("aws ") {
            wrong.push(format!("remove = \"{remove}\" is no command of the aws CLI"));
        }
        if !console.starts_with("https://") {
            wrong.push(format!("console = \"{console}\" is no https:// address"));
        }
        if !is_reader(root, reader) {
            wrong.push(format!("reader = \"{reader}\" is no reader: write service::CONSTANT, as in checks/services/"));
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
}

/// Whether a service's file declares the reader: `s3::BUCKET` or `apigateway::domain::API_DOMAIN`.
fn is_reader(root: &Path, name: &str) -> bool {
    let Some((service, constant)) = name.rsplit_once("::") else { return false };
    let file = root.join("checks/services").join(format!("{}.rs", service.replace("::", "/")));
    let is_named =
        !constant.is_empty() && constant.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    is_named && std::fs::read_to_string(file).is_ok_and(|text| text.contains(&format!("pub const {constant}: Reader")))
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
}

impl Price {
    fn wrong(&self, key: &str) -> Vec<String> {
        let Self { usd, per, region, date, source, confirmed } = self;
        let mut wrong = Vec::new();
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

//! `msl-learn costs`: what the course's things in the account cost a month as they stand.

use std::path::Path;

use serde::Serialize;

use super::cleanup::read_account;
use crate::cli::Format;
use crate::failure::{EXIT_CANNOT_TELL, EXIT_DONE, Result};
use crate::left::{self, Looked};
use crate::pages::left as pages;
use crate::ui::Printer;
use crate::workspace::Workspace;

/// The version of the document that `costs --format json` prints.
const SCHEMA: u32 = 1;

/// `costs --format json`; a promise to scripts.
#[derive(Serialize)]
struct CostsDocument<'a> {
    schema: u32,
    account: &'a str,
    region: &'a str,
    /// In US dollars a month, without any use.
    standing: f64,
    /// In US dollars a month, for what is stored.
    stored: f64,
    things: Vec<CostRow<'a>>,
}

#[derive(Serialize)]
struct CostRow<'a> {
    what: &'a str,
    name: &'a str,
    bytes: Option<u64>,
    /// In US dollars a month, as it stands.
    month: f64,
    price: f64,
    per: &'a str,
    region: &'a str,
    confirmed: bool,
    source: &'a str,
    day: &'a str,
}

/// # Errors
/// If there is no workspace, or the account is another one.
pub fn run(format: Format, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let looked = read_account(&workspace, left::things(&workspace.learner())?, printer)?;
    match format {
        Format::Json => json(&workspace, &looked, printer)?,
        Format::Human => printer.lines(&pages::costs(&looked, workspace.settings.practice, printer.width()))?,
    }
    let is_told = looked.iter().all(|one| one.read.is_ok());
    Ok(if is_told { EXIT_DONE } else { EXIT_CANNOT_TELL })
}

fn json(workspace: &Workspace, looked: &[Looked], printer: &mut Printer) -> Result<()> {
    let sum = left::sum(looked);
    let row = |one: &'_ Looked| {
        let (standing, price) = one.standing().cloned().zip(one.thing.price)?;
        let (without_use, stored) = left::month(price, standing.bytes);
        Some((standing.bytes, price, without_use + stored))
    };
    let things = looked.iter().filter_map(|one| {
        let (bytes, price, month) = row(one)?;
        Some(CostRow {
            what: &one.thing.what,
            name: &one.thing.name,
            bytes,
            month,
            price: price.usd,
            per: price.per,
            region: price.region,
            confirmed: price.is_confirmed,
            source: price.source,
            day: price.day,
        })
    });
    printer.json(&CostsDocument {
        schema: SCHEMA,
        account: &workspace.settings.account,
        region: &workspace.settings.region,
        standing: sum.standing,
        stored: sum.stored,
        things: things.collect(),
    })
}

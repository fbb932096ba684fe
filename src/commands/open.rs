//! `msl-learn open`: what the learner has built, in the browser or on the terminal.

use std::path::Path;

use crate::cli::Sight;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Result};
use crate::practice::Practice;
use crate::ui::Printer;
use crate::workspace::Workspace;

/// # Errors
/// If there is no workspace, or its practice account is not running.
pub fn run(what: Sight, function: &str, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    if what == Sight::Logs && workspace.settings.practice {
        return show_log(&workspace, function, printer);
    }
    let nothing_yet = nothing_yet(&workspace, what)?;
    if nothing_yet.is_some()
        && let Some(page) = page_of_bucket(&workspace, what)?
    {
        printer.text(&page)?;
        return browse(&page, printer);
    }
    let address = address(&workspace, what, function)?;
    printer.text(&address)?;
    if let Some((name, built_in)) = nothing_yet {
        printer
            .note(&format!("Nothing answers as {name} yet: {built_in}. `msl-learn progress` says where you are."))?;
        return Ok(EXIT_NOT_DONE);
    }
    browse(&address, printer)
}

fn browse(address: &str, printer: &mut Printer) -> Result<u8> {
    if open::that_detached(address).is_err() {
        printer.note("No browser can be started here: open the address yourself.")?;
    }
    Ok(EXIT_DONE)
}

/// Where the home page is in the practice account as long as the domain leads nowhere: in its bucket.
fn page_of_bucket(workspace: &Workspace, what: Sight) -> Result<Option<String>> {
    if what != Sight::Site {
        return Ok(None);
    }
    Practice::of(&workspace.root).page(&workspace.learner().names.website_bucket, "index.html")
}

/// A name that leads nowhere in the practice account, and which exercises make it lead somewhere.
fn nothing_yet(workspace: &Workspace, what: Sight) -> Result<Option<(String, &'static str)>> {
    let names = workspace.learner();
    let (name, path, built_in) = match what {
        Sight::Site => (names.domain, "/", "exercise 4.3 comes first, which builds the page"),
        Sight::Api => (names.names.api_domain, "/chapters", "exercises 5.3 to 5.8 come first"),
        Sight::Logs => return Ok(None),
    };
    if !workspace.settings.practice || Practice::of(&workspace.root).shows(&name, path)? {
        return Ok(None);
    }
    Ok(Some((name, built_in)))
}

fn show_log(workspace: &Workspace, function: &str, printer: &mut Printer) -> Result<u8> {
    let Some(log) = Practice::of(&workspace.root).log(function)? else {
        printer.note(&format!(
            "No function named {function} has written a log yet. Call it: `msl-learn open api`, or `aws lambda invoke`."
        ))?;
        return Ok(EXIT_NOT_DONE);
    };
    printer.script(log.trim_end())?;
    Ok(EXIT_DONE)
}

fn address(workspace: &Workspace, what: Sight, function: &str) -> Result<String> {
    let (learner, practice) = (workspace.learner(), Practice::of(&workspace.root));
    let at = |name: &str, path: &str| -> Result<String> {
        let host = if workspace.settings.practice { practice.address(name)? } else { format!("https://{name}") };
        Ok(host + path)
    };
    match what {
        Sight::Site => at(&learner.domain, "/"),
        Sight::Api => at(&learner.names.api_domain, "/chapters"),
        Sight::Logs => Ok(log_page(&learner.region, function)),
    }
}

/// The console's page of a function's log group, which encodes each slash twice (`$252F`).
fn log_page(region: &str, function: &str) -> String {
    format!(
        "https://console.aws.amazon.com/cloudwatch/home?region={region}#logsV2:log-groups/log-group/$252Faws$252Flambda$252F{function}"
    )
}

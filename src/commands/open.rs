//! `msl-learn open`: what the learner has built, in the browser or on the terminal.

use std::path::Path;

use crate::cli::Sight;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Result};
use crate::practice::{Practice, Visited};
use crate::ui::Printer;
use crate::workspace::Workspace;

const API_PATH: &str = "/chapters";
const WEBSITE_ENDPOINT: &str = "{{ website_bucket }}.{{ website_region_endpoint }}";

/// # Errors
/// If there is no workspace, or its practice account is not running.
pub fn run(what: Sight, function: &str, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    if what == Sight::Logs && workspace.settings.practice {
        return show_log(&workspace, function, printer);
    }
    if workspace.settings.practice {
        return visit(&workspace, what, printer);
    }
    let address = address(&workspace, what, function);
    printer.text(&address)?;
    browse(&address, printer)
}

fn browse(address: &str, printer: &mut Printer) -> Result<u8> {
    if open::that_detached(address).is_err() {
        printer.note("No browser can be started here: open the address yourself.")?;
    }
    Ok(EXIT_DONE)
}

/// Opens what a visitor of the practice account would open, and says what the visitor gets, if that is an error.
fn visit(workspace: &Workspace, what: Sight, printer: &mut Printer) -> Result<u8> {
    let (learner, practice) = (workspace.learner(), Practice::of(&workspace.root));
    let (name, path, built_in) = match what {
        Sight::Api => (learner.names.api_domain.clone(), API_PATH, "exercises 5.3 to 5.8 come first"),
        Sight::Site | Sight::Logs => (learner.domain.clone(), "/", "exercise 4.3 comes first, which builds the page"),
    };
    // As long as the domain leads nowhere, the page is at the address that S3 gives to the bucket.
    let own = (what == Sight::Site).then(|| learner.fill(WEBSITE_ENDPOINT).ok()).flatten();
    for name in [Some(&name), own.as_ref()].into_iter().flatten() {
        let visited = practice.visit(name, path)?;
        if visited == Visited::Nobody {
            continue;
        }
        let address = practice.address(name)? + path;
        printer.text(&address)?;
        browse(&address, printer)?;
        let Visited::Error(error) = visited else { return Ok(EXIT_DONE) };
        printer.note(&format!("A visitor gets {error} there."))?;
        return Ok(EXIT_NOT_DONE);
    }
    printer.text(&(practice.address(&name)? + path))?;
    printer.note(&format!("Nothing answers as {name} yet: {built_in}. `msl-learn progress` says where you are."))?;
    Ok(EXIT_NOT_DONE)
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

/// The address in the real account.
fn address(workspace: &Workspace, what: Sight, function: &str) -> String {
    let learner = workspace.learner();
    match what {
        Sight::Site => format!("https://{}/", learner.domain),
        Sight::Api => format!("https://{}{API_PATH}", learner.names.api_domain),
        Sight::Logs => log_page(&learner.region, function),
    }
}

/// The console's page of a function's log group, which encodes each slash twice (`$252F`).
fn log_page(region: &str, function: &str) -> String {
    format!(
        "https://console.aws.amazon.com/cloudwatch/home?region={region}#logsV2:log-groups/log-group/$252Faws$252Flambda$252F{function}"
    )
}

//! The practice account: installed or not, running or not, and whether this terminal's `aws` CLI works on it.

use super::Observation;
use crate::practice::{self, Pointing, Practice, Running, Status, pointing, pointing_command};
use crate::workspace::{Workspace, options};

const TOPIC: &str = "practice account";
const START: &str = "Start it with `msl-learn practice start`.";

pub fn observe(workspace: Option<&Workspace>) -> Observation {
    let installed = match practice::data_folder() {
        Ok(folder) if practice::is_installed() => format!("installed in {}", folder.display()),
        Ok(folder) => format!("not installed; `msl-learn practice` installs it into {}", folder.display()),
        Err(failure) => return Observation::failed(TOPIC, &failure),
    };
    let Some(workspace) = workspace.filter(|workspace| workspace.settings.practice) else {
        return Observation::not_checked(TOPIC, installed);
    };
    if let Some(endpoint) = &workspace.settings.endpoint {
        return Observation::not_checked(TOPIC, format!("{endpoint} is used instead, as msl-learn.toml says"));
    }
    match Practice::of(&workspace.root).status() {
        Ok(Status::Running(running)) => running_at(&running, options(&workspace.root, true).as_deref()),
        Ok(Status::Stopped) => Observation::problem(TOPIC, format!("{installed}; stopped"), START),
        Ok(Status::NotThere) => Observation::problem(TOPIC, format!("{installed}; never started here"), START),
        Ok(Status::Gone) => Observation::problem(TOPIC, format!("{installed}; not running any more"), START),
        Ok(Status::Crashed { log, .. }) => {
            Observation::problem(TOPIC, format!("{installed}; crashed, and {} says why", log.display()), START)
        }
        Err(failure) => Observation::failed(TOPIC, &failure),
    }
}

/// The walkthroughs' commands work on it only if the environment points the CLI at it.
fn running_at(running: &Running, options: Option<&str>) -> Observation {
    let found = format!("running at {} (process {})", running.endpoint, running.pid);
    let why = match pointing(&running.endpoint) {
        Pointing::Here => return Observation::ok(TOPIC, format!("{found}; the aws CLI of this terminal works on it")),
        Pointing::Profile { variable, name } => format!(", since {variable} names the profile {name}"),
        Pointing::Elsewhere(url) => format!(", but on {url}"),
        Pointing::Real => ", but on a real account".into(),
        Pointing::Nowhere => String::new(),
    };
    Observation::warning(
        TOPIC,
        format!("{found}; the aws CLI of this terminal does not work on it{why}"),
        format!("Before you use the aws CLI here: {}", pointing_command(options)),
    )
}

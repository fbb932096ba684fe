//! `msl-learn doctor`: whether the program has what it needs.

use std::path::Path;

use serde::Serialize;

use crate::cli::Format;
use crate::doctor::{self, Appearance, Condition, Observation};
use crate::failure::{EXIT_CANNOT_TELL, EXIT_DONE, Result};
use crate::pages::doctor::{diagnosis, summary};
use crate::ui::{Line, Printer};

/// The version of the document that `doctor --format json` prints.
const SCHEMA: u32 = 2;

/// `doctor --format json`; a promise to scripts.
#[derive(Serialize)]
struct DoctorDocument<'a> {
    schema: u32,
    observations: &'a [Observation],
}

/// # Errors
/// If the answer cannot be written, or the operating system provides no event loop.
pub fn run(format: Format, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let observations =
        doctor::diagnose(directory, Appearance { colors: printer.has_colors(), links: printer.links() })?;
    match format {
        Format::Json => {
            let document = DoctorDocument { schema: SCHEMA, observations: &observations };
            printer.json(&document)?
        }
        Format::Human => {
            let mut lines = diagnosis(&observations, printer.width());
            lines.extend([Line::default(), summary(&observations)]);
            printer.lines(&lines)?
        }
    };
    let ill = observations.iter().any(|observation| observation.state == Condition::Problem);
    Ok(if ill { EXIT_CANNOT_TELL } else { EXIT_DONE })
}

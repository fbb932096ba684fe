//! `msl-learn replay`: judges a report again with this version's verifiers, without an account and without a network.

use std::path::Path;

use crate::check::EventLoop;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Result};
use crate::pages;
use crate::report::CheckReport;
use crate::ui::Printer;

/// # Errors
/// If the file is no report, or is outside of the bounds.
pub fn run(file: &Path, printer: &mut Printer) -> Result<u8> {
    let report = CheckReport::read(file)?;
    let exercise = report.exercise()?;
    let findings = EventLoop::new()?.block_on(report.judge());
    let differences = report.differences(&findings);
    printer.lines(&pages::report::judged_again(&report, exercise, &findings, &differences, printer.width()))?;
    Ok(if differences.is_empty() { EXIT_DONE } else { EXIT_NOT_DONE })
}

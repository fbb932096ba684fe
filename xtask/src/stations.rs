//! Makes the stations of the practice account and the pictures again: the tests walk the book and keep what they come by.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

const MAKE: [&str; 3] = ["--ignored", "--exact", "stations::make_stations"];
/// The program holds what was made, so that it is built again.
const TRY: [&str; 1] = ["stations::"];

/// Makes them and tries them.
///
/// # Errors
/// If a test fails: a solution does not do what it should, or a station cannot be restored.
pub fn make(root: &Path) -> Result<(), String> {
    test(root, &MAKE, None)?;
    test(root, &TRY, None)
}

/// Draws the pictures of README.md again, from the program as it is.
///
/// # Errors
/// If a test fails.
pub fn draw(root: &Path) -> Result<(), String> {
    test(root, &["pictures::"], Some("MSL_DRAW"))
}

fn is_of_package(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
}

fn test(root: &Path, arguments: &[&str], variable: Option<&str>) -> Result<(), String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["test", "--workspace", "--test", "it", "--"]).args(arguments);
    variable.into_iter().for_each(|name| _ = command.env(name, "1"));
    // Some exercises alone would leave gaps.
    command.current_dir(root).env_remove("MSL_IT_ONLY");
    // What cargo says of this package would be news to the build script of `ring`, and the SDK be built again.
    std::env::vars_os().filter(|(name, _)| is_of_package(name)).for_each(|(name, _)| _ = command.env_remove(name));
    let status = command.status().map_err(|error| format!("cannot run cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("the tests `{}` failed: see above", arguments.join(" "))) }
}

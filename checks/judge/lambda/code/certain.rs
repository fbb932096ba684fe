//! The one rule for code that is read and not run: it fails a clause only if the reading is certain. Everywhere else the
//! clause is skipped, and what the function answers decides.

use crate::documents::code::Run;
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// Says that the code does not tell, and what does.
pub fn not_told(why: &str) -> Judgement {
    Judgement::skips(format!("not told from the code: {why}. What the function answers shows it"))
}

/// A failure that stands in the code: certain if all of it reads as code.
pub fn if_certain(run: &Run<'_>, judgement: Judgement) -> Judgement {
    match run.unreadable() {
        Some(file) if judgement.does_fail() => not_told(&format!("a part of {file} does not read as code")),
        _ => judgement,
    }
}

/// A failure for something that is not in the code: certain if nothing else can do it either, no library and no call whose
/// name is put together.
pub fn if_all_seen(package: &Package, run: &Run<'_>, judgement: Judgement) -> Judgement {
    if !judgement.does_fail() {
        return judgement;
    }
    if package.has_libraries() {
        return not_told("the libraries in the package may do it");
    }
    match run.hides() {
        Some(why) => not_told(&why),
        None => judgement,
    }
}

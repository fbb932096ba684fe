//! The end of what another program wrote, which says why it failed.

/// The last lines, at most so many; empty ones are left out.
pub fn tail<'a>(lines: impl Iterator<Item = &'a str>, most: usize) -> String {
    let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
    lines[lines.len().saturating_sub(most)..].join("\n")
}

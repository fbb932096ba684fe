//! Worked solutions, which stop at once if a starter file that they read is not there: their commands would go on without
//! it, and wait for what never comes.

use std::fmt::Write as _;

use super::Chapter;

/// A starter file, and the exercise whose `start` lays it out.
type Laid = (String, String);

/// Puts the check in front of each solution, the exercises in the book's order.
pub fn guard(chapters: &mut [Chapter]) {
    let mut laid: Vec<Laid> = Vec::new();
    for chapter in chapters {
        for exercise in &mut chapter.exercises {
            let id = exercise.id(chapter.number);
            laid.retain(|(path, _)| !exercise.files.iter().any(|(own, _)| own == path));
            laid.extend(exercise.files.iter().map(|(path, _)| (path.clone(), id.clone())));
            let read = |(path, by): &&Laid| reads(&exercise.solution, path, *by == id);
            let read: Vec<&Laid> = laid.iter().filter(read).collect();
            exercise.solution = guarded(&exercise.solution, &read);
        }
    }
}

/// Whether a solution names the file: whole, or by its folder, into which it goes, and its name. Of a file of its own
/// exercise, the name is enough.
fn reads(solution: &str, path: &str, is_own: bool) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let goes_there = || ["\n", " ", ";"].iter().any(|end| solution.contains(&format!("cd {folder}{end}")));
    solution.contains(path) || (solution.contains(name) && (is_own || goes_there()))
}

/// The solution with the check as the first thing between its brackets; one without brackets gets them, so that it never
/// closes the terminal that it is pasted into.
fn guarded(solution: &str, read: &[&Laid]) -> String {
    if read.is_empty() {
        return solution.to_owned();
    }
    let check: String = read.iter().fold(String::new(), |mut check, (path, id)| {
        let _ = writeln!(check, "  laid_out {path} {id}");
        check
    });
    let check = format!(
        "  # Without its starter files it stops at once.\n  laid_out() {{\n    [ -e \"$1\" ] && return\n    echo \"$1 is not \
         here: run this in your workspace, after\" \\\n      \"\\`msl-learn start $2\\`\" >&2\n    exit 1\n  }}\n{check}\n"
    );
    match solution.split_once("\n(\n") {
        Some((before, after)) if is_comment(before) => format!("{before}\n(\n{check}{after}"),
        _ => format!("(\n{check}{solution})\n"),
    }
}

fn is_comment(text: &str) -> bool {
    text.lines().all(|line| line.is_empty() || line.starts_with('#'))
}

//! Findings on the screen: expected and found side by side, if both fit.

use msl_learn_checks::{ClauseVerdict, Finding};

use crate::pages::findings::{self, ClauseEntry, LABEL};
use crate::ui::screen::from_column;
use crate::ui::{Line, Meaning, Span, blanks, lines, wrap_all};

/// With fewer columns, expected and found are shown one under the other.
const WIDE: usize = 80;
/// With fewer columns, the blanks below a clause's verdict are used for words.
const NARROW: usize = 60;
/// How many of these blanks are used.
const SPENT: usize = LABEL - 2;
/// The columns between the two.
const GAP: usize = 2;

/// The findings of one exercise in `width` columns.
pub fn page(all: &[Finding], width: usize) -> Vec<Line> {
    let all = &findings::with_each_fix_once(all);
    let alike = findings::shared_reason(all);
    let each = findings::entries(all).into_iter().flat_map(|entry| {
        let ClauseEntry::Finding(finding) = entry else { return findings::waiting(entry, width) };
        let mut lines = findings::clause(finding, width);
        if alike.is_none() {
            lines.extend(details(finding, width));
        }
        lines
    });
    each.chain(alike.into_iter().flat_map(|finding| details(finding, width))).collect()
}

fn details(finding: &Finding, width: usize) -> Vec<Line> {
    let finding = &briefly(finding);
    if width < NARROW {
        let wider = findings::details(finding, width + SPENT);
        return wider.iter().map(|line| from_column(line, SPENT)).collect();
    }
    match (&finding.expected, &finding.found) {
        (Some(expected), Some(found))
            if !finding.absent && width >= WIDE && finding.verdict != ClauseVerdict::Holds =>
        {
            let rest = Finding { expected: None, found: None, ..finding.clone() };
            let mut lines = side_by_side(expected, found, width);
            lines.extend(findings::details(&rest, width));
            lines
        }
        _ => findings::details(finding, width),
    }
}

/// Commands of several lines would push the other findings off the screen, so there they are named, to be copied.
fn briefly(finding: &Finding) -> Finding {
    let mut brief = finding.clone();
    if let Some(commands) = finding.command.as_deref().filter(|commands| commands.contains('\n')) {
        let changes = commands.lines().filter(|line| line.starts_with("aws "));
        let names: Vec<_> = changes.map(|line| line.split(" -").next().unwrap_or(line)).collect();
        brief.command = Some(format!("Press y to copy {} lines: {}.", commands.lines().count(), names.join(", then ")));
    }
    brief
}

fn side_by_side(expected: &str, found: &str, width: usize) -> Vec<Line> {
    let indent = LABEL + 2;
    let column = (width - indent - GAP) / 2;
    let left = column_of("expected", expected, column);
    let right = column_of("found", found, column);
    let rows = left.len().max(right.len());
    let row = |row: usize| {
        let mut line = Line::from(blanks(indent));
        let cell = left.get(row).cloned().unwrap_or_default();
        let rest = column.saturating_sub(cell.width()) + GAP;
        line.append(&cell);
        line.push(blanks(rest));
        right.get(row).into_iter().for_each(|cell| line.append(cell));
        line.trim_end()
    };
    (0..rows).map(row).collect()
}

fn column_of(name: &str, value: &str, width: usize) -> Vec<Line> {
    let mut column = vec![Line::from(Span::new(name, Meaning::Dim))];
    column.extend(wrap_all(&lines(value, crate::ui::Style::default()), width));
    column
}

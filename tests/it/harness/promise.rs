//! What a file in `mistakes/` promises: from where it starts, and the verdict and the findings that it leads to.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::header::Header;
use crate::harness::template;
use crate::harness::verdict::{ClauseVerdict, Verdict};
use crate::harness::workspace::Names;

/// A wrong state, or an unusual but right one.
#[derive(Debug)]
pub struct Mistake {
    pub path: PathBuf,
    pub title: String,
    pub starts: Starts,
    pub verdict: Verdict,
    /// What somebody sees who uses the site or the API in this state; that nobody sees anything, where it is so.
    pub visitor: Option<String>,
    /// What the state teaches, in one sentence.
    pub lesson: Option<String>,
    pub findings: Vec<Promised>,
}

/// The state in which a mistake is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Starts {
    /// The exercises that this one needs are solved, this one is not.
    Before,
    Solved,
}

/// A finding that the check must report, and texts that it must contain.
#[derive(Debug)]
pub struct Promised {
    pub verdict: ClauseVerdict,
    /// The clause's id.
    pub clause: String,
    pub says: Vec<String>,
}

impl Mistake {
    /// Reads a file's header with the names filled in; an error names file and line.
    pub fn read(path: &Path, names: &Names) -> Result<Self, String> {
        let shown = path.display();
        let template = fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))?;
        let text = template::render(&template, names).map_err(|error| format!("{shown}: {error}"))?;
        let (title, header) = Header::read(&text).map_err(|(line, error)| format!("{shown}:{line}: {error}"))?;
        Self::promising(path, title, header).map_err(|error| format!("{shown}: {error}"))
    }

    fn promising(path: &Path, title: &str, header: Header) -> Result<Self, String> {
        let starts = header.starts.ok_or("the header has no `starts`")?;
        let verdict = header.verdict.ok_or("the header has no `verdict`")?;
        let Header { visitor, lesson, findings, .. } = header;
        let mistake = Self { path: path.into(), title: title.into(), starts, verdict, visitor, lesson, findings };
        let done = verdict == Verdict::Done;
        if !done && mistake.findings.is_empty() {
            return Err("a verdict other than done needs a `finding`".into());
        }
        if done != mistake.name().starts_with("unusual_") {
            return Err("states that are done, and only those, are named unusual_*.sh".into());
        }
        Ok(mistake)
    }

    /// The file's name without its ending.
    pub fn name(&self) -> &str {
        self.path.file_stem().and_then(|stem| stem.to_str()).expect("a mistake's name is plain")
    }
}

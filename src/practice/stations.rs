//! Stations: the practice account after each exercise, made by the book's solutions with the names of its examples.
//!
//! They ship with the program. `cargo run -p xtask -- stations` makes them again, and a test says when they are stale.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{BufReader, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{files, times};
use crate::failure::Result;

const SHIPPED: &[u8] = include_bytes!("stations.json.gz");

/// All stations. What several have in common is held once.
#[derive(Debug, Deserialize, Serialize)]
pub struct Stations {
    /// A hash of the solutions, of what they need, and of the emulator: another one means that they are stale.
    pub made_of: String,
    /// The domain and the region that they are for; all other names follow from them.
    pub domain: String,
    pub region: String,
    /// When the first exercise was begun, and the last one done.
    pub began: Timestamp,
    pub ended: Timestamp,
    pub contents: Vec<FileContent>,
    pub stations: Vec<Station>,
}

/// What a learner has when an exercise and all before it are done: files by their paths, as numbers of contents.
#[derive(Debug, Deserialize, Serialize)]
pub struct Station {
    /// The slug of the exercise.
    pub exercise: String,
    /// Paths in the folder of the practice account.
    pub account: BTreeMap<String, usize>,
    /// Paths in the workspace of what the solutions have made there, without starter files that are as they were.
    pub workspace: BTreeMap<String, usize>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum FileContent {
    Text(String),
    Bytes(Vec<u8>),
}

/// Files by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

impl Stations {
    /// Those that ship with the program.
    ///
    /// # Panics
    /// If the program was built from a damaged file.
    pub fn shipped() -> Self {
        let json = BufReader::new(GzDecoder::new(SHIPPED));
        serde_json::from_reader(json).expect("the stations are whole: a test reads them")
    }

    /// Those of a file; `None` if there is none, or if it is damaged, since they can be made again.
    pub fn read(path: &Path) -> Option<Self> {
        serde_json::from_reader(BufReader::new(GzDecoder::new(File::open(path).ok()?))).ok()
    }

    /// Writes them into a file, as small as that level makes it.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(&self, path: &Path, level: Compression) -> Result<()> {
        let mut packed = GzEncoder::new(Vec::new(), level);
        let written = serde_json::to_vec(self).map_err(Into::into).and_then(|json| packed.write_all(&json));
        let packed = written.and_then(|()| packed.finish()).map_err(|error| files::failed("write", path, &error))?;
        files::write(path, packed)
    }

    pub fn after(&self, exercise: &str) -> Option<&Station> {
        self.stations.iter().find(|station| station.exercise == exercise)
    }

    /// The files of the account at a station, as if they had been made by `now`: otherwise its certificates would expire.
    pub fn account(&self, station: &Station, now: Timestamp) -> Files {
        let later = |text: &str| times::later(text, self.began, now.duration_since(self.ended));
        let content = |(path, number): (&String, &usize)| {
            let bytes = match &self.contents[*number] {
                FileContent::Text(text) if is_of_emulator(path) => later(text).into_bytes(),
                content => content.bytes().to_vec(),
            };
            (path.clone(), bytes)
        };
        station.account.iter().map(content).collect()
    }

    /// The files that the solutions have made in the workspace.
    pub fn workspace(&self, station: &Station) -> Files {
        let content = |(path, number): (&String, &usize)| (path.clone(), self.contents[*number].bytes().to_vec());
        station.workspace.iter().map(content).collect()
    }

    /// Whether the solutions have made this of that file of the workspace, at any station.
    pub fn has_made(&self, path: &str, content: &[u8]) -> bool {
        let mut made = self.stations.iter().filter_map(|station| station.workspace.get(path));
        made.any(|number| self.contents[*number].bytes() == content)
    }
}

/// Stations while they are made, one after another.
pub struct StationsInProgress {
    stations: Stations,
    numbers: HashMap<FileContent, usize>,
}

impl StationsInProgress {
    /// Goes on after those that are there.
    pub fn after(stations: Stations) -> Self {
        let numbers = stations.contents.iter().cloned().zip(0..).collect();
        Self { stations, numbers }
    }

    /// Adds the station at which the exercise is done; it is as old as `now`.
    pub fn add(&mut self, exercise: &str, account: Files, workspace: Files, now: Timestamp) {
        let account = self.numbered(account);
        let workspace = self.numbered(workspace);
        self.stations.stations.push(Station { exercise: exercise.to_owned(), account, workspace });
        self.stations.ended = now;
    }

    pub fn stations(&self) -> &Stations {
        &self.stations
    }

    fn numbered(&mut self, files: Files) -> BTreeMap<String, usize> {
        files.into_iter().map(|(path, content)| (path, self.number(content))).collect()
    }

    fn number(&mut self, content: Vec<u8>) -> usize {
        let content =
            String::from_utf8(content).map_or_else(|error| FileContent::Bytes(error.into_bytes()), FileContent::Text);
        let contents = &mut self.stations.contents;
        *self.numbers.entry(content).or_insert_with_key(|content| {
            contents.push(content.clone());
            contents.len() - 1
        })
    }
}

/// Whether the emulator wrote the file for itself: its state, and what it notes of each object, such as when it was uploaded.
/// An invalidation that is younger than that upload would count for it.
fn is_of_emulator(path: &str) -> bool {
    path.starts_with("state/") || (path.starts_with("s3/") && path.ends_with(".meta.json"))
}

impl FileContent {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The emulator's own notes are moved in time; what a learner has put into the account is theirs.
    #[test]
    fn an_account_is_as_old_as_its_restoring() {
        let time = "2026-11-29T05:00:00Z";
        let contents = vec![FileContent::Text(time.into()), FileContent::Bytes(vec![0xff])];
        let paths = [("state/acm.json", 0), ("s3/data.json", 0), ("s3/data.json.meta.json", 0), ("state/code.zip", 1)];
        let account = paths.map(|(path, number)| (path.to_owned(), number)).into();
        let station = Station { exercise: "ch04/acm".into(), account, workspace: [("page.html".into(), 0)].into() };
        let stations = Stations {
            made_of: String::new(),
            domain: "example.com".into(),
            region: "us-east-1".into(),
            began: time.parse().unwrap(),
            ended: "2026-11-29T05:30:00Z".parse().unwrap(),
            contents,
            stations: vec![station],
        };
        let station = stations.after("ch04/acm").unwrap();
        let account = stations.account(station, "2030-01-01T00:30:00Z".parse().unwrap());
        assert_eq!(account["state/acm.json"], b"2030-01-01T00:00:00Z");
        assert_eq!(account["s3/data.json"], time.as_bytes());
        assert_eq!(account["s3/data.json.meta.json"], b"2030-01-01T00:00:00Z");
        assert_eq!(account["state/code.zip"], [0xff]);
        assert_eq!(stations.workspace(station)["page.html"], time.as_bytes());
        assert!(stations.has_made("page.html", time.as_bytes()) && !stations.has_made("page.html", b"mine"));
        assert!(stations.after("ch04/other").is_none());
    }
}

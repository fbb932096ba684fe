//! The worker's zip: a build of this program for Linux under the name that Lambda starts, if Lambda can start it.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use ring::digest::{SHA256, digest};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::failure::{Failure, Result};

/// What Lambda starts in a function of its own runtime (AWS Lambda Developer Guide, "Building a custom runtime").
const BOOTSTRAP: &str = "bootstrap";
/// The C library of Amazon Linux 2023, on which `provided.al2023` stands (Amazon Linux 2023 release notes): 2.34.
const NEWEST_GLIBC: (u32, u32) = (2, 34);
/// Where the kind of machine stands in a program for Linux, after its mark (System V ABI, "ELF Header").
const MACHINE: std::ops::Range<usize> = 18..20;
/// The most bytes of a function's unpacked code (AWS Lambda Developer Guide, "Lambda quotas"): 250 MB.
const LARGEST: usize = 250 << 20;
/// How many characters of the digest are in the name of the zip in the bucket.
const DIGEST: usize = 12;

/// What Lambda's processors are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Architecture {
    X86,
    Arm,
}

impl Architecture {
    /// As CloudFormation calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::X86 => "x86_64",
            Self::Arm => "arm64",
        }
    }
}

/// A build that Lambda can start.
#[derive(Debug)]
pub struct WorkerProgram {
    bytes: Vec<u8>,
    pub architecture: Architecture,
}

impl WorkerProgram {
    /// The build in a file; without one, the program that runs.
    ///
    /// # Errors
    /// If it cannot be read, or Lambda cannot start it.
    pub fn read(named: Option<&Path>) -> Result<Self> {
        let unread = |place: &str, error: std::io::Error| Failure::usage(format!("{place} cannot be read: {error}"));
        let file = match named {
            Some(file) => file.to_owned(),
            None => std::env::current_exe().map_err(|error| unread("this program", error))?,
        };
        let bytes = fs::read(&file).map_err(|error| unread(&file.display().to_string(), error))?;
        Self::of(bytes, &file)
    }

    fn of(bytes: Vec<u8>, file: &Path) -> Result<Self> {
        let refused = |why: String| Failure::usage(format!("Lambda cannot start {}: {why}", file.display())).hint(HINT);
        let architecture = architecture(&bytes)
            .ok_or_else(|| refused("it is no program for 64-bit Linux on x86_64 or arm64".into()))?;
        if bytes.len() > LARGEST {
            return Err(refused(format!("it has {} bytes, and Lambda takes {LARGEST}", bytes.len())));
        }
        match newest_glibc(&bytes) {
            Some(needed) if needed > NEWEST_GLIBC => Err(refused(format!(
                "it needs GLIBC {}.{}, and provided.al2023 has {}.{}",
                needed.0, needed.1, NEWEST_GLIBC.0, NEWEST_GLIBC.1
            ))),
            _ => Ok(Self { bytes, architecture }),
        }
    }

    /// What the zip is called in the bucket: another build has another name, so that the stack takes it.
    pub fn key(&self) -> String {
        let hex: String = digest(&SHA256, &self.bytes).as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        format!("worker-{}.zip", &hex[..DIGEST])
    }

    /// The zip, with the program alone in it.
    ///
    /// # Errors
    /// If it cannot be packed.
    pub fn zip(&self) -> Result<Vec<u8>> {
        let failed = |error: &dyn std::fmt::Display| Failure::environment(format!("the zip cannot be made: {error}"));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().unix_permissions(0o755);
        zip.start_file(BOOTSTRAP, options).map_err(|error| failed(&error))?;
        zip.write_all(&self.bytes).map_err(|error| failed(&error))?;
        zip.finish().map(Cursor::into_inner).map_err(|error| failed(&error))
    }
}

const HINT: &str = "Run this on Linux with the program as pip installs it, or name such a build with --program FILE.";

fn architecture(bytes: &[u8]) -> Option<Architecture> {
    // 64 bits, least significant byte first.
    bytes.strip_prefix(b"\x7fELF\x02\x01")?;
    match bytes.get(MACHINE)? {
        [62, 0] => Some(Architecture::X86),
        [183, 0] => Some(Architecture::Arm),
        _ => None,
    }
}

/// The newest version of the C library that the program asks for; none if it brings its own. Such names are texts between zero
/// bytes.
fn newest_glibc(bytes: &[u8]) -> Option<(u32, u32)> {
    let version = |text: &[u8]| {
        let (major, rest) = str::from_utf8(text.strip_prefix(b"GLIBC_")?).ok()?.split_once('.')?;
        Some((major.parse().ok()?, rest.split('.').next()?.parse().ok()?))
    };
    bytes.split(|byte| *byte == 0).filter(|text| text.len() < 16).filter_map(version).max()
}

/// Where the zip is written.
pub fn zip_file(folder: &Path) -> PathBuf {
    folder.join("worker.zip")
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use zip::ZipArchive;

    use super::*;

    /// A program for Linux, as far as anybody looks.
    fn program(machine: u8, needs: &str) -> Vec<u8> {
        let mut bytes = b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0".to_vec();
        bytes.extend([machine, 0]);
        bytes.extend(format!("\0GLIBC_2.2.5\0{needs}\0libc.so.6\0").into_bytes());
        bytes
    }

    fn read(bytes: Vec<u8>) -> Result<WorkerProgram> {
        WorkerProgram::of(bytes, Path::new("msl-learn"))
    }

    #[test]
    fn what_lambda_cannot_start_is_refused_and_named() {
        let why = |bytes: Vec<u8>| read(bytes).expect_err("refused").message;
        assert!(why(b"\xcf\xfa\xed\xfe of a Mac".to_vec()).contains("no program for 64-bit Linux"));
        assert!(why(program(8, "")).contains("no program for 64-bit Linux"));
        assert!(why(program(62, "GLIBC_2.38")).ends_with("it needs GLIBC 2.38, and provided.al2023 has 2.34"));
        let large = [program(62, ""), vec![0; LARGEST]].concat();
        assert!(why(large).contains("and Lambda takes 262144000"));
        for needs in ["GLIBC_2.34", "GLIBC_PRIVATE", ""] {
            assert_eq!(read(program(62, needs)).expect("a worker").architecture, Architecture::X86);
        }
        assert_eq!(read(program(183, "")).expect("a worker").architecture.name(), "arm64");
    }

    #[test]
    fn the_zip_holds_one_program_that_can_be_started() {
        let worker = read(program(62, "")).expect("a worker");
        let mut zip = ZipArchive::new(Cursor::new(worker.zip().expect("a zip"))).expect("a zip");
        assert_eq!(zip.len(), 1);
        let mut entry = zip.by_index(0).expect("an entry");
        assert_eq!((entry.name().expect("a name").as_ref(), entry.unix_mode()), ("bootstrap", Some(0o100_755)));
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("its content");
        assert_eq!(bytes, program(62, ""));
        assert_ne!(worker.key(), read(program(183, "")).expect("a worker").key());
    }
}

//! Without Unix, the practice account cannot run.

use std::io;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Result};

pub fn supported() -> Result<()> {
    Err(Failure::environment("the practice account needs Linux or macOS")
        .hint("On Windows, install msl-learn in WSL (the Windows Subsystem for Linux) and run it there."))
}

pub fn launch(_command: &mut Command, _listener: TcpListener) -> io::Result<u32> {
    Err(io::ErrorKind::Unsupported.into())
}

pub fn in_background(_command: &mut Command) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

pub fn is_there(_pid: u32, _mark: &str) -> bool {
    false
}

pub fn end(_pid: u32, _mark: &str) -> bool {
    true
}

pub fn end_leftovers(_pid: u32, _folder: &Path) {}

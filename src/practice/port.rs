//! The port: the one asked for, else the one used last, else the first free one from 4566 on, else any.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::ops::RangeInclusive;
use std::process::Command;
use std::time::Duration;

use crate::failure::{Failure, Result};

/// The variable that fixes the port.
const VARIABLE: &str = "MSL_LEARN_PRACTICE_PORT";
/// The customary port of AWS emulators.
const CUSTOMARY: u16 = 4566;
/// Those that come next: the system gives them to no other program by itself, so that they are free again at the next start.
const FURTHER: RangeInclusive<u16> = 4567..=4599;
/// Asks the system for any free port.
const ANY: u16 = 0;

/// The port that the learner asks for, if any.
pub fn asked() -> Result<Option<u16>> {
    let Some(value) = std::env::var_os(VARIABLE) else {
        return Ok(None);
    };
    let value = value.to_string_lossy();
    match value.parse() {
        Ok(port) if port != ANY => Ok(Some(port)),
        _ => Err(Failure::usage(format!("{VARIABLE} is {value:?}; expected a port"))
            .hint("Set it to a number from 1024 to 65535, or unset it.")),
    }
}

/// Has the command use a free port, so that the account that it starts leaves the customary one alone.
pub fn on_a_free_one(command: &mut Command) {
    command.env_remove(VARIABLE);
    let free = open(ANY).and_then(|listener| listener.local_addr());
    let _ = free.map(|address| command.env(VARIABLE, address.port().to_string()));
}

/// Takes a port. The emulator gets this very socket, so that no other program can take the port in between.
pub fn listen(asked: Option<u16>, last: Option<u16>) -> Result<TcpListener> {
    if let Some(port) = asked {
        return open(port).map_err(|error| refused(port, &error));
    }
    let wished = last.into_iter().chain([CUSTOMARY]).chain(FURTHER);
    let listener = wished.map(open).find_map(io::Result::ok);
    listener.map_or_else(|| open(ANY).map_err(|error| refused(ANY, &error)), Ok)
}

fn open(port: u16) -> io::Result<TcpListener> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    // macOS allows binding 127.0.0.1 although another program listens on every address, and would take its callers.
    if port != ANY && TcpStream::connect_timeout(&address, Duration::from_millis(300)).is_ok() {
        return Err(ErrorKind::AddrInUse.into());
    }
    TcpListener::bind(address)
}

fn refused(port: u16, error: &io::Error) -> Failure {
    if error.kind() == ErrorKind::AddrInUse {
        return Failure::environment(format!("port {port}, which {VARIABLE} asks for, is taken by another program"))
            .hint(format!("Set {VARIABLE} to another port, or unset it, and a free one is used."));
    }
    Failure::environment(format!("cannot listen on 127.0.0.1, port {port}: {error}"))
        .hint(format!("Set {VARIABLE} to a port from 1024 to 65535."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn port_of(listener: &TcpListener) -> u16 {
        listener.local_addr().unwrap().port()
    }

    #[test]
    fn the_port_used_last_is_taken_again() {
        let last = port_of(&open(ANY).unwrap());
        assert_eq!(port_of(&listen(None, Some(last)).unwrap()), last);
    }

    #[test]
    fn a_taken_last_port_gives_way_to_another() {
        let taken = open(ANY).unwrap();
        let listener = listen(None, Some(port_of(&taken))).unwrap();
        assert_ne!(port_of(&listener), port_of(&taken));
        assert!(listener.local_addr().unwrap().ip().is_loopback());
        // The next one is none that the system gives to others.
        let next = listen(None, None).unwrap();
        assert!((CUSTOMARY..=*FURTHER.end()).contains(&port_of(&next)), "{next:?}");
    }

    #[test]
    fn a_taken_port_that_was_asked_for_is_an_error() {
        let taken = open(ANY).unwrap();
        let port = port_of(&taken);
        let failure = listen(Some(port), None).unwrap_err();
        assert!(failure.message.contains(&format!("port {port}")), "{failure}");
        assert!(failure.hint.unwrap().contains(VARIABLE));
    }
}

//! The processes of this machine, each with its parent and its group.

/// One process.
#[derive(Debug, PartialEq, Eq)]
pub struct Process {
    pub pid: i32,
    pub parent: i32,
    pub group: i32,
}

/// All visible processes; none if the system has no list.
#[cfg(target_os = "linux")]
pub fn all() -> Vec<Process> {
    let Ok(entries) = std::fs::read_dir("/proc") else { return Vec::new() };
    let stats = entries.flatten().filter_map(|entry| std::fs::read_to_string(entry.path().join("stat")).ok());
    stats.filter_map(|stat| parse(&stat)).collect()
}

/// Parses a line of /proc: number, name in parentheses, state, parent, group. A name may hold anything.
#[cfg(target_os = "linux")]
fn parse(stat: &str) -> Option<Process> {
    let (pid, _) = stat.split_once(' ')?;
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(1).map(str::parse);
    Some(Process { pid: pid.parse().ok()?, parent: fields.next()?.ok()?, group: fields.next()?.ok()? })
}

#[cfg(not(target_os = "linux"))]
pub fn all() -> Vec<Process> {
    let Ok(listing) = std::process::Command::new("ps").args(["-A", "-o", "pid=,ppid=,pgid="]).output() else {
        return Vec::new();
    };
    String::from_utf8_lossy(&listing.stdout).lines().filter_map(parse).collect()
}

/// Parses a line of `ps`.
#[cfg(not(target_os = "linux"))]
fn parse(line: &str) -> Option<Process> {
    let mut fields = line.split_whitespace().map(str::parse);
    Some(Process { pid: fields.next()?.ok()?, parent: fields.next()?.ok()?, group: fields.next()?.ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_is_listed() {
        let own = std::process::id().cast_signed();
        assert!(all().iter().any(|process| process.pid == own && process.parent > 0 && process.group > 0));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_may_look_like_what_follows_it() {
        let expected = Process { pid: 7, parent: 3, group: 5 };
        assert_eq!(parse("7 (a) R 1 1) S 3 5 5 0 -1"), Some(expected));
        assert_eq!(parse("7 (a) S"), None);
    }
}

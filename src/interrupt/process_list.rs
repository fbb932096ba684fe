//! The processes of this machine, each with its parent and its group.

/// One process.
#[derive(Debug, PartialEq, Eq)]
pub struct Listed {
    pub pid: i32,
    pub parent: i32,
    pub group: i32,
}

/// All processes that can be seen; none where there is no list.
#[cfg(target_os = "linux")]
pub fn all() -> Vec<Listed> {
    let Ok(entries) = std::fs::read_dir("/proc") else { return Vec::new() };
    let stats = entries.flatten().filter_map(|entry| std::fs::read_to_string(entry.path().join("stat")).ok());
    stats.filter_map(|stat| listed(&stat)).collect()
}

/// A process as /proc has it: number, name in parentheses, state, parent, group. A name may hold anything.
#[cfg(target_os = "linux")]
fn listed(stat: &str) -> Option<Listed> {
    let (pid, _) = stat.split_once(' ')?;
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(1).map(str::parse);
    Some(Listed { pid: pid.parse().ok()?, parent: fields.next()?.ok()?, group: fields.next()?.ok()? })
}

#[cfg(not(target_os = "linux"))]
pub fn all() -> Vec<Listed> {
    let Ok(listing) = std::process::Command::new("ps").args(["-A", "-o", "pid=,ppid=,pgid="]).output() else {
        return Vec::new();
    };
    String::from_utf8_lossy(&listing.stdout).lines().filter_map(listed).collect()
}

/// A process as `ps` has it.
#[cfg(not(target_os = "linux"))]
fn listed(line: &str) -> Option<Listed> {
    let mut fields = line.split_whitespace().map(str::parse);
    Some(Listed { pid: fields.next()?.ok()?, parent: fields.next()?.ok()?, group: fields.next()?.ok()? })
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
        let expected = Listed { pid: 7, parent: 3, group: 5 };
        assert_eq!(listed("7 (a) R 1 1) S 3 5 5 0 -1"), Some(expected));
        assert_eq!(listed("7 (a) S"), None);
    }
}

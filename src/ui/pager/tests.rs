//! Which pager is taken; what it shows is tried with the real program on a terminal.

use super::*;

fn chosen(named: &[(&str, &str)]) -> Result<Option<Pager>, NoPager> {
    Pager::choose(|variable| {
        let found = named.iter().find(|(name, _)| *name == variable);
        found.map(|(_, value)| (*value).to_owned())
    })
}

fn pager(program: &str, arguments: &[&str], variable: Option<&'static str>) -> Pager {
    let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
    Pager { program: program.to_owned(), arguments, variable }
}

#[test]
fn without_a_variable_it_is_less() {
    assert_eq!(chosen(&[]), Ok(Some(pager("less", &[], None))));
}

#[test]
fn our_own_variable_goes_before_that_of_all_programs() {
    let more = pager("more", &["-d", "a b"], Some("MSL_LEARN_PAGER"));
    assert_eq!(chosen(&[("PAGER", "most"), ("MSL_LEARN_PAGER", "more -d 'a b'")]), Ok(Some(more)));
    assert_eq!(chosen(&[("PAGER", "most")]), Ok(Some(pager("most", &[], Some("PAGER")))));
}

#[test]
fn cat_and_nothing_are_no_pagers() {
    for value in ["cat", "", "  "] {
        assert_eq!(chosen(&[("PAGER", value)]), Ok(None), "{value:?}");
        assert_eq!(chosen(&[("MSL_LEARN_PAGER", value), ("PAGER", "most")]), Ok(None), "{value:?}");
    }
}

#[test]
fn what_is_no_command_is_said_so() {
    let wrong = chosen(&[("PAGER", "less 'a")]);
    assert!(matches!(wrong, Err(NoPager::Wrong("PAGER", _))), "{wrong:?}");
}

/// A program named `less` that says it is `version`.
#[cfg(unix)]
fn less(folder: &Path, version: &str) -> Pager {
    use std::os::unix::fs::PermissionsExt as _;

    let file = folder.join("less");
    std::fs::write(&file, format!("#!/bin/sh\necho '{version}'\n")).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    pager(&file.display().to_string(), &[], None)
}

#[cfg(unix)]
#[test]
fn links_go_through_a_less_that_lets_them_through() {
    let folder = tempfile::tempdir().unwrap();
    for (version, links) in [
        ("less 590 (GNU regular expressions)", Links::Live),
        ("less 668.1 (PCRE2)", Links::Live),
        ("less 551 (GNU regular expressions)", Links::Written),
        ("BusyBox", Links::Written),
        ("", Links::Written),
    ] {
        let less = less(folder.path(), version);
        assert_eq!(less.links(Links::Live), links, "{version}");
        assert_eq!(less.links(Links::Written), Links::Written, "{version}");
    }
    assert_eq!(pager("more", &[], None).links(Links::Live), Links::Written);
}

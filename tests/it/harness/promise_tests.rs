//! A promise that is misread would be kept by anything.

use std::fs;

use crate::harness::promise::{Mistake, Starts};
use crate::harness::verdict::{ClauseVerdict, Verdict};
use crate::harness::workspace::Names;

fn read(name: &str, text: &str) -> Result<Mistake, String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    fs::write(&path, text).expect("a writable temporary folder");
    let read = Mistake::read(&path, &Names::of("000000000000"));
    read.map_err(|error| error.replace(folder.path().to_str().expect("a plain name"), ""))
}

const GOOD: &str = "\
# The bucket is called {{ api_domain }}.
# starts: solved
# verdict: not done
# visitor: The page of {{ domain }} does not load.
# lesson: A bucket is found by its name.
# finding: fails | bucket
# says: {{ api_domain }}
# says: rename
# finding: skipped | region
# Names cannot be changed: a new bucket is made.
aws s3 mb s3://{{ api_domain }}
";

#[test]
fn a_header_is_read() {
    let mistake = read("m.sh", GOOD).expect("a good header");
    assert_eq!((mistake.name(), &*mistake.title), ("m", "The bucket is called api.example.com."));
    assert_eq!((mistake.starts, mistake.verdict), (Starts::Solved, Verdict::NotDone));
    assert_eq!(mistake.visitor.as_deref(), Some("The page of example.com does not load."));
    assert_eq!(mistake.lesson.as_deref(), Some("A bucket is found by its name."));
    let [first, second] = &mistake.findings[..] else { panic!("{mistake:#?}") };
    assert_eq!((first.verdict, &*first.clause), (ClauseVerdict::Fails, "bucket"));
    assert_eq!((first.says.join(" "), second.says.len()), ("api.example.com rename".into(), 0));
    assert_eq!((second.verdict, &*second.clause), (ClauseVerdict::Skipped, "region"));
}

#[test]
fn a_slip_is_named_with_file_and_line() {
    let cases = [
        ("# starts: solved", "# start: solved", "/m.sh:2: unknown key `start`"),
        ("# starts: solved", "# starts: afterwards", "/m.sh:2: unknown start `afterwards`"),
        ("# starts: solved\n", "", "/m.sh: the header has no `starts`"),
        ("not done", "undone", "/m.sh:3: unknown verdict `undone`"),
        ("fails |", "fail |", "/m.sh:6: unknown verdict `fail`"),
        ("fails |", "fails", "/m.sh:6: unknown finding"),
        ("# says: rename", "# verdict: done", "/m.sh:8: `verdict` stands here a second time"),
        ("# says: rename", "# Why:\n# Says: rename", "/m.sh:8: unknown key `Why`"),
        ("# says: rename", "# Or else\n# Says: rename", "/m.sh:9: `Says` stands below the header"),
        ("# The bucket", "# starts: before\n# The bucket", "/m.sh:1: the first line must"),
        ("not done", "done", "/m.sh: states that are done"),
        ("does not load.", "does not load", "/m.sh:4: `visitor` is to be one sentence"),
        ("# lesson: A bucket is found by its name.", "# lesson:", "/m.sh:5: `lesson` is to be one sentence"),
        ("rename", "{{ regoin }}", "/m.sh: line 8: undefined value"),
    ];
    for (good, bad, error) in cases {
        let found = read("m.sh", &GOOD.replacen(good, bad, 1)).expect_err(bad);
        assert!(found.starts_with(error), "{bad}: {found}");
    }
    assert!(read("unusual_m.sh", GOOD).is_err());
}

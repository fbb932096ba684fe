//! What scripts do with the browser's stores, however they name them.

use super::shown;
use crate::documents::code::{Act, Code};

fn used(source: &str) -> String {
    let code = Code::of_page([("/a.html", source)]);
    let uses = code.in_browser().storage();
    let show = |act: &Act| match act {
        Act::Gets => "gets".to_owned(),
        Act::Names => "names".into(),
        Act::Sets(value) => format!("sets {}", shown(value)),
        Act::Removes => "removes".into(),
        Act::Clears => "clears".into(),
    };
    let uses: Vec<_> =
        uses.iter().map(|one| format!("{} {} {}", one.store, show(&one.act), shown(&one.name))).collect();
    uses.join("; ")
}

#[test]
fn the_ways_to_keep_and_to_find() {
    for (source, expected) in [
        ("localStorage.setItem('a', 'b')", "localStorage sets 'b' 'a'"),
        ("window.localStorage.getItem(`a`)", "localStorage gets 'a'"),
        ("const s = sessionStorage; s.removeItem('a')", "sessionStorage removes 'a'"),
        ("localStorage.a = 1", "localStorage sets 1 'a'"),
        ("localStorage['a'] = 1", "localStorage sets 1 'a'"),
        ("localStorage[key()] = 1", "localStorage sets 1 ()"),
        ("show(localStorage.a, localStorage[key])", "localStorage names 'a'; localStorage names ?"),
        ("delete localStorage.a", "localStorage names 'a'"),
        ("localStorage.clear()", "localStorage clears ?"),
        ("localStorage.length + other.getItem('a')", ""),
        ("function never() { localStorage.setItem('a', 1) }", ""),
        ("const never = () => { localStorage.a = 1 }", ""),
    ] {
        assert_eq!(used(source), expected, "{source}");
    }
}

//! Archives of layers: what functions find in them, and the ways in which they find nothing.

use crate::documents::layer_archive::LayerArchive;
use crate::testing::code::package;

fn read(paths: &[&str]) -> LayerArchive {
    let files: Vec<_> = paths.iter().map(|path| (*path, "")).collect();
    LayerArchive::read(package(&files)).unwrap()
}

#[test]
fn the_modules_that_functions_find() {
    for (paths, modules) in [
        (&["nodejs/node_modules/left-pad/index.js", "nodejs/package.json"][..], &["left-pad"][..]),
        (&["nodejs/node22/node_modules/a/index.js"], &["a"]),
        (&["nodejs/node_modules/@aws-lambda-powertools/logger/lib/a.js"], &["@aws-lambda-powertools/logger"]),
        (&["nodejs/node_modules/.package-lock.json", "nodejs/node_modules/a/a.js"], &["a"]),
        (&["python/requests/api.py", "python/requests-2.32.0.dist-info/METADATA", "python/bin/x"], &["requests"]),
        (&["python/greeting.py"], &["greeting"]),
        (&["nodejs/text.mjs", "nodejs/package.json"], &["/opt/nodejs/text.mjs"]),
        (&["python/lib/python3.14/site-packages/yaml/__init__.py"], &["yaml"]),
        (&["python/_cffi.cpython-314-aarch64-linux-gnu.so"], &["_cffi"]),
        (&["./nodejs/", "./nodejs/node_modules/a/index.mjs"], &["a"]),
        (&["nodejs/node_modules/words/de.json", "nodejs/node_modules/@types/node/index.d.ts"], &["words"]),
        (&["bin/tool", "python/a/b.py", "nodejs/node_modules/c/d.js"], &["c", "a"]),
    ] {
        let archive = read(paths);
        let found: Vec<_> = archive.modules().into_iter().map(|module| module.name).collect();
        assert_eq!((found, archive.misplaced()), (modules.iter().map(|name| (*name).to_owned()).collect(), None));
    }
    let many: Vec<String> = (0..5).map(|number| format!("nodejs/node_modules/m{number}/a.js")).collect();
    let many = read(&many.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(many.summary(), "m0, m1, m2 and 2 more for Node.js");
}

#[test]
fn files_where_nobody_looks_are_named() {
    for (paths, found, advice) in [
        (&[][..], "without a file", "Install"),
        (&["layer/nodejs/node_modules/a/a.js"], "layer/nodejs/ in the folder layer/", "Go into layer/"),
        (&["a/b/python/c.py"], "a/b/python/", "zip the folder python"),
        (&["node_modules/a/a.js", "node_modules/a/python/x.py"], "node_modules/ at the root", "a folder named nodejs"),
        (&["NodeJS/node_modules/a/a.js"], "the folder NodeJS", "Capital letters"),
        (&["python3/a.py"], "the folder python3", "nodejs or python"),
        (&["nodejs/a/index.mjs"], "nodejs/a/index.mjs in nodejs/", "nodejs/node_modules"),
        (&["nodejs/nodeLTS/node_modules/a/a.js"], "no folder node_modules", "nodejs/node_modules"),
        (&["python/lib/site-packages/a.py"], "python/lib/site-packages/a.py", "site-packages"),
        (&["python/requirements.txt"], "python/requirements.txt", "right there"),
        (&["index.mjs"], "index.mjs at the root", "nodejs/node_modules"),
        (&["nodejs/node_modules/a/README.md"], "nodejs/node_modules/a/README.md, and no file", "compile it"),
        (
            &["nodejs/node_modules/a/index.ts", "nodejs/node_modules/a/package.json"],
            "a/index.ts, and no file",
            "no TypeScript",
        ),
        (&["python/greeting/words.txt"], "python/greeting/words.txt, and no file", "Python loads .py"),
        (&["nodejs\\node_modules\\a\\a.js"], "a backslash", "Windows"),
    ] {
        let (says, does) = read(paths).misplaced().expect("nothing is found in it");
        assert!(says.contains(found) && does.contains(advice), "{paths:?}: {says}: {does}");
    }
}

#[test]
fn what_is_no_archive_is_told() {
    let whole = package(&[("nodejs/node_modules/a/a.js", "")]);
    assert!(LayerArchive::read(b"{}".to_vec()).unwrap_err().contains("no .zip file"));
    assert!(LayerArchive::read(whole[..40].to_vec()).unwrap_err().contains("no whole .zip file"));
}

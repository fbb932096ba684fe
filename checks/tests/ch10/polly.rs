//! 10.8: where a sound file is looked for, and what is in a file that only has the name of one.

use crate::testing::account::s3::{Object, SPOKEN, keys};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch10/polly";
const LIST: &str = "s3:ListObjectsV2";

/// The data bucket has these objects, which are all alike.
fn with(names: &[&str]) -> Account {
    solved().answers_to(LIST, "//example-data.", ok(keys(names)))
}

#[tokio::test]
async fn a_file_that_is_no_sound_is_told_by_how_it_begins() {
    for (body, found) in [
        ("", "audio/welcome.mp3 with 0 bytes"),
        ("//uQxAAAAAAAAAAAAAAAAAAAAA==", "audio/welcome.mp3 with text in it"),
        ("{\"message\": \"no such voice\"}", "audio/welcome.mp3 with text in it"),
        ("\0\0\0\0\0\0\0\0", "audio/welcome.mp3 with something else in it"),
    ] {
        let account = solved().holding(Object { body, ..SPOKEN });
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "sound", found)]).await;
    }
}

#[tokio::test]
async fn formats_that_polly_writes() {
    let ogg = solved().holding(Object { kind: "audio/ogg", body: "OggS\0\u{2}\0\0\0\0\0\0\0\0\0\0\0", ..SPOKEN });
    expect(&ogg, SLUG, Verdict::Done, &[(Holds, "sound", "Ogg")]).await;
    let raw = Object { at: "/audio/welcome.pcm", kind: "audio/pcm", body: "\u{1}\0\u{2}\0\u{3}\0", ..SPOKEN };
    let account = with(&["audio/welcome.pcm"]).holding(raw);
    expect(&account, SLUG, Verdict::Done, &[(Skipped, "sound", "raw sound such as audio/welcome.pcm")]).await;
}

/// `audio/mpeg`, Polly's type for MP3, has more endings than one (RFC 3003, "The audio/mpeg Media Type").
#[tokio::test]
async fn each_ending_of_a_format_is_one_of_sound() {
    for (key, kind, body) in [
        ("audio/welcome.mpga", "audio/mpeg", SPOKEN.body),
        ("audio/welcome.oga", "audio/ogg", "OggS\0\u{2}\0\0\0\0\0\0\0\0\0\0\0"),
    ] {
        let at: &'static str = Box::leak(format!("/{key}").into_boxed_str());
        let account = with(&[key]).holding(Object { at, kind, body, ..SPOKEN });
        expect(&account, SLUG, Verdict::Done, &[(Holds, "audio", key)]).await;
    }
}

/// One sound file is enough, in either bucket, whatever lies beside it.
#[tokio::test]
async fn the_file_that_plays_counts() {
    let broken = Object { at: "/audio/first.mp3", body: "", ..SPOKEN };
    let beside = with(&["audio/first.mp3", "audio/welcome.mp3"]).holding(broken);
    expect(&beside, SLUG, Verdict::Done, &[(Holds, "sound", "audio/welcome.mp3")]).await;
    let published = Object { at: "/example.com/Hello.MP3", ..SPOKEN };
    let in_website = solved()
        .answers(LIST, ok(keys(&["index.html", "Hello.MP3"])))
        .answers_to(LIST, "//example-data.", ok(keys(&["chapters.json"])))
        .holding(published);
    expect(&in_website, SLUG, Verdict::Done, &[(Holds, "audio", "Hello.MP3")]).await;
    let no_data = in_website.refuses("s3:GetBucketLocation", (404, "NoSuchBucket"), "There is no such bucket");
    let no_data = no_data.edited("s3:ListBuckets", "<Name>example-data</Name>", "<Name>films</Name>");
    expect(&no_data, SLUG, Verdict::Done, &[(Holds, "audio", "Hello.MP3")]).await;
}

/// What a file is called does not make it sound, and takes nothing from it.
#[tokio::test]
async fn a_file_without_an_ending_may_be_sound() {
    let unnamed = Object { at: "/spoken/welcome", kind: "binary/octet-stream", ..SPOKEN };
    let account = with(&["chapters.json", "spoken/welcome"]).holding(unnamed);
    expect(&account, SLUG, Verdict::Done, &[(Holds, "audio", "spoken/welcome"), (Holds, "type", "")]).await;
    let other = with(&["spoken/welcome"]).holding(Object { body: "hello", ..unnamed });
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "audio", "no key that ends")]).await;
}

#[tokio::test]
async fn what_there_is_instead_is_said() {
    let expected = [(Fails, "audio", "the speech marks audio/1.marks"), (Fails, "audio", "are no sound")];
    expect(&with(&["audio/1.marks"]), SLUG, Verdict::NotDone, &expected).await;
    expect(&with(&["chapters.json"]), SLUG, Verdict::NotDone, &[(Fails, "audio", "no key that ends")]).await;
}

#[tokio::test]
async fn a_content_type_that_says_nothing_keeps_nobody_from_playing() {
    let typed = |kind| solved().holding(Object { kind, ..SPOKEN });
    for (kind, verdict) in [("text/html", Verdict::NotDone), ("application/json", Verdict::NotDone)] {
        expect(&typed(kind), SLUG, verdict, &[(Fails, "type", kind)]).await;
    }
    for kind in ["binary/octet-stream", "application/octet-stream"] {
        expect(&typed(kind), SLUG, Verdict::Done, &[(Holds, "type", "gets a download")]).await;
    }
    let findings = check(&typed("audio/mpeg; rate=24000"), SLUG).await;
    assert!(finding(&findings, "type").advice.is_none(), "{findings:#?}");
}

#[tokio::test]
async fn an_archived_file_does_not_play() {
    let headers = &[
        ("content-type", "audio/mpeg"),
        ("content-length", "28"),
        ("etag", "\"7\""),
        ("x-amz-storage-class", "GLACIER"),
    ];
    let archived = Answer::Http { status: 200, headers, body: String::new() };
    let account = solved().answers_to("s3:HeadObject", SPOKEN.at, archived).refuses(
        "s3:GetObject",
        (403, "InvalidObjectState"),
        "The operation is not valid for the object's storage class",
    );
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "sound", "in the archive GLACIER")]).await;
}

#[tokio::test]
async fn what_may_not_be_read_is_not_missing() {
    const NO: &str = "no identity-based policy allows it";
    let list = solved().refuses(LIST, (403, "AccessDenied"), NO);
    expect(&list, SLUG, Verdict::CannotTell, &[(CannotTell, "audio", r#""Action":"s3:ListBucket""#)]).await;
    let get = solved().refuses("s3:GetObject", (403, "AccessDenied"), NO);
    expect(&get, SLUG, Verdict::CannotTell, &[(CannotTell, "sound", r#""Action":"s3:GetObject""#)]).await;
    // What is in the other bucket may be the sound file.
    let website = solved().refuses(LIST, (403, "AccessDenied"), NO).answers_to(
        LIST,
        "//example-data.",
        ok(keys(&["chapters.json"])),
    );
    expect(&website, SLUG, Verdict::CannotTell, &[(CannotTell, "audio", "s3:ListBucket")]).await;
}

/// A head that does not fit the body is one of another moment.
#[tokio::test]
async fn a_body_that_is_not_the_objects_tells_nothing() {
    let headers = &[("content-type", "audio/mpeg"), ("content-length", "28"), ("etag", "\"7\"")];
    let head = Answer::Http { status: 200, headers, body: String::new() };
    let account = solved().holding(Object { etag: "\"8\"", ..SPOKEN }).answers_to("s3:HeadObject", SPOKEN.at, head);
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "sound", "changed while it was read")]).await;
}

/// A bucket of its own for sound is as good as one of the course.
#[tokio::test]
async fn any_bucket_of_the_account_may_hold_the_file() {
    let elsewhere = |names: &[&str]| with(&["chapters.json"]).answers_to(LIST, "//photos.", ok(keys(names)));
    let kept = elsewhere(&["hello.mp3"]).holding(Object { at: "//photos.", ..SPOKEN });
    expect(&kept, SLUG, Verdict::Done, &[(Holds, "audio", "hello.mp3")]).await;
    let other = elsewhere(&["holiday.jpg", "notes"]);
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "audio", "no key that ends")]).await;
}

/// A file of the wrong type takes nothing from the right one beside it.
#[tokio::test]
async fn the_file_that_says_what_it_is_counts() {
    let unsaid = Object { at: "/audio/first.mp3", kind: "text/plain", ..SPOKEN };
    let beside = with(&["audio/first.mp3", "audio/welcome.mp3"]).holding(unsaid);
    expect(&beside, SLUG, Verdict::Done, &[(Holds, "audio", "audio/welcome.mp3"), (Holds, "type", "")]).await;
}

//! Judgements of sound files: whether one can be played, as far as its first bytes and its content type tell.

use crate::aws::fault::Read;
use crate::judgement::{Found, Judgement, NearMiss};
use crate::services::s3::Object;
use crate::services::s3::sound::{Sound, Sounds};

/// What says nothing of a file's format: players then tell it by its bytes (MIME Sniffing Standard).
const UNSAID: [&str; 3] = ["", "binary/octet-stream", "application/octet-stream"];
/// Formats without a header, which no player tells.
const RAW: [&str; 3] = [".pcm", ".mulaw", ".alaw"];

/// Of the sound files of several buckets, the first that can be played and says so, the first that can be played, or the first of
/// all; without one, what there is instead.
pub fn best(buckets: impl IntoIterator<Item = Read<Found<Sounds>>>) -> Read<Found<Sound>> {
    let (mut files, mut near, mut unread) = (Vec::new(), None, None);
    for bucket in buckets {
        match bucket {
            Ok(Found::Here(found)) => {
                near = near.or(found.marks.map(|key| marks_alone(&key)));
                files.extend(found.files);
                let is_sound = |file: &Sound| plays(file).is_ok_and(|judged| judged.does_hold());
                files.extend(found.unnamed.into_iter().filter(is_sound));
            }
            Ok(Found::Missing(instead)) => near = near.or(instead),
            Err(fault) => unread = unread.or(Some(fault)),
        }
    }
    let playable = |file: &&Sound| plays(file).is_ok_and(|judged| !judged.does_fail());
    let is_right = |file: &Sound| playable(&file) && !has_type(&file.object).does_fail();
    let playable = files.iter().position(is_right).or_else(|| files.iter().position(|file| playable(&file)));
    match (playable, unread) {
        (Some(at), _) => Ok(Found::Here(files.swap_remove(at))),
        (None, Some(fault)) => Err(fault),
        (None, None) => Ok(match files.into_iter().next() {
            Some(file) => Found::Here(file),
            None => Found::Missing(near.or_else(none_named)),
        }),
    }
}

fn none_named() -> Option<NearMiss> {
    Some(NearMiss {
        found: "no key that ends as those of sound files do, such as in .mp3".into(),
        advice: "Upload the file under a key that ends in its format, such as audio/welcome.mp3: the first sixteen bytes of such \
                 files are read, and of no others."
            .into(),
    })
}

fn marks_alone(key: &str) -> NearMiss {
    NearMiss {
        found: format!("the speech marks {key}"),
        advice: "Speech marks say when which word is spoken, and are no sound. Let Polly write MP3 instead.".into(),
    }
}

/// It holds sound, as far as its first bytes tell.
pub fn plays(sound: &Sound) -> Read<Judgement> {
    let Object { key, size, kept, .. } = &sound.object;
    let fails = |found: &str, advice: &str| {
        Ok(Judgement::fails(format!("{key} with sound in it"), format!("{key} {found}")).advising(advice))
    };
    if *size == 0 {
        return fails(
            "with 0 bytes",
            "The command that made the file wrote nothing. Read its error, and upload again.",
        );
    }
    if let Some(class) = &kept.archived {
        let advice = "Upload the file again, with the storage class Standard.";
        return fails(&format!("in the archive {class}, which must be restored first"), advice);
    }
    let bytes = sound.beginning.as_ref().map_err(Clone::clone)?;
    match format_of(bytes) {
        Some(format) => Ok(Judgement::holds(format!("{key}, which begins as {format} does"))),
        None if RAW.iter().any(|ending| key.to_lowercase().ends_with(ending)) => Ok(Judgement::skips(format!(
            "not told from the file: raw sound such as {key} has no header. Browsers play none; let Polly write MP3 for them"
        ))),
        None if is_text(bytes) => fails(
            "with text in it",
            "It is an error, a page, or sound that is still written as Base64. Upload what Polly made, as it is.",
        ),
        None => fails("with something else in it", "Let Polly write MP3, and upload that file as it is."),
    }
}

/// The format that a player takes the bytes for (MIME Sniffing Standard, "Matching an audio or video type pattern").
fn format_of(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'I', b'D', b'3', ..] => Some("MP3"),
        [0xff, second, third, ..] if is_layer_3(*second, *third) => Some("MP3"),
        [b'O', b'g', b'g', b'S', ..] => Some("Ogg"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => Some("WAV"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some("MP4"),
        _ => None,
    }
}

/// Eleven bits are set, the version is one of three, the layer is the third, and bit rate and sampling frequency exist. The
/// mark of UTF-16, which begins like that, is none.
fn is_layer_3(second: u8, third: u8) -> bool {
    let [sync, version, layer] = [second & 0xe0, second & 0x18, second & 0x06];
    sync == 0xe0 && version != 0x08 && layer == 0x02 && third & 0xf0 != 0xf0 && third & 0x0c != 0x0c
}

fn is_text(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace())
}

/// What the object says of itself does not keep a browser from playing it.
pub fn has_type(object: &Object) -> Judgement {
    let kind = object.content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if kind.starts_with("audio/") || kind == "application/ogg" {
        return Judgement::holds(&object.content_type);
    }
    if UNSAID.contains(&kind.as_str()) {
        let said = if kind.is_empty() { "no content type" } else { kind.as_str() };
        return Judgement::holds(said).advising(
            "A player finds out by itself. Somebody who opens the address of the file gets a download: set the Content-Type of \
             an MP3 file to audio/mpeg.",
        );
    }
    Judgement::fails("audio/mpeg, or another type of sound", &object.content_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_first_bytes() {
        for (bytes, format) in [
            (b"ID3\x04\0\0\0\0".as_slice(), Some("MP3")),
            (b"\xff\xfb\x90\x64", Some("MP3")),
            // As Amazon Polly writes it, of 22,050 Hz.
            (b"\xff\xf3\x40\xc4", Some("MP3")),
            (b"\xff\xe3\x18\xc4", Some("MP3")),
            (b"OggS\0\x02", Some("Ogg")),
            (b"RIFF\x24\x08\0\0WAVEfmt ", Some("WAV")),
            (b"\0\0\0\x20ftypM4A ", Some("MP4")),
            (b"RIFF\x24\x08\0\0WEBPVP8 ", None),
            // Text in UTF-16, a picture, another layer, a bit rate that does not exist.
            (b"\xff\xfe<\0h\0", None),
            (b"\xff\xd8\xff\xe0", None),
            (b"\xff\xfd\x90\x64", None),
            (b"\xff\xfb\xf0\x64", None),
            (b"\xff\xfb", None),
            (b"", None),
        ] {
            assert_eq!(format_of(bytes), format, "{bytes:?}");
        }
    }

    #[test]
    fn base64_pages_and_errors_are_text() {
        for text in ["//uQxAAAAAA", "<!doctype html>", "{\"message\": \"no\"}", "SUQzBAAAAAAA\n"] {
            assert!(is_text(text.as_bytes()), "{text}");
        }
        assert!(!is_text(b"\xff\xfb\x90\x64") && !is_text(b"\0\0\0\0"));
    }
}

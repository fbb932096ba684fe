//! Files that are kept packed, as build tools upload them: browsers unpack what the header Content-Encoding names.

use std::io::Read;

use flate2::read::{MultiGzDecoder, ZlibDecoder};

/// How a file is packed, and what came of unpacking it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Packing {
    /// It is as it is.
    None,
    /// It was packed as its Content-Encoding says, and is unpacked.
    Undone,
    /// Browsers unpack it, and this program does not.
    Unknown(String),
    /// It is packed, and no Content-Encoding says so.
    Unannounced,
    /// It is not packed as its Content-Encoding says.
    Broken(String),
}

/// The file as a browser reads it, and no more of it than `most` bytes. What is no content coding is passed over (RFC 9110,
/// section 8.4.1).
pub fn unpacked(bytes: Vec<u8>, encoding: Option<&str>, most: usize) -> (Vec<u8>, Packing) {
    let encoding = encoding.unwrap_or_default().trim().to_ascii_lowercase();
    let undone = match encoding.as_str() {
        // An empty file is no more than that.
        _ if bytes.is_empty() => return (bytes, Packing::None),
        "gzip" | "x-gzip" => read(MultiGzDecoder::new(&bytes[..]), most),
        "deflate" => read(ZlibDecoder::new(&bytes[..]), most),
        "br" | "zstd" | "compress" | "x-compress" | "dcb" | "dcz" => return (Vec::new(), Packing::Unknown(encoding)),
        several if several.contains(',') => return (Vec::new(), Packing::Unknown(encoding)),
        _ if bytes.starts_with(b"\x1f\x8b") => return (Vec::new(), Packing::Unannounced),
        _ => return (bytes, Packing::None),
    };
    match undone {
        Some(text) => (text, Packing::Undone),
        None => (Vec::new(), Packing::Broken(encoding)),
    }
}

/// `None` for what does not unpack, and for more than is read.
fn read(packed: impl Read, most: usize) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    packed.take(most as u64 + 1).read_to_end(&mut text).ok()?;
    (text.len() <= most).then_some(text)
}

#[cfg(test)]
mod tests {
    use flate2::Compression;
    use flate2::read::{DeflateEncoder, GzEncoder, ZlibEncoder};
    use proptest::prelude::*;

    use super::*;

    const MOST: usize = 1000;

    fn all(mut packed: impl Read) -> Vec<u8> {
        let mut bytes = Vec::new();
        packed.read_to_end(&mut bytes).unwrap();
        bytes
    }

    fn gzip(text: &[u8]) -> Vec<u8> {
        all(GzEncoder::new(text, Compression::default()))
    }

    #[test]
    fn what_is_packed_as_it_says_is_unpacked() {
        let zlib = all(ZlibEncoder::new(&b"page"[..], Compression::default()));
        for (bytes, encoding) in [(gzip(b"page"), "gzip"), (gzip(b"page"), " X-GZIP"), (zlib, "deflate")] {
            assert_eq!(unpacked(bytes, Some(encoding), MOST), (b"page".to_vec(), Packing::Undone), "{encoding}");
        }
        for encoding in [None, Some(""), Some("identity"), Some("utf-8"), Some("aws-chunked")] {
            assert_eq!(unpacked(b"page".to_vec(), encoding, MOST), (b"page".to_vec(), Packing::None), "{encoding:?}");
        }
    }

    #[test]
    fn what_is_not_packed_as_it_says_is_told_apart() {
        let packing = |bytes: &[u8], encoding| unpacked(bytes.to_vec(), encoding, MOST).1;
        assert_eq!(packing(b"page", Some("gzip")), Packing::Broken("gzip".into()));
        assert_eq!(packing(&gzip(&[0; MOST + 1]), Some("gzip")), Packing::Broken("gzip".into()));
        let raw = all(DeflateEncoder::new(&b"page"[..], Compression::default()));
        assert_eq!(packing(&raw, Some("gzip")), Packing::Broken("gzip".into()));
        assert_eq!(packing(&gzip(b"page"), None), Packing::Unannounced);
        assert_eq!(packing(b"\x0b", Some("br")), Packing::Unknown("br".into()));
        assert_eq!(packing(b"", Some("gzip")), Packing::None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_unpacked_without_a_panic_and_within_bounds(bytes: Vec<u8>, encoding in "(gzip|deflate|br|x)?") {
            let (text, _) = unpacked(bytes.clone(), Some(&encoding), MOST);
            prop_assert!(text.len() <= MOST.max(bytes.len()));
        }
    }
}

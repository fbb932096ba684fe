//! A code package as Lambda keeps one: a zip file of stored files (PKWARE, "APPNOTE.TXT - .ZIP File Format Specification").

/// The package with this one file in it.
pub fn of(name: &str, content: &[u8]) -> Vec<u8> {
    let name = name.as_bytes();
    let (file, directory) =
        (entry(name, content), [b"PK\x01\x02\x14\0".as_slice(), &common(name, content), &[0; 14], name].concat());
    let sizes = [directory.len(), file.len()].map(|size| u32::try_from(size).expect("a small package").to_le_bytes());
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0".as_slice(), &sizes.concat(), &[0; 2]].concat();
    [file, directory, end].concat()
}

fn entry(name: &[u8], content: &[u8]) -> Vec<u8> {
    [b"PK\x03\x04".as_slice(), &common(name, content), name, content].concat()
}

/// From the version needed to the length of the extra field: nothing is compressed, and the time is midnight of 1980-01-01.
fn common(name: &[u8], content: &[u8]) -> Vec<u8> {
    let size = u32::try_from(content.len()).expect("a small file").to_le_bytes();
    let name = u16::try_from(name.len()).expect("a short name").to_le_bytes();
    let head = [0x14, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
    [&head[..], &checksum(content).to_le_bytes(), &size, &size, &name, &[0; 2]].concat()
}

/// CRC-32, bit by bit.
fn checksum(content: &[u8]) -> u32 {
    let bit = |rest: u32| if rest & 1 == 1 { rest >> 1 ^ 0xEDB8_8320 } else { rest >> 1 };
    !content.iter().fold(u32::MAX, |rest, byte| (0..8).fold(rest ^ u32::from(*byte), |rest, _| bit(rest)))
}

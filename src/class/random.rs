//! Names by chance that nobody can guess: external ids, ids of classes, pseudonyms.

use ring::rand::{SecureRandom, SystemRandom};

use crate::failure::{Failure, Result};

/// Letters and digits that are told apart when somebody reads them aloud; 32, so that a byte gives one without a bias.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A name of so many letters and digits, five bits each.
///
/// # Errors
/// If the operating system has no randomness to give.
pub fn name(length: usize) -> Result<String> {
    let mut bytes = vec![0; length];
    SystemRandom::new()
        .fill(&mut bytes)
        .map_err(|_| Failure::environment("the operating system gives no random numbers, so no id can be made"))?;
    Ok(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_long_enough_and_differ() {
        let names: std::collections::BTreeSet<String> = (0..100).map(|_| name(26).expect("randomness")).collect();
        assert_eq!(names.len(), 100);
        assert!(names.iter().all(|name| name.len() == 26 && name.bytes().all(|byte| ALPHABET.contains(&byte))));
    }
}

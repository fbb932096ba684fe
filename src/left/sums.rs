//! What things cost a month as they stand, from the price table.

use super::Looked;
use crate::catalog::Price;

/// How many bytes S3, DynamoDB and CloudWatch bill as a GB.
const GIGABYTE: f64 = 1_073_741_824.0;

/// What standing things cost a month, in US dollars.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sum {
    /// Without being used.
    pub standing: f64,
    /// For what they hold.
    pub stored: f64,
    /// How many of them have a price.
    pub priced: usize,
    /// How many of them cost nothing at all.
    pub free: usize,
    /// How many could not be looked for.
    pub unknown: usize,
}

/// What a thing costs a month as it stands: without being used, and for what it holds.
pub fn month(price: &Price, bytes: Option<u64>) -> (f64, f64) {
    #[expect(clippy::cast_precision_loss, reason = "a sum of money needs no more than 52 bits of a size")]
    let gigabytes = bytes.unwrap_or_default() as f64 / GIGABYTE;
    let stored = if price.is_by_gigabyte { price.usd * gigabytes } else { 0.0 };
    (price.standing, stored)
}

/// What all of them cost together.
pub fn sum(looked: &[Looked]) -> Sum {
    let mut sum = Sum { unknown: looked.iter().filter(|one| one.read.is_err()).count(), ..Sum::default() };
    for one in looked {
        let Some((standing, price)) = one.standing().zip(one.thing.price) else { continue };
        let (without_use, stored) = month(price, standing.bytes);
        sum.standing += without_use;
        sum.stored += stored;
        sum.free += usize::from(price.usd == 0.0);
        sum.priced += usize::from(price.usd != 0.0);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::price;

    #[test]
    fn a_zone_costs_the_same_whatever_happens() {
        assert_eq!(month(price("hosted_zone").unwrap(), None), (0.5, 0.0));
    }

    #[test]
    fn what_is_stored_costs_by_its_size() {
        let (standing, stored) = month(price("s3_storage").unwrap(), Some(2 << 30));
        assert!(standing == 0.0 && (stored - 0.046).abs() < 1e-9, "{stored}");
    }

    #[test]
    fn what_is_paid_by_the_call_costs_nothing_while_it_rests() {
        assert_eq!(month(price("lambda_requests").unwrap(), Some(1 << 40)), (0.0, 0.0));
    }
}

//! What a redaction recognizes by its form: times, addresses, mailboxes, phone numbers, and where words begin and end.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The longest name before the @ of a mail address (RFC 5321, section 4.5.3.1.1).
const MAILBOX: usize = 64;
/// The longest that an IPv6 address is written.
const IPV6: usize = 45;
/// The digits of a phone number (ITU-T E.164), without the shortest, which other numbers have as well.
const PHONE: std::ops::RangeInclusive<usize> = 8..=15;
/// The longest name in an ARN that is looked back for.
const LONGEST_NAME: usize = 256;

/// How many bytes the word has that begins here.
pub fn word(rest: &str) -> usize {
    rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
}

/// What stands for one character in an encoded text, such as `%22`, `\n` or `\u00e9`.
pub fn escape(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let hex = |from: usize, to: usize| bytes.get(from..to).is_some_and(|some| some.iter().all(u8::is_ascii_hexdigit));
    match bytes {
        [b'%', ..] if hex(1, 3) => Some(3),
        [b'\\', b'u', ..] if hex(2, 6) => Some(6),
        [b'\\', b'n' | b't' | b'r' | b'b' | b'f', ..] => Some(2),
        _ => None,
    }
}

/// A date, or a date and a time, as ISO 8601 writes them.
pub fn time(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let like = |from: usize, form: &[u8]| {
        let part = bytes.get(from..from + form.len())?;
        let fits =
            part.iter().zip(form).all(|(byte, form)| if *form == b'0' { byte.is_ascii_digit() } else { byte == form });
        fits.then_some(from + form.len())
    };
    let compact = like(0, b"00000000T000000Z");
    let date = compact.or_else(|| like(0, b"0000-00-00"))?;
    let minutes = like(date, b"T00:00").or_else(|| like(date, b" 00:00"));
    let mut end = minutes.unwrap_or(date);
    end = minutes.and_then(|end| like(end, b":00")).unwrap_or(end);
    if minutes.is_some() && bytes.get(end) == Some(&b'.') {
        end += 1 + bytes[end + 1..].iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
    }
    let zone = [&b"Z"[..], b"+00:00", b"-00:00", b"+0000", b"-0000"];
    end = minutes.and_then(|_| zone.iter().find_map(|zone| like(end, zone))).unwrap_or(end);
    let next = rest[end..].chars().next();
    next.is_none_or(|next| !next.is_alphanumeric()).then_some(end)
}

/// Eight digits that are a date of these years.
pub fn is_date(digits: &str) -> bool {
    let part =
        |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok()).unwrap_or_default();
    (2015..=2035).contains(&part(0, 4)) && (1..=12).contains(&part(4, 6)) && (1..=31).contains(&part(6, 8))
}

/// An address of a host.
pub fn address(rest: &str) -> Option<(usize, IpAddr)> {
    let ends = |length: usize| rest[length..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    let run = |most: usize, is_in: fn(&u8) -> bool| rest.bytes().take(most).take_while(is_in).count();
    let length = rest[..run(16, |byte| byte.is_ascii_digit() || *byte == b'.')].trim_end_matches('.').len();
    if let Ok(address) = rest[..length].parse::<Ipv4Addr>() {
        return ends(length).then_some((length, address.into()));
    }
    let length = run(IPV6, |byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'));
    let length = rest[..length].trim_end_matches('.').len();
    let is_long = rest[..length].matches(':').count() > 1;
    let address = rest[..length].parse::<Ipv6Addr>().ok().filter(|_| is_long && ends(length))?;
    Some((length, address.into()))
}

/// The name before the @ of a mail address.
pub fn mailbox(rest: &str) -> Option<usize> {
    let is_in = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-');
    let length = rest.char_indices().take(MAILBOX + 1).find(|(_, c)| !is_in(*c)).map(|(at, _)| at)?;
    let host = rest[length..].strip_prefix('@').or_else(|| rest[length..].strip_prefix("%40"))?;
    (length > 0 && host.starts_with(char::is_alphanumeric)).then_some(length)
}

/// A phone number: with a plus and its digits in groups, or as three, three and four digits.
pub fn phone(rest: &str) -> Option<usize> {
    let plus = ["+", "%2B", "%2b"].iter().find(|plus| rest.starts_with(**plus)).map_or(0, |plus| plus.len());
    let (mut digits, mut end, mut gap, mut groups) = (0, plus, 0, vec![0_usize]);
    for (at, byte) in rest.bytes().enumerate().skip(plus) {
        match byte {
            b'0'..=b'9' => {
                (digits, end, gap) = (digits + 1, at + 1, 0);
                *groups.last_mut()? += 1;
            }
            b' ' | b'-' | b'.' | b'(' | b')' if gap < 2 => {
                gap += 1;
                groups.push(0);
            }
            _ => break,
        }
        if digits > *PHONE.end() {
            return None;
        }
    }
    groups.retain(|digits| *digits > 0);
    let ends = rest[end..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    let is_phone = if plus > 0 { PHONE.contains(&digits) } else { groups == [3, 3, 4] };
    (ends && is_phone).then_some(end)
}

/// Short words with digits, as sizes, versions and durations are: `v1`, `7d`, `12px`, `01T00`.
pub fn is_code(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.len() - digits;
    let numbers_first = word.bytes().take_while(u8::is_ascii_digit).count() == digits;
    let letter_first = word.bytes().skip(1).all(|byte| byte.is_ascii_digit());
    let is_short = digits > 0 && word.is_ascii();
    let is_hour = word.len() == 5 && digits == 4 && word.as_bytes()[2].eq_ignore_ascii_case(&b't');
    is_short && (numbers_first && digits <= 4 && letters <= 2 || letter_first && digits <= 3 || is_hour)
}

/// Whether the word is what stands after the point of a number such as `1.767225600123E9`.
pub fn is_fraction(before: &str, word: &str) -> bool {
    let is_after_point = before.strip_suffix('.').is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()));
    let Some((digits, exponent)) = word.split_once(['E', 'e']) else { return false };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_after_point && is_number(digits) && is_number(exponent) && exponent.len() <= 2
}

/// Whether the name of a person begins after this text: of an IAM user, or of who has taken on a role.
pub fn begins_name(before: &str) -> bool {
    let Some(path) = before.strip_suffix('/') else { return false };
    let from = path.len().saturating_sub(LONGEST_NAME);
    let near = path.get(from..).unwrap_or_default();
    near.ends_with(":user")
        || near.rsplit_once(":assumed-role/").is_some_and(|(_, role)| !role.contains(['/', ' ', '"']))
}

/// Whether a name goes on after this character (IAM User Guide, "IAM and AWS STS quotas").
pub fn is_in_name(c: char) -> bool {
    matches!(c, '_' | '+' | '=' | ',' | '.' | '@' | '-')
}

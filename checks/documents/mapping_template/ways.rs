//! The ways through the conditions of a mapping template: what of its text counts in each.

/// How many ways are followed, and how deep conditions may stand in each other.
const MOST: usize = 32;
const DEEPEST: usize = 8;

/// A part of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    Text(&'t str),
    /// What was asked to get here, whatever the answer.
    Condition(&'t str),
}

/// Every way through the template, in the order of its text.
///
/// # Errors
/// Why they are not told.
pub fn through(template: &str) -> Result<Vec<Vec<Piece<'_>>>, String> {
    let mut rest = template;
    match blocks(&mut rest, 0)? {
        (blocks, None) => ways_of(&blocks),
        (_, Some(_)) => Err("it has an #end or #else without an #if".into()),
    }
}

/// A part of a template.
enum Block<'t> {
    Text(&'t str),
    /// One of several texts.
    If(Vec<Branch<'t>>),
}

/// A text, and what is asked for it after what was asked for those before; nothing of the last one.
struct Branch<'t> {
    condition: Option<&'t str>,
    body: Vec<Block<'t>>,
}

/// What a text ends with that stands within an `#if`.
enum End<'t> {
    ElseIf(&'t str),
    Else,
    Closed,
}

/// The blocks up to what ends them; none at the end of the template.
fn blocks<'t>(rest: &mut &'t str, depth: usize) -> Result<(Vec<Block<'t>>, Option<End<'t>>), String> {
    if depth > DEEPEST {
        return Err("its conditions stand too deep in each other".into());
    }
    let mut all = Vec::new();
    loop {
        let Some(found) = next_directive(rest)? else {
            all.push(Block::Text(std::mem::take(rest)));
            return Ok((all, None));
        };
        all.push(Block::Text(&rest[..found.at]));
        *rest = found.after;
        match found.name {
            "if" => all.push(Block::If(branches(rest, found.condition, depth + 1)?)),
            "elseif" => return Ok((all, Some(End::ElseIf(found.condition)))),
            "else" => return Ok((all, Some(End::Else))),
            _ => return Ok((all, Some(End::Closed))),
        }
    }
}

fn branches<'t>(rest: &mut &'t str, condition: &'t str, depth: usize) -> Result<Vec<Branch<'t>>, String> {
    let mut all = Vec::new();
    let mut condition = Some(condition);
    loop {
        let (body, end) = blocks(rest, depth)?;
        let is_last = condition.is_none();
        all.push(Branch { condition, body });
        match end {
            Some(End::Closed) => break,
            Some(End::ElseIf(next)) if !is_last => condition = Some(next),
            Some(End::Else) if !is_last => condition = None,
            _ => return Err("it has an #if without an #end".into()),
        }
    }
    if all.last().is_some_and(|branch| branch.condition.is_some()) {
        all.push(Branch { condition: None, body: Vec::new() });
    }
    Ok(all)
}

/// A word of the template language that begins or ends a text.
struct Directive<'t> {
    at: usize,
    name: &'t str,
    condition: &'t str,
    after: &'t str,
}

/// The first such word; those in comments, in `#set` and behind a backslash are none.
fn next_directive(text: &str) -> Result<Option<Directive<'_>>, String> {
    let mut at = 0;
    while let Some(found) = text[at..].find('#') {
        at += found;
        let here = &text[at..];
        if text[..at].ends_with('\\') {
            at += 1;
        } else if here.starts_with("##") {
            at += here.find('\n').map_or(here.len(), |end| end + 1);
        } else if here.starts_with("#*") {
            at += here.find("*#").map_or(here.len(), |end| end + 2);
        } else {
            match (word(here), word(here).and_then(|(_, after)| in_brackets(after))) {
                (Some(("set", _)), Some((_, after))) => at = text.len() - after.len(),
                (Some((name @ ("if" | "elseif"), _)), Some((condition, after))) => {
                    return Ok(Some(Directive { at, name, condition, after }));
                }
                (Some((name @ ("else" | "end"), after)), _) => {
                    return Ok(Some(Directive { at, name, condition: "", after }));
                }
                (Some((name @ ("foreach" | "macro" | "define"), _)), _) => {
                    return Err(format!("its #{name} is not followed here"));
                }
                _ => at += 1,
            }
        }
    }
    Ok(None)
}

/// The word after `#`, with or without braces, and what follows.
fn word(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('#')?;
    if let Some(inner) = text.strip_prefix('{') {
        return inner.split_once('}');
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    Some(text.split_at(end))
}

/// What stands in the brackets with which the text begins, and what follows them.
fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text.starts_with('(').then(|| super::reading::closing(text)).flatten()?;
    Some((&text[1..end], &text[end + 1..]))
}

fn ways_of<'t>(blocks: &[Block<'t>]) -> Result<Vec<Vec<Piece<'t>>>, String> {
    let mut ways: Vec<Vec<Piece<'t>>> = vec![Vec::new()];
    for block in blocks {
        let next = match block {
            Block::Text(text) => vec![vec![Piece::Text(text)]],
            Block::If(branches) => ways_of_branches(branches)?,
        };
        let joined = ways.iter().flat_map(|way| next.iter().map(|more| [way.as_slice(), more].concat()));
        ways = joined.take(MOST + 1).collect();
        if ways.len() > MOST {
            return Err("it has too many conditions to follow them".into());
        }
    }
    Ok(ways)
}

fn ways_of_branches<'t>(branches: &[Branch<'t>]) -> Result<Vec<Vec<Piece<'t>>>, String> {
    let (mut asked, mut all) = (Vec::new(), Vec::new());
    for branch in branches {
        asked.extend(branch.condition.map(Piece::Condition));
        all.extend(ways_of(&branch.body)?.into_iter().map(|way| [asked.as_slice(), &way].concat()));
    }
    Ok(all)
}

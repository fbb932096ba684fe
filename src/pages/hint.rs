//! A hint as the learner reads it: its long commands stand in blocks of their own, so that they can be copied.

/// How a command of the `aws` CLI begins in a text.
const COMMAND: &str = "`aws ";
/// A command that is longer is hard to copy from within a sentence.
const LONGEST: usize = 30;

/// The Markdown of a hint, with each long command of the `aws` CLI in a block.
pub fn with_blocks(markdown: &str) -> String {
    let (mut text, mut rest) = (String::new(), markdown);
    while let Some(start) = rest.find(COMMAND) {
        let (before, from) = rest.split_at(start);
        let Some(end) = from[1..].find('`') else { break };
        let (command, after) = (&from[1..=end], &from[end + 2..]);
        text.push_str(before);
        if command.len() <= LONGEST {
            text.push_str(&format!("`{command}`"));
            rest = after;
            continue;
        }
        text.truncate(text.trim_end().len());
        text.push_str(&format!("\n\n```sh\n{command}\n```\n\n"));
        rest = after.trim_start_matches([',', '.', ';', ' ']);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::with_blocks;

    #[test]
    fn long_commands_get_a_block_and_short_ones_stay() {
        let hint = "`aws s3api put-bucket-policy --bucket b --policy p`, then `aws s3 ls` lists. Use `aws iam create-role \
                    --role-name r --x y`. Done";
        let expected = "\n\n```sh\naws s3api put-bucket-policy --bucket b --policy p\n```\n\nthen `aws s3 ls` lists. Use\n\n```sh\n\
                        aws iam create-role --role-name r --x y\n```\n\nDone";
        assert_eq!(with_blocks(hint), expected);
        for untouched in ["", "nothing", "`aws", "`aws s3 ls`", "``` aws"] {
            assert_eq!(with_blocks(untouched), untouched);
        }
    }
}

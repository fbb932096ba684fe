//! 8.13: the log group that the function names, and how long it keeps its entries.

use crate::tests::judge::lambda::logs::Case;
use crate::tests::*;

#[tokio::test]
async fn the_log_of_the_function_is_kept_for_a_while() {
    let function = rule::FUNCTION;
    Case { slug: "ch08/rule_logs", address: "/rule-analytics-auth-callback", function, days: 60 }.holds().await;
}

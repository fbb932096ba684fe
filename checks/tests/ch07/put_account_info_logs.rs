//! 7.16: the log group that the function names, and how long it keeps its entries.

use crate::tests::judge::lambda::logs::Case;
use crate::tests::*;

#[tokio::test]
async fn the_log_of_the_function_is_kept_for_a_while() {
    let function = account_info::FUNCTION;
    Case { slug: "ch07/put_account_info_logs", address: "/put-account-info", function, days: 14 }.holds().await;
}

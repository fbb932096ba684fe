//! What every exercise about the log of a function tells: which group counts, and how long it keeps its entries.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Skipped};

const GROUPS: &str = "logs:DescribeLogGroups";
const MISSING: [Expected<'static>; 2] =
    [(Fails, "log_group", "nothing of that name"), (Skipped, "retention", "needs: log_group")];

/// An exercise about the log of a function.
pub struct Case {
    pub slug: &'static str,
    /// The end of the function's address.
    pub address: &'static str,
    /// What describes it.
    pub function: &'static str,
    /// How many days its log group keeps entries.
    pub days: u32,
}

impl Case {
    pub async fn holds(&self) {
        self.forever_fails().await;
        self.another_group_is_none().await;
        self.the_group_that_the_function_names_counts().await;
        self.refused_groups_are_not_missing().await;
    }

    async fn forever_fails(&self) {
        let account = solved().edited(GROUPS, &format!(r#","retentionInDays":{}"#, self.days), "");
        expect(&account, self.slug, Verdict::NotDone, &[(Fails, "retention", "entries never expire")]).await;
    }

    async fn another_group_is_none(&self) {
        let only = r#"{"logGroups": [{"logGroupName": "/aws/lambda/get-chapters", "retentionInDays": 30}]}"#;
        expect(&solved().answers(GROUPS, ok(only)), self.slug, Verdict::NotDone, &MISSING).await;
    }

    async fn the_group_that_the_function_names_counts(&self) {
        let own = format!("/aws/lambda{}", self.address);
        assert!(self.function.contains(&own), "{own}");
        let function = self.function.replace(&own, "/website/functions");
        let account = solved().answers_to("lambda:GetFunction", self.address, ok(function));
        expect(&account, self.slug, Verdict::NotDone, &MISSING).await;
        let shared = r#"{"logGroups": [{"logGroupName": "/website/functions", "retentionInDays": 90}]}"#;
        expect(&account.answers(GROUPS, ok(shared)), self.slug, Verdict::Done, &[]).await;
    }

    async fn refused_groups_are_not_missing(&self) {
        let account = solved().refuses(GROUPS, (400, "AccessDeniedException"), "no identity-based policy allows it");
        let expected = [
            (CannotTell, "log_group", r#""Action":"logs:DescribeLogGroups""#),
            (Skipped, "retention", "needs: log_group"),
        ];
        expect(&account, self.slug, Verdict::CannotTell, &expected).await;
    }
}

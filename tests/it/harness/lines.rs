//! The mistakes out of which no line of `[cli]` leads, each with the reason. There the advice and the solution do.

/// Exercise, mistake and reason.
const NONE: &[(&str, &str, &str)] = &[
    ("4.4", "weighted_half", "several records share the name, and the learner says which one goes"),
    ("4.7", "other_behavior_first", "the learner says which behavior goes"),
    ("4.8", "ipv6_off", "the clause's line makes the record, which is there"),
    ("4.8", "weighted_half", "several records share the name, and the learner says which one goes"),
    ("5.4", "network_of_its_own", "the clause's line makes the method, and the resource policy stays"),
    ("5.5", "options_without_template", "the clause's line sets the headers, and the template stays away"),
    ("5.6", "throttled_to_zero", "the clause's line deploys, and the stage keeps its throttling"),
    ("5.10", "throttled", "the clause's line makes the function run again, and its concurrency stays 0"),
    ("5.11", "boundary", "the clause's line gives the policy, and the boundary stays"),
    ("5.12", "statement_on_function", "the clause's line lets API Gateway invoke the function, and not its alias"),
    ("6.3", "boundary", "the clause's line attaches the policy, and the boundary stays"),
    ("6.3", "denied_by_another", "the clause's line attaches the policy, and the other one stays"),
];

/// Why no line leads out of the mistake, if none does.
pub fn why_none(exercise: &str, mistake: &str) -> Option<&'static str> {
    NONE.iter().find(|(of, name, _)| *of == exercise && *name == mistake).map(|(_, _, why)| *why)
}

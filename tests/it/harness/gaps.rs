//! What an emulator cannot show, entry by entry; everything else must be as the exercises promise.
//!
//! The golden and the mistakes tests fail when an entry is no longer true, so that the list stays as short as it can be.

use crate::harness::catalog::Exercise;
use crate::harness::kind::Kind;
use crate::harness::verdict::ClauseVerdict;

/// One thing that one emulator cannot show.
pub struct Gap {
    pub emulator: Kind,
    /// The exercise's number in the book.
    pub exercise: &'static str,
    /// The name of one file in `mistakes/`; without it the gap is the exercise's own, and so its mistakes' too.
    pub mistake: Option<&'static str>,
    pub shows: Shows,
}

/// What is seen instead.
pub enum Shows {
    /// A clause, by its id, reads otherwise than in AWS, for the reason given: `CannotTell` with the emulator's lack or refusal as its
    /// reason (`not_implemented` or `denied`), or, where the emulator answers and its answer is wrong, another verdict.
    Reads { clause: &'static str, verdict: ClauseVerdict, because: &'static str },
    /// A clause cannot be told, since what would decide is seen nowhere in the emulator, for the reason given.
    Undecided { clause: &'static str, because: &'static str },
    /// The script fails, because the emulator refuses a call with this text.
    Refuses(&'static str),
}

pub const GAPS: &[Gap] = &[
    Gap {
        emulator: Kind::Moto,
        exercise: "4.5",
        mistake: Some("unusual_deny_insecure"),
        shows: Shows::Reads {
            clause: "index",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto keeps to the policy, and is asked over plain HTTP",
        },
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "4.6",
        mistake: Some("by_email"),
        shows: Shows::Reads {
            clause: "method",
            verdict: ClauseVerdict::Holds,
            because: "for moto says DNS of every certificate",
        },
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "4.6",
        mistake: Some("unusual_other_domain_first"),
        shows: Shows::Reads {
            clause: "certificate",
            verdict: ClauseVerdict::Fails,
            because: "for moto lists the first name of a certificate alone, which is another domain's",
        },
    },
    Gap { emulator: Kind::Moto, exercise: "4.7", mistake: None, shows: lacks_origin("origin") },
    Gap { emulator: Kind::Moto, exercise: "4.7", mistake: None, shows: lacks_origin("access") },
    Gap { emulator: Kind::Moto, exercise: "4.7", mistake: Some("unusual_cdk"), shows: DENIES_HEAD },
    Gap {
        emulator: Kind::Moto,
        exercise: "4.7",
        mistake: Some("unusual_cdk"),
        shows: Shows::Reads {
            clause: "viewers",
            verdict: ClauseVerdict::Holds,
            because: "for moto forgets the functions of a behavior",
        },
    },
    Gap { emulator: Kind::Moto, exercise: "4.7", mistake: Some("unusual_policy_spelling"), shows: DENIES_HEAD },
    Gap {
        emulator: Kind::Moto,
        exercise: "4.8",
        mistake: Some("in_other_zone"),
        shows: Shows::Reads {
            clause: "ipv6",
            verdict: ClauseVerdict::Fails,
            because: "for moto lists the zones of the name alone and none that follow, so the other is not found",
        },
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "5.6",
        mistake: None,
        shows: Shows::Reads {
            clause: "serves",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto does not summarise what a deployment has",
        },
    },
    Gap { emulator: Kind::Moto, exercise: "5.6", mistake: None, shows: exports_swagger("current") },
    Gap {
        emulator: Kind::Moto,
        exercise: "5.10",
        mistake: Some("x86"),
        shows: Shows::Reads {
            clause: "architecture",
            verdict: ClauseVerdict::Holds,
            because: "for moto keeps the architecture that a function was created with",
        },
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "5.10",
        mistake: Some("throttled"),
        shows: Shows::Reads {
            clause: "ready",
            verdict: ClauseVerdict::Holds,
            because: "for moto takes a reserved concurrency of 0 for none",
        },
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "5.11",
        mistake: Some("unusual_own_log_group"),
        shows: Shows::Reads {
            clause: "logs",
            verdict: ClauseVerdict::Fails,
            because: "for moto does not keep the log group that a function names",
        },
    },
    Gap { emulator: Kind::Moto, exercise: "5.12", mistake: None, shows: exports_swagger("stage") },
    lacks_code("5.10", "handler"),
    lacks_code("5.10", "answer"),
    lacks_code("5.10", "cors"),
    lacks_code("6.5", "handler"),
    lacks_code("6.5", "object"),
    lacks_code("6.5", "names"),
    lacks_code("6.5", "answer"),
    lacks_code("6.8", "handler"),
    lacks_code("6.8", "scan"),
    lacks_code("6.8", "table"),
    lacks_code("6.8", "no_bucket"),
    lacks_code("6.8", "answer"),
    Gap {
        emulator: Kind::Moto,
        exercise: "7.1",
        mistake: None,
        shows: Shows::Reads {
            clause: "certificate",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto does not say which certificate the domain of a user pool has",
        },
    },
    lacks_code("10.i3", "stores"),
    lacks_code("10.i3", "allowed"),
    lacks_code("10.i3", "answer"),
    lacks_code("10.i3", "cors"),
    lacks_code("10.i6", "stores"),
    lacks_code("10.i6", "allowed"),
    lacks_code("10.i6", "answer"),
    lacks_code("10.i6", "cors"),
    lacks_code("10.i9", "stores"),
    lacks_code("10.i9", "allowed"),
    lacks_code("10.i9", "answer"),
    lacks_code("10.i9", "cors"),
    lacks_code("10.i4", "handler"),
    lacks_code("10.i4", "asks"),
    lacks_code("10.i4", "allowed"),
    lacks_code("10.i7", "handler"),
    lacks_code("10.i7", "asks"),
    lacks_code("10.i7", "voice"),
    lacks_code("10.i7", "keeps"),
    lacks_code("10.i7", "allowed"),
    lacks_code("10.i10", "handler"),
    lacks_code("10.i10", "asks"),
    lacks_code("10.i10", "allowed"),
    // It runs no functions.
    Gap {
        emulator: Kind::Moto,
        exercise: "10.i1",
        mistake: None,
        shows: Shows::Refuses("the function made no backup"),
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "10.i3",
        mistake: None,
        shows: Shows::Reads {
            clause: "deployed",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto does not summarise what a deployment has",
        },
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "10.i6",
        mistake: None,
        shows: Shows::Reads {
            clause: "deployed",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto does not summarise what a deployment has",
        },
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "10.i9",
        mistake: None,
        shows: Shows::Reads {
            clause: "deployed",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto does not summarise what a deployment has",
        },
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "10.i10",
        mistake: None,
        shows: Shows::Reads {
            clause: "on",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto does not summarise what a deployment has",
        },
    },
    lacks_code("12.e2", "modules"),
    lacks_code("12.e3", "fits"),
    lacks_code("12.e3", "imported"),
    Gap {
        emulator: Kind::Moto,
        exercise: "12.e4",
        mistake: None,
        shows: Shows::Reads {
            clause: "ran",
            verdict: ClauseVerdict::NotReady,
            because: "for moto runs no state machine, so that each execution is running",
        },
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "12.e5",
        mistake: None,
        shows: Shows::Reads {
            clause: "deployed",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto does not summarise what a deployment has",
        },
    },
    lacks_code("7.15", "handler"),
    lacks_code("7.15", "changes"),
    lacks_code("7.15", "attribute"),
    lacks_code("7.15", "allowed"),
    lacks_code("7.15", "answer"),
    lacks_code("7.15", "cors"),
    lacks_code("7.18", "name"),
    lacks_code("9.i2", "handler"),
    lacks_code("9.i2", "number"),
    lacks_code("9.i2", "name"),
    lacks_code("9.i2", "answer"),
    lacks_code("9.i3", "handler"),
    lacks_code("9.i3", "sends"),
    Gap {
        emulator: Kind::Moto,
        exercise: "9.i3",
        mistake: Some("unusual_end_user_messaging"),
        shows: Shows::Reads {
            clause: "allowed",
            verdict: ClauseVerdict::Fails,
            because: "for moto gives an address of AWS's for the code, where it is not, so what it asks for is not seen",
        },
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "9.i3",
        mistake: None,
        shows: Shows::Reads {
            clause: "served",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto does not summarise what a deployment has",
        },
    },
    lacks_code("8.e3", "training_handler"),
    lacks_code("8.e3", "trains"),
    lacks_code("8.e3", "training_parameters"),
    lacks_code("8.e3", "inference_handler"),
    lacks_code("8.e3", "infers"),
    lacks_code("8.e3", "inference_parameters"),
    forgets_event_bridge("unusual_rules", "trains", ClauseVerdict::Fails),
    forgets_event_bridge("unusual_rules", "infers", ClauseVerdict::Fails),
    forgets_event_bridge("unusual_one_by_rule", "infers", ClauseVerdict::Fails),
    forgets_event_bridge("rule_gives_detail", "trains", ClauseVerdict::Fails),
    forgets_event_bridge("rule_feeds_itself", "infers", ClauseVerdict::Fails),
    forgets_event_bridge("rule_feeds_itself", "apart", ClauseVerdict::Holds),
    Gap {
        emulator: Kind::Moto,
        exercise: "8.e3",
        mistake: Some("other_parameter"),
        shows: Shows::Reads {
            clause: "training_role",
            verdict: ClauseVerdict::Holds,
            because: "for moto gives an address of AWS's for the code, where it is not, so what it asks for is not seen",
        },
    },
    lacks_code("8.12", "handler"),
    lacks_code("8.12", "takes"),
    lacks_code("8.12", "table"),
    lacks_code("8.12", "parameters"),
    lacks_code("8.12", "moves"),
    lacks_code("8.12", "file"),
    lacks_code("8.12", "allowed"),
    lacks_code("9.11", "handler"),
    lacks_code("9.11", "sends"),
    lacks_code("9.11", "sender"),
    lacks_code("9.11", "allowed"),
    lacks_code("9.i3", "event"),
    lacks_code("9.i2", "agrees"),
    Gap {
        emulator: Kind::Moto,
        exercise: "12.e19",
        mistake: Some("nothing_changed"),
        shows: Shows::Reads {
            clause: "updated",
            verdict: ClauseVerdict::Holds,
            because: "for moto updates a stack whose template has not changed",
        },
    },
    lacks_code("9.14", "handler"),
    lacks_code("9.14", "changes"),
    lacks_code("9.14", "publishes"),
    lacks_code("9.14", "names_topic"),
    lacks_code("9.14", "no_mail"),
    // Without what the practice account adds, it has no SDK for the functions.
    Gap { emulator: Kind::Moto, exercise: "9.15", mistake: None, shows: Shows::Refuses("PUT /account/info answered") },
    // It runs no functions.
    Gap { emulator: Kind::Moto, exercise: "8.14", mistake: None, shows: Shows::Refuses("the function wrote no line") },
    Gap {
        emulator: Kind::Moto,
        exercise: "7.17",
        mistake: None,
        shows: Shows::Reads {
            clause: "deployed",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto does not summarise what a deployment has",
        },
    },
    Gap { emulator: Kind::Moto, exercise: "7.17", mistake: None, shows: exports_swagger("current") },
    Gap {
        emulator: Kind::Moto,
        exercise: "7.17",
        mistake: Some("no_scope"),
        shows: Shows::Reads {
            clause: "scope",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto gives an address of AWS's for the code, where it is not",
        },
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "8.4",
        mistake: None,
        shows: Shows::Reads {
            clause: "deployed",
            verdict: ClauseVerdict::CannotTell,
            because: "for moto does not summarise what a deployment has",
        },
    },
    Gap { emulator: Kind::Moto, exercise: "8.4", mistake: None, shows: exports_swagger("current") },
    unplayed_template("unusual_condition"),
    unplayed_template("other_kind_by_condition"),
    // No integration of moto's asks DynamoDB.
    Gap {
        emulator: Kind::Moto,
        exercise: "8.8",
        mistake: None,
        shows: Shows::Refuses("POST /analytics/auth-callback answered"),
    },
    // Without what the practice account adds, neither verifies a token nor has the SDK for the function.
    Gap { emulator: Kind::Moto, exercise: "7.21", mistake: None, shows: Shows::Refuses("PUT /account/info answered") },
    Gap { emulator: Kind::Moto, exercise: "7.3", mistake: None, shows: Shows::Refuses("SetUICustomization") },
    // Its identities have no tokens, no settings and no MAIL FROM domain.
    Gap {
        emulator: Kind::Moto,
        exercise: "9.1",
        mistake: None,
        shows: Shows::Refuses("PutEmailIdentityDkimAttributes"),
    },
    Gap {
        emulator: Kind::Moto,
        exercise: "5.13",
        mistake: None,
        shows: Shows::Refuses("this endpoint does not export OpenAPI 3"),
    },
    Gap { emulator: Kind::MiniStack, exercise: "4.4", mistake: Some("own_zone_id"), shows: REFUSES_ZONE },
    Gap { emulator: Kind::MiniStack, exercise: "4.8", mistake: Some("own_zone_id"), shows: REFUSES_ZONE },
    Gap { emulator: Kind::MiniStack, exercise: "5.8", mistake: Some("own_zone_id"), shows: REFUSES_ZONE },
    Gap { emulator: Kind::MiniStack, exercise: "7.2", mistake: Some("own_zone_id"), shows: REFUSES_ZONE },
    Gap {
        emulator: Kind::MiniStack,
        exercise: "4.7",
        mistake: Some("unusual_source_account"),
        shows: Shows::Reads {
            clause: "page",
            verdict: ClauseVerdict::Fails,
            because: "for MiniStack does not tell S3 whose account a distribution is of",
        },
    },
    Gap {
        emulator: Kind::MiniStack,
        exercise: "5.12",
        mistake: Some("unusual_stage_variable"),
        shows: Shows::Reads {
            clause: "page",
            verdict: ClauseVerdict::Fails,
            because: "for MiniStack finds no alias of a function by a variable of the stage",
        },
    },
    // It has plans for backups, and nothing that they take.
    lacks_code_in("10.i3", "no_method", "method"),
    lacks_code_in("10.i6", "no_method", "method"),
    lacks_code_in("10.i9", "no_method", "method"),
    lacks_code_in("10.i4", "nothing_feeds_it", "called"),
    lacks_code_in("10.i4", "nothing_feeds_it", "on"),
    lacks_code_in("10.i4", "nothing_feeds_it", "through"),
    lacks_code_in("10.i4", "nothing_feeds_it", "permitted"),
    lacks_code_in("10.i7", "nothing_feeds_it", "called"),
    lacks_code_in("10.i7", "nothing_feeds_it", "on"),
    lacks_code_in("10.i7", "nothing_feeds_it", "through"),
    lacks_code_in("10.i7", "nothing_feeds_it", "permitted"),
    lacks_code_in("10.i10", "nothing_calls_it", "called"),
    lacks_code_in("10.i10", "nothing_calls_it", "on"),
    lacks_code_in("10.i10", "nothing_calls_it", "through"),
    lacks_code_in("10.i10", "nothing_calls_it", "permitted"),
    lacks_code_in("10.i4", "unusual_by_method", "on"),
    Gap {
        emulator: Kind::Moto,
        exercise: "10.i4",
        mistake: Some("old_stream"),
        shows: Shows::Refuses("Cannot enable stream"),
    },
    names_otherwise("10.1", "website_versions"),
    names_otherwise("10.1", "data_versions"),
    names_otherwise("10.4", "versions"),
    names_otherwise("10.4", "copy_versions"),
    Gap { emulator: Kind::Moto, exercise: "10.2", mistake: None, shows: Shows::Refuses("BackupSelection") },
    Gap { emulator: Kind::Moto, exercise: "10.4", mistake: Some("star_in_prefix"), shows: FORGETS_FILTER },
    Gap { emulator: Kind::Moto, exercise: "10.4", mistake: Some("by_tag"), shows: FORGETS_FILTER },
    Gap { emulator: Kind::MiniStack, exercise: "10.e2", mistake: None, shows: HAS_NO_PACKS },
    rolls_nothing_back("12.e7", "name_taken"),
    rolls_nothing_back("12.e8", "rolled_back"),
    rolls_nothing_back("12.e13", "rolled_back"),
    rolls_nothing_back("12.e17", "bucket_left"),
    rolls_nothing_back("12.e18", "rolled_back"),
    rolls_nothing_back("12.e19", "rolled_back"),
    Gap { emulator: Kind::Moto, exercise: "10.e2", mistake: None, shows: HAS_NO_PACKS },
];

/// As AWS does. The state is tried where the emulator takes it.
const REFUSES_ZONE: Shows = Shows::Refuses("does not lie within the target zone");

const HAS_NO_PACKS: Shows = Shows::Refuses("PutConformancePack");

/// Moto makes a stack while it is asked for one, and answers with what went wrong instead.
const fn rolls_nothing_back(exercise: &'static str, mistake: &'static str) -> Gap {
    Gap { emulator: Kind::Moto, exercise, mistake: Some(mistake), shows: Shows::Refuses("BucketAlreadyExists") }
}

const FORGETS_FILTER: Shows = Shows::Reads {
    clause: "rule",
    verdict: ClauseVerdict::Holds,
    because: "for moto forgets the filter of a replication rule",
};

const DENIES_HEAD: Shows = Shows::Reads {
    clause: "readable",
    verdict: ClauseVerdict::CannotTell,
    because: "for moto keeps to a Deny whatever its condition is",
};

const fn exports_swagger(clause: &'static str) -> Shows {
    Shows::Reads {
        clause,
        verdict: ClauseVerdict::CannotTell,
        because: "for moto exports Swagger 2.0 without integrations, whatever it is asked for",
    }
}

const fn lacks_origin(clause: &'static str) -> Shows {
    Shows::Reads {
        clause,
        verdict: ClauseVerdict::CannotTell,
        because: "for moto leaves out what kind of origin a bucket is, and its origin access control",
    }
}

const fn unplayed_template(mistake: &'static str) -> Gap {
    let because = "for nobody visits APIs of moto's, and the template does not tell";
    let shows = Shows::Undecided { clause: "template", because };
    Gap { emulator: Kind::Moto, exercise: "8.4", mistake: Some(mistake), shows }
}

const fn forgets_event_bridge(mistake: &'static str, clause: &'static str, verdict: ClauseVerdict) -> Gap {
    let because = "for moto forgets that a bucket tells EventBridge";
    Gap {
        emulator: Kind::Moto,
        exercise: "8.e4",
        mistake: Some(mistake),
        shows: Shows::Reads { clause, verdict, because },
    }
}

const fn names_otherwise(exercise: &'static str, clause: &'static str) -> Gap {
    let because = "for moto calls what it says of versions otherwise than AWS";
    let shows = Shows::Reads { clause, verdict: ClauseVerdict::CannotTell, because };
    Gap { emulator: Kind::Moto, exercise, mistake: None, shows }
}

const fn lacks_code(exercise: &'static str, clause: &'static str) -> Gap {
    let because = "for moto gives an address of AWS's for the code, where it is not";
    let shows = Shows::Reads { clause, verdict: ClauseVerdict::CannotTell, because };
    Gap { emulator: Kind::Moto, exercise, mistake: None, shows }
}

const fn lacks_code_in(exercise: &'static str, mistake: &'static str, clause: &'static str) -> Gap {
    Gap { mistake: Some(mistake), ..lacks_code(exercise, clause) }
}

/// The gaps of an emulator that bear on an exercise, and on one of its mistakes when that is asked about.
pub fn of(emulator: Kind, exercise: &Exercise, mistake: Option<&str>) -> Vec<&'static Gap> {
    let bears = |gap: &&Gap| gap.mistake.is_none() || gap.mistake == mistake;
    GAPS.iter().filter(|gap| gap.emulator == emulator && gap.exercise == exercise.id).filter(bears).collect()
}

/// Whether the emulator takes the solutions on which the exercise builds.
pub fn is_reachable(emulator: Kind, exercise: &Exercise) -> bool {
    exercise.needs().iter().all(|needed| refusal_of_solution(emulator, needed).is_none())
}

/// Whether it takes the exercise's own solution, too.
pub fn is_solvable(emulator: Kind, exercise: &Exercise) -> bool {
    is_reachable(emulator, exercise) && refusal_of_solution(emulator, exercise).is_none()
}

/// The text with which an emulator refuses the exercise's solution, when it does.
pub fn refusal_of_solution(emulator: Kind, exercise: &Exercise) -> Option<&'static str> {
    refusal(&of(emulator, exercise, None))
}

/// Whether one of the gaps keeps the clause from being told.
pub fn is_hidden(gaps: &[&Gap], id: &str) -> bool {
    gaps.iter().any(|gap| match gap.shows {
        Shows::Reads { clause, verdict, .. } => clause == id && verdict == ClauseVerdict::CannotTell,
        Shows::Undecided { clause, .. } => clause == id,
        Shows::Refuses(_) => false,
    })
}

pub fn refusal(gaps: &[&Gap]) -> Option<&'static str> {
    gaps.iter().find_map(|gap| match gap.shows {
        Shows::Refuses(text) => Some(text),
        Shows::Reads { .. } | Shows::Undecided { .. } => None,
    })
}

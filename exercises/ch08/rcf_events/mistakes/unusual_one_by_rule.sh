# A notification calls the one function, and a rule of EventBridge the other.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Each function may be called in its own way.
# finding: holds | trains
# says: s3:ObjectCreated:*
# finding: holds | infers
# says: the rule infer
rule_calls infer inference '{"prefix": "rcf/input/"}' "$RECORDS"
event_bridge_instead_of 1

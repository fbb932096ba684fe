# A rule calls the inference function for all below rcf/, where its own results lie as well.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and each result starts the function again.
# lesson: A rule feeds a function its own results as a notification does.
# finding: holds | infers
# finding: fails | apart
# says: the rule infer lets rcf/output/
rule_calls infer inference '{"prefix": "rcf/"}' "$RECORDS"
event_bridge_instead_of 1

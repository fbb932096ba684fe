# A rule of EventBridge calls the training function, whose code takes the event of S3's own notifications.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and each training ends with a KeyError in the log.
# lesson: EventBridge's event of a new object looks otherwise than S3's own.
# finding: fails | trains
# says: an event without Records
rule_calls train training '{"prefix": "analytics/"}'
event_bridge_instead_of 0

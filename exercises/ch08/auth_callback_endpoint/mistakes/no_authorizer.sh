# POST is open to everyone.
# starts: solved
# verdict: not done
# visitor: Strangers fill the table, at your cost.
# lesson: What writes needs to know who asks.
# finding: fails | authorizer
# says: everyone may call it
post_again --authorization-type NONE

# Every topic of every account may have the function called.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and strangers may call the function at your cost.
# lesson: A service calls for many accounts: say for which topic.
# finding: fails | permission
# says: of every account
only_topic_permission

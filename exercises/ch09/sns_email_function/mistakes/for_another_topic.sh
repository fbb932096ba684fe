# The permission is for a topic of another name.
# starts: solved
# verdict: not done
# visitor: No mail comes, and the function has no log of it.
# lesson: The source ARN says for which topic Amazon SNS may call.
# finding: fails | permission
# says: :sns-send-email
only_topic_permission --source-arn "$(topic sns-send-email)"

# The bucket was deleted by hand.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; the stack says that it is complete.
# lesson: What a stack has made is changed and deleted by the stack.
# finding: fails | bucket
# says: deleted it by hand
aws s3 rb s3://{{ data_bucket }}-stack

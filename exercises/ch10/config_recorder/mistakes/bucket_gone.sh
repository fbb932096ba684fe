# The bucket of the history was deleted to save money.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; in AWS Config the last delivery failed.
# lesson: The recorder costs the money, and the bucket next to nothing.
# finding: fails | channel
# says: not among yours
aws s3 rb s3://{{ data_bucket }}-config --force

# The block was deleted instead of turned on: no setting is in force.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything today: without a public policy the bucket is closed.
# lesson: Removing the block is the opposite of turning it on.
# finding: fails | settings
aws s3api delete-public-access-block --bucket {{ website_bucket }}

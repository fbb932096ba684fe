# The block was deleted instead of turned on: no setting is in force.
# starts: solved
# verdict: not done
# finding: fails | all public access to the bucket is blocked
aws s3api delete-public-access-block --bucket {{ website_bucket }}

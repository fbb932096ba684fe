# The block was deleted instead of turned on: no setting is in force.
# starts: solved
# verdict: not done
# finding: fails | settings
aws s3api delete-public-access-block --bucket {{ website_bucket }}

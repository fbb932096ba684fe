# The bucket has no public access settings at all: they were deleted.
# starts: solved
# verdict: done
# visitor: The page appears.
# lesson: Without settings nothing is blocked.
aws s3api delete-public-access-block --bucket {{ website_bucket }}

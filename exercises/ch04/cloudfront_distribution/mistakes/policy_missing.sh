# Nobody wrote the bucket policy: CloudFront signs, and S3 still refuses.
# starts: solved
# verdict: not done
# visitor: The page answers 403 AccessDenied.
# lesson: Signing says who asks, and only a policy lets that one in.
# finding: fails | policy
aws s3api delete-bucket-policy --bucket {{ website_bucket }}

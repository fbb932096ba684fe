# Nobody wrote the bucket policy: CloudFront signs, and S3 still refuses.
# starts: solved
# verdict: not done
# finding: fails | policy
aws s3api delete-bucket-policy --bucket {{ website_bucket }}

# The distribution was made from the bucket's name alone, with no settings.
# starts: before
# verdict: not done
# finding: fails | distribution
aws cloudfront create-distribution \
  --origin-domain-name {{ website_bucket }}.s3.{{ region }}.amazonaws.com \
  --default-root-object index.html

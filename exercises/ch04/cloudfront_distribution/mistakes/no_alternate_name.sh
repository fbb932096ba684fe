# The distribution was made from the bucket's name alone, with no settings.
# starts: before
# verdict: not done
# visitor: https://{{ domain }} will answer 403, though the distribution's own address works.
# lesson: CloudFront refuses requests for names that it does not know.
# finding: fails | distribution
aws cloudfront create-distribution \
  --origin-domain-name {{ website_bucket }}.s3.{{ region }}.amazonaws.com \
  --default-root-object index.html

# As CDK's BucketDeployment leaves it: every path, by two invalidations.
# starts: solved
# verdict: done
# visitor: The page is the new one.
# lesson: An invalidation of every path includes the page.
sleep 2
aws s3 cp website/chapters.html s3://{{ website_bucket }}/chapters.html \
  --content-type text/html --metadata aws-cdk=deployed
for _ in 1 2; do
  aws cloudfront create-invalidation --paths "/*" \
    --distribution-id "$(distribution)"
done

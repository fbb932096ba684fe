# As CDK's BucketDeployment leaves it: every path, twice.
# starts: solved
# verdict: done
# visitor: Every visitor gets the new pages.
# lesson: A wildcard at the end covers everything that begins like that.
# finding: holds | callback
sleep 2
edit_script auth-callback.js 's|^// Exchanges|// Now exchanges|'
for _ in 1 2; do
  aws cloudfront create-invalidation --paths "/*" \
    --distribution-id "$(distribution)"
done

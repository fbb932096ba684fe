# The invalidation is of the page that the link leads to.
# starts: solved
# verdict: not done
# visitor: Some visitors see the home page without the link for up to a day.
# lesson: Invalidate the page that changed, not the one it leads to.
# finding: fails | invalidated
# says: of /chapters.html
# says: Create an invalidation of /index.html
sleep 2
aws s3 cp website/index.html s3://{{ website_bucket }}/index.html \
  --content-type text/html
aws cloudfront create-invalidation --paths "/chapters.html" \
  --distribution-id "$(aws cloudfront list-distributions \
    --query 'DistributionList.Items[0].Id' --output text)"

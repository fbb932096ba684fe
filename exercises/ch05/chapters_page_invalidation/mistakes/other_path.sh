# The invalidation is of the home page, not of the new page.
# starts: solved
# verdict: not done
# visitor: Some visitors see the old page for up to a day.
# lesson: An invalidation drops only the paths that it names.
# finding: fails | invalidated
# says: of /index.html
# says: Create an invalidation of /chapters.html
sleep 2
aws s3 cp website/chapters.html s3://{{ website_bucket }}/chapters.html \
  --content-type text/html
aws cloudfront create-invalidation --paths "/index.html" \
  --distribution-id "$(aws cloudfront list-distributions \
    --query 'DistributionList.Items[0].Id' --output text)"

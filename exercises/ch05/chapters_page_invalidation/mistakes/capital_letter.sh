# The path has a capital letter that the page's address does not have.
# starts: solved
# verdict: not done
# visitor: Some visitors see the old page for up to a day.
# lesson: Paths of an invalidation distinguish capital letters.
# finding: fails | invalidated
# says: Capital letters count
sleep 2
aws s3 cp website/chapters.html s3://{{ website_bucket }}/chapters.html \
  --content-type text/html
aws cloudfront create-invalidation --paths "/Chapters.html" \
  --distribution-id "$(aws cloudfront list-distributions \
    --query 'DistributionList.Items[0].Id' --output text)"

# The path has the folder in it that the page is in on the computer.
# starts: solved
# verdict: not done
# visitor: Some visitors see the old page for up to a day.
# lesson: A path is what follows the host in the page's address.
# finding: fails | invalidated
# says: of /website/chapters.html
# says: A path begins at the top of the website
sleep 2
aws s3 cp website/chapters.html s3://{{ website_bucket }}/chapters.html \
  --content-type text/html
aws cloudfront create-invalidation --paths "/website/chapters.html" \
  --distribution-id "$(aws cloudfront list-distributions \
    --query 'DistributionList.Items[0].Id' --output text)"

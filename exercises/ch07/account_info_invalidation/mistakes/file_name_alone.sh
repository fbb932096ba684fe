# The path is the file's name, without its folder.
# starts: solved
# verdict: not done
# visitor: Some visitors see the old page for up to a day.
# lesson: A path is what follows the host in the page's address.
# finding: fails | invalidated
# says: Create an invalidation of /account/info.html
sleep 2
aws s3 cp website/account/info.html \
  s3://{{ website_bucket }}/account/info.html --content-type text/html
aws cloudfront create-invalidation --distribution-id "$(distribution)" \
  --paths "/info.html"

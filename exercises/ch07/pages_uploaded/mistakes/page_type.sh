# A page was uploaded as plain text.
# starts: solved
# verdict: not done
# visitor: After signing out, the browser shows the page's source.
# lesson: A browser trusts the content type, not the name's end.
# finding: fails | logout
# says: text/plain
# finding: holds | callback
aws s3 cp website/logout.html s3://{{ website_bucket }}/logout.html \
  --content-type text/plain

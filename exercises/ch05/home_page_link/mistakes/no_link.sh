# The page names the other one, and the link stands in a comment.
# starts: solved
# verdict: not done
# visitor: The home page names the chapters, and nothing can be clicked.
# lesson: A link in a comment is not there.
# finding: fails | link
# says: no link
sed 's|<a href="chapters.html">Chapters</a>|<!-- & -->Chapters|' \
  website/index.html |
  aws s3 cp - s3://{{ website_bucket }}/index.html \
    --content-type text/html
aws cloudfront create-invalidation --paths /index.html \
  --distribution-id "$(distribution)"

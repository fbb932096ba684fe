# The page names the other one, and the link stands in a comment.
# starts: solved
# verdict: not done
# finding: fails | link
# says: no link
sed 's|<a href="chapters.html">Chapters</a>|<!-- & -->Chapters|' \
  website/index.html |
  aws s3 cp - s3://{{ website_bucket }}/index.html \
    --content-type text/html

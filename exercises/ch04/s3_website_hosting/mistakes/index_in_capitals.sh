# The object is called Index.html: capital letters count in S3.
# starts: solved
# verdict: not done
# visitor: The page answers 404 NoSuchKey.
# lesson: Keys are exact, capital letters included.
# finding: fails | index
# says: Index.html
aws s3 mv s3://{{ website_bucket }}/index.html \
  s3://{{ website_bucket }}/Index.html

# The page is packed with gzip, and nothing tells browsers so.
# starts: solved
# verdict: not done
# visitor: The page shows gibberish.
# lesson: Browsers unpack what the header Content-Encoding names.
# finding: fails | asks
# says: does not say so
gzip -c website/chapters.html |
  aws s3 cp - s3://{{ website_bucket }}/chapters.html \
    --content-type text/html

# As tools that upload websites leave it: the page is packed with gzip.
# starts: solved
# verdict: done
# visitor: The page is shown: browsers unpack it.
# lesson: Browsers unpack a file that says how it is packed.
gzip -c website/chapters.html |
  aws s3 cp - s3://{{ website_bucket }}/chapters.html \
    --content-type text/html --content-encoding gzip

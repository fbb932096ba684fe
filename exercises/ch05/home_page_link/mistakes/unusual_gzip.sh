# As tools that upload websites leave it: the page is packed with gzip.
# starts: solved
# verdict: done
# visitor: The page shows the link: browsers unpack it.
# lesson: Browsers unpack a file that says how it is packed.
gzip -c website/index.html |
  aws s3 cp - s3://{{ website_bucket }}/index.html \
    --content-type text/html --content-encoding gzip
aws cloudfront create-invalidation --paths "/*" \
  --distribution-id "$(distribution)"

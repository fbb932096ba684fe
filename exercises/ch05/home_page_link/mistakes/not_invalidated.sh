# The page was uploaded once more, and CloudFront was not told.
# starts: solved
# verdict: not done
# finding: holds | index.html links to chapters.html
# finding: fails | CloudFront was told to forget the home page after its last upload, and has done so
# says: from before the upload
sleep 2
aws s3 cp website/index.html s3://{{ website_bucket }}/index.html \
  --content-type text/html

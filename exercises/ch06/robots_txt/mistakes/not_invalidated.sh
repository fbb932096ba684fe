# The file was uploaded once more, and CloudFront was not told.
# starts: solved
# verdict: not done
# finding: holds | robots.txt asks all crawlers to leave every page alone
# finding: fails | CloudFront was told to forget /robots.txt after its last upload, and has done so
# says: from before the upload
sleep 2
aws s3 cp website/robots.txt s3://{{ website_bucket }}/robots.txt \
  --content-type text/plain

# Disallow has no path, so that nothing is forbidden.
# starts: solved
# verdict: not done
# visitor: Crawlers may fetch every page.
# lesson: Disallow with nothing after it forbids nothing.
# finding: fails | rules
# says: Disallow: with nothing after it
printf 'User-agent: *\nDisallow:\n' |
  aws s3 cp - s3://{{ website_bucket }}/robots.txt --content-type text/plain
aws cloudfront create-invalidation --paths /robots.txt \
  --distribution-id "$(distribution)"

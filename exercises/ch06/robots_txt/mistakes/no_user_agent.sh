# No line says for whom the rule is.
# starts: solved
# verdict: not done
# visitor: Crawlers may fetch every page.
# lesson: A rule without a User-agent line is for nobody.
# finding: fails | rules
# says: rules without a User-agent line
printf 'Disallow: /\n' |
  aws s3 cp - s3://{{ website_bucket }}/robots.txt --content-type text/plain
aws cloudfront create-invalidation --paths /robots.txt \
  --distribution-id "$(distribution)"

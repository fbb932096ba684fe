# The rule is for one crawler alone.
# starts: solved
# verdict: not done
# visitor: All crawlers but one may fetch every page.
# lesson: A group is for the crawler that it names, and * is all others.
# finding: fails | rules
# says: rules for googlebot alone
printf 'User-agent: Googlebot\nDisallow: /\n' |
  aws s3 cp - s3://{{ website_bucket }}/robots.txt --content-type text/plain
aws cloudfront create-invalidation --paths /robots.txt \
  --distribution-id "$(distribution)"

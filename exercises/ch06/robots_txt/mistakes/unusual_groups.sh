# Two crawlers have groups of their own, and everything was invalidated.
# starts: solved
# verdict: done
# visitor: Crawlers read that they are to stay away.
# lesson: The group for all counts for whoever has none of its own.
printf '%s\n' '# nobody' 'User-agent: alpha' 'User-agent: beta' \
  'Disallow: /' '' 'User-agent: *' 'Disallow: /' 'Crawl-delay: 10' >robots.tmp
aws s3 cp robots.tmp s3://{{ website_bucket }}/robots.txt \
  --content-type text/plain
rm robots.tmp
aws cloudfront create-invalidation --paths "/*" \
  --distribution-id "$(distribution)"

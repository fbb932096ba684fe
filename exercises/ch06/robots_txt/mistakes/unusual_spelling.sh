# Written on Windows, with more rules, and one crawler is let in.
# starts: solved
# verdict: done
# visitor: Crawlers stay away, but for one that is welcome.
# lesson: Names of rules ignore capital letters and kinds of line ends.
# finding: holds | rules
# says: but archiver
printf '\xef\xbb\xbfUSER-AGENT: a\r\nuser-agent:*\r\n\r\nDISALLOW: /*\r\n' \
  >robots.tmp
printf 'User-agent: Archiver # welcome\r\nAllow: /\r\n' >>robots.tmp
aws s3 cp robots.tmp s3://{{ website_bucket }}/robots.txt \
  --content-type "text/plain; charset=utf-8"
rm robots.tmp
aws cloudfront create-invalidation --paths "/robots*" \
  --distribution-id "$(aws cloudfront list-distributions \
    --query 'DistributionList.Items[0].Id' --output text)"

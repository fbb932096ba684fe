# The link is the whole address, and everything below / was invalidated.
# starts: solved
# verdict: done
# visitor: The link works.
# lesson: A link may be relative or the whole address.
aws s3 cp website/chapters.html s3://{{ website_bucket }}/chapters.html \
  --content-type text/html
aws s3 cp - s3://{{ website_bucket }}/index.html \
  --content-type "text/html; charset=utf-8" <<'PAGE'
<title>Home</title><base href="https://{{ domain }}/">
<p><A HREF='HTTPS://{{ domain }}/./chapters.html?from=home#list'>List
PAGE
aws cloudfront create-invalidation --paths "/*" \
  --distribution-id "$(aws cloudfront list-distributions \
    --query 'DistributionList.Items[0].Id' --output text)"

# As a build tool uploads a website: packed, with a style in a file, and a library of another host.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: What other hosts serve is none of the bucket's business.
# finding: holds | account_files
# says: css/site.css
page=$(aws s3 cp s3://{{ website_bucket }}/account/index.html -)
sed '/<title>/a <link rel=stylesheet href="/css/site.css">\
<script src="https://cdn.example.net/app.js"></script>' <<<"$page" |
  gzip -c | aws s3 cp - s3://{{ website_bucket }}/account/index.html \
    --content-type text/html --content-encoding gzip
aws s3 cp - s3://{{ website_bucket }}/css/site.css \
  --content-type text/css <<<'main { margin: auto; }'

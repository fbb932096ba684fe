# The page has its scripts in itself, and its style in another file.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: A page may hold what others load.
# finding: holds | files
# says: site.css
aws s3 cp - s3://{{ website_bucket }}/account/info.html \
  --content-type text/html <<'PAGE'
<!DOCTYPE html><title>Your name</title>
<link rel="stylesheet" href="../site.css"><script>go()</script>
PAGE
aws s3 cp - s3://{{ website_bucket }}/site.css \
  --content-type text/css <<<'body { margin: auto; }'

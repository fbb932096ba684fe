# The page has its script in itself.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: A page may hold what others load.
# finding: holds | files
# finding: holds | sends
script=$(aws s3 cp s3://{{ website_bucket }}/auth-callback.js -)
aws s3 cp - s3://{{ website_bucket }}/auth-callback.html \
  --content-type text/html <<PAGE
<!doctype html><title>Signing in</title><p id="status">One moment</p>
<script type="module">$script</script>
PAGE

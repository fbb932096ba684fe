# The call stands in a comment, so that the page asks nothing.
# starts: solved
# verdict: not done
# visitor: The page stays empty and asks nothing.
# lesson: A call in a comment is never made.
# finding: fails | asks
# says: in a comment
aws s3 cp - s3://{{ website_bucket }}/chapters.html \
  --content-type text/html <<'PAGE'
<!doctype html>
<title>Chapters</title>
<script>
  // fetch("https://{{ api_domain }}/chapters").then(show);
</script>
PAGE

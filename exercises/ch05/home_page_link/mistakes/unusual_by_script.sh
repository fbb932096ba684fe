# As a single-page application leaves it: a script makes the link.
# starts: solved
# verdict: done
# visitor: The page shows the link.
# lesson: A script may make the link when the page is shown.
# finding: skipped | link
# says: not told from the page
aws s3 cp - s3://{{ website_bucket }}/index.html \
  --content-type text/html <<'PAGE'
<!doctype html><title>Home</title><div id="root"></div>
<script>
  const page = "chapters";
  document.getElementById("root").innerHTML = `<a href="/${page}.html">x</a>`;
</script>
PAGE
aws cloudfront create-invalidation --paths "/*" \
  --distribution-id "$(distribution)"

# A library of another host asks, as the page's attributes tell it to.
# starts: solved
# verdict: done
# visitor: The page shows the chapters.
# lesson: A library may ask for the page; the network panel of the browser shows what it asks.
# finding: skipped | asks
# says: not told from the script
aws s3 cp - s3://{{ website_bucket }}/chapters.html \
  --content-type text/html <<'PAGE'
<!doctype html><title>Chapters</title>
<script src="https://cdn.example.org/htmx.min.js"></script>
<ul hx-get="https://{{ api_domain }}/chapters" hx-trigger="load"></ul>
PAGE

# The script is a file of its own, and asks in the older way.
# starts: solved
# verdict: done
# visitor: The page shows the list.
# lesson: A script may be a file of its own, and ask in the older way.
aws s3 cp - s3://{{ website_bucket }}/js/chapters.js \
  --content-type text/javascript <<'SCRIPT'
const host = "{{ api_domain }}"; /* not http://example.org/chapters */
const request = new XMLHttpRequest();
request.open("GET", "https://" + host + '/chapters?order=' + order());
request.send();
SCRIPT
aws s3 cp - s3://{{ website_bucket }}/chapters.html \
  --content-type "text/html; charset=utf-8" <<'PAGE'
<TITLE>Chapters</TITLE><SCRIPT SRC=./js/chapters.js DEFER></SCRIPT>
PAGE

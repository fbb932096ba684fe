# The script asks over HTTP, which a page that came over HTTPS may not.
# starts: solved
# verdict: not done
# visitor: The browser blocks the request as mixed content.
# lesson: A page that came over HTTPS may ask only over HTTPS.
# finding: fails | asks
# says: http://{{ api_domain }}/chapters
# says: the browser blocks this
sed 's|"https://|"http://|' website/chapters.html |
  aws s3 cp - s3://{{ website_bucket }}/chapters.html \
    --content-type text/html

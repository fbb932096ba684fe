# Puts the page of chapters beside the home page in the bucket.
aws s3 cp website/chapters.html s3://{{ website_bucket }}/chapters.html \
  --content-type text/html

echo "https://{{ domain }}/chapters.html"

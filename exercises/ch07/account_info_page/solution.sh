# Puts the account information page, and its script, in the folder account of the bucket.
aws s3 cp website/account/info.html \
  s3://{{ website_bucket }}/account/info.html --content-type text/html
# Exercise 7.19 sets the content type of the script.
aws s3 cp - s3://{{ website_bucket }}/account/info.js \
  <website/account/info.js

# Puts the account information page, and its scripts, in the folder account of the bucket.
aws s3 cp website/account/info.html \
  s3://{{ website_bucket }}/account/info.html --content-type text/html
for script in info.js auth-check.js; do
  aws s3 cp "website/account/$script" \
    "s3://{{ website_bucket }}/account/$script" \
    --content-type text/javascript
done

# Puts a page that takes a phone number, and its script, in the folder account of the bucket.
aws s3 cp website/account/info.html \
  s3://{{ website_bucket }}/account/info.html --content-type text/html
aws s3 cp website/account/info.js \
  s3://{{ website_bucket }}/account/info.js --content-type text/javascript

# Visitors see the new page once CloudFront drops the old one.
for id in $(aws cloudfront list-distributions --output text --query \
  "DistributionList.Items[?contains(Aliases.Items || [''], '{{ domain }}')].Id")
do
  [[ $id != None ]] || continue
  aws cloudfront create-invalidation --distribution-id "$id" \
    --paths '/account/*'
done

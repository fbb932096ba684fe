# Puts a page that takes images, and its script, in the bucket of the
# website: one way of many.
aws s3 cp website/images.html \
  s3://{{ website_bucket }}/images.html --content-type text/html
aws s3 cp website/images.js \
  s3://{{ website_bucket }}/images.js --content-type text/javascript

# Visitors see the new page once CloudFront drops the old one.
for id in $(aws cloudfront list-distributions --output text --query \
  "DistributionList.Items[?contains(Aliases.Items || [''], '{{ domain }}')].Id")
do
  [[ $id != None ]] || continue
  aws cloudfront create-invalidation --distribution-id "$id" \
    --paths /images.html /images.js
done

# Puts a page that takes texts that are to be spoken, and its script, in the bucket of the
# website: one way of many.
aws s3 cp website/speech.html \
  s3://{{ website_bucket }}/speech.html --content-type text/html
aws s3 cp website/speech.js \
  s3://{{ website_bucket }}/speech.js --content-type text/javascript

# Visitors see the new page once CloudFront drops the old one.
for id in $(aws cloudfront list-distributions --output text --query \
  "DistributionList.Items[?contains(Aliases.Items || [''], '{{ domain }}')].Id")
do
  [[ $id != None ]] || continue
  aws cloudfront create-invalidation --distribution-id "$id" \
    --paths /speech.html /speech.js
done

# A second distribution without a name does no harm beside the right one.
# starts: solved
# verdict: done
aws cloudfront create-distribution \
  --origin-domain-name {{ data_bucket }}.s3.{{ region }}.amazonaws.com

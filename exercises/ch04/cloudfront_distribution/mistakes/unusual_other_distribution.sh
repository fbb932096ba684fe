# A second distribution without a name does no harm beside the right one.
# starts: solved
# verdict: done
# visitor: Visitors of {{ domain }} see nothing of the second distribution.
# lesson: A distribution is found by its alternate name, not by its number.
aws cloudfront create-distribution \
  --origin-domain-name {{ data_bucket }}.s3.{{ region }}.amazonaws.com

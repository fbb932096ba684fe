# Fill in: what this does, in one line. Run twice, it ends in the same state.
echo '<!doctype html><title>Example</title>' |
  aws s3 cp - s3://{{ website_bucket }}/example.html \
    --content-type text/html

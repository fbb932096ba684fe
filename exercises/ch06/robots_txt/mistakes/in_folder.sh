# The file lies in a folder, where no crawler looks for it.
# starts: solved
# verdict: not done
# finding: fails | file
# says: website/robots.txt
aws s3 mv s3://{{ website_bucket }}/robots.txt \
  s3://{{ website_bucket }}/website/robots.txt

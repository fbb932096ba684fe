# The file lies in a folder, where no crawler looks for it.
# starts: solved
# verdict: not done
# visitor: Crawlers get 403 for /robots.txt and fetch every page.
# lesson: Crawlers look for the file at the top of the host and nowhere else.
# finding: fails | file
# says: website/robots.txt
aws s3 mv s3://{{ website_bucket }}/robots.txt \
  s3://{{ website_bucket }}/website/robots.txt

# The page lies in a folder, so that its address is another.
# starts: solved
# verdict: not done
# visitor: /chapters.html answers 403, and /website/chapters.html shows the page.
# lesson: A folder's name becomes a part of the address.
# finding: fails | page
# says: website/chapters.html
aws s3 mv s3://{{ website_bucket }}/chapters.html \
  s3://{{ website_bucket }}/website/chapters.html

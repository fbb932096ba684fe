# The link leads to a page that is no longer there.
# starts: solved
# verdict: not done
# finding: holds | index.html links to chapters.html
# finding: fails | the bucket holds chapters.html
aws s3 rm s3://{{ website_bucket }}/chapters.html

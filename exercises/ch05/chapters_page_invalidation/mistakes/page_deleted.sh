# The page is gone: there is nothing that visitors could get.
# starts: solved
# verdict: not done
# finding: fails | the bucket {{ website_bucket }} holds chapters.html
aws s3 rm s3://{{ website_bucket }}/chapters.html

# The folder was uploaded with its name: the page lies in website/.
# starts: solved
# verdict: not done
# visitor: The page answers 404, and /website/index.html shows it.
# lesson: A folder's name becomes a part of the key.
# finding: fails | index
# says: website/index.html
aws s3 rm s3://{{ website_bucket }} --recursive
aws s3 cp website s3://{{ website_bucket }}/website --recursive

# CLIENT_ID still stands in the page.
# starts: solved
# verdict: not done
# visitor: Log out leads to an error page of Cognito's.
# lesson: What is written in capitals in a starter file is to be replaced.
# finding: holds | looks
# finding: fails | out
# says: where CLIENT_ID stands
aws s3 cp website/account/index.html \
  s3://{{ website_bucket }}/account/index.html --content-type text/html

# CLIENT_ID still stands in the pages.
# starts: solved
# verdict: not done
# visitor: Log in leads to an error page of Cognito's.
# lesson: What is written in capitals in a starter file is to be replaced.
# finding: fails | home_in
# says: where CLIENT_ID stands
# finding: fails | chapters_in
# finding: fails | chapters_out
for page in index.html chapters.html; do
  aws s3 cp "website/$page" "s3://{{ website_bucket }}/$page" \
    --content-type text/html
done

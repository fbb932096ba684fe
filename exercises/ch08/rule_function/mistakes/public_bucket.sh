# The file goes into the bucket of the website.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: S3 refuses the function.
# lesson: What is in the bucket of the website is public.
# finding: fails | file
# says: {{ website_bucket }}
sed -i 's/Bucket: "[^"]*"/Bucket: "{{ website_bucket }}"/' \
  functions/rule-analytics-auth-callback/index.mjs
put_code rule-analytics-auth-callback index.mjs

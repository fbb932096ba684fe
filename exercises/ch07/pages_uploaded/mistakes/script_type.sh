# A script was uploaded without its type, as tools do that do not know it.
# starts: solved
# verdict: not done
# visitor: After signing in, the page stays at "One moment".
# lesson: A browser runs a module only if its content type is JavaScript's.
# finding: holds | callback
# finding: fails | callback_files
# says: auth-callback.js as application/octet-stream, which browsers do not run
script=$(aws s3 cp s3://{{ website_bucket }}/auth-callback.js -)
aws s3 cp - s3://{{ website_bucket }}/auth-callback.js \
  --content-type application/octet-stream <<<"$script"

# The types have another spelling, and a script is no module.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: JavaScript has several content types, and a type may name the encoding.
# finding: holds | callback
# finding: holds | logout_files
page=$(aws s3 cp s3://{{ website_bucket }}/auth-callback.html -)
aws s3 cp - s3://{{ website_bucket }}/auth-callback.html \
  --content-type "Text/HTML; charset=utf-8" <<<"$page"
script=$(aws s3 cp s3://{{ website_bucket }}/auth-callback.js -)
aws s3 cp - s3://{{ website_bucket }}/auth-callback.js \
  --content-type "application/javascript;charset=utf-8" <<<"$script"
edit_page logout.html 's|type="module"|defer|'
script=$(aws s3 cp s3://{{ website_bucket }}/logout.js -)
aws s3 cp - s3://{{ website_bucket }}/logout.js \
  --content-type text/plain <<<"$script"

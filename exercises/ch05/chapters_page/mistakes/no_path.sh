# The script asks the API's top instead of its resource.
# starts: solved
# verdict: not done
# finding: fails | asks
# says: a script that asks https://{{ api_domain }}/
sed 's|}/chapters`|}`|' website/chapters.html |
  aws s3 cp - s3://{{ website_bucket }}/chapters.html \
    --content-type text/html

# The script asks the API's top instead of its resource.
# starts: solved
# verdict: not done
# visitor: The page shows that the API did not answer: its root has no method.
# lesson: The address of a resource includes its path.
# finding: fails | asks
# says: a script that asks https://{{ api_domain }}/
sed 's|}/chapters`|}`|' website/chapters.html |
  aws s3 cp - s3://{{ website_bucket }}/chapters.html \
    --content-type text/html

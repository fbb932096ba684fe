# The script asks the stage's own address instead of the API's name.
# starts: solved
# verdict: not done
# visitor: The list appears, until the API is made again.
# lesson: A name of your own stays, and the stage's address does not.
# finding: fails | asks
# says: a1b2c3d4e5.execute-api.{{ region }}.amazonaws.com/v1/chapters
# says: That is the stage's own address
stage=a1b2c3d4e5.execute-api.{{ region }}.amazonaws.com/v1
sed "s|{{ api_domain }}|$stage|" website/chapters.html |
  aws s3 cp - s3://{{ website_bucket }}/chapters.html \
    --content-type text/html

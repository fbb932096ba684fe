# The request has a mode in which a browser keeps the answer from the script.
# starts: solved
# verdict: not done
# visitor: The page shows that the API did not answer, though it did.
# lesson: With the mode no-cors a script may not read the answer.
# finding: fails | asks
# says: the mode no-cors
sed 's|}/chapters`|&, { mode: "no-cors" }|' website/chapters.html |
  aws s3 cp - s3://{{ website_bucket }}/chapters.html \
    --content-type text/html

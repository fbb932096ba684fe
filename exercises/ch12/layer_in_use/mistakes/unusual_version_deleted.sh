# The version that the function uses was deleted.
# starts: solved
# verdict: done
# visitor: The function answers as before.
# lesson: A function keeps its layer after the version was deleted, until the function changes.
# finding: holds | fits
aws lambda publish-layer-version --layer-name chapters-text \
  --zip-file fileb://layers/chapters-text.zip
aws lambda delete-layer-version --layer-name chapters-text --version-number 1

# The first version was wrong and is deleted; a second one is right.
# starts: solved
# verdict: done
# visitor: Nobody sees anything: no function uses it yet.
# lesson: A wrong version is left behind, and a right one comes after it.
aws lambda publish-layer-version --layer-name chapters-text \
  --compatible-runtimes nodejs24.x --zip-file fileb://layers/chapters-text.zip
aws lambda delete-layer-version --layer-name chapters-text --version-number 1

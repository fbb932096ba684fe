# The layer is in another region.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the functions of {{ region }} cannot use it.
# lesson: Functions and their layers are in one region.
# finding: fails | layer
# says: the layer chapters-text in eu-west-1
aws lambda delete-layer-version --layer-name chapters-text --version-number 1
aws lambda publish-layer-version --region eu-west-1 --layer-name chapters-text \
  --zip-file fileb://layers/chapters-text.zip

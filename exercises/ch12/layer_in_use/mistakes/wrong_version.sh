# The function uses a version whose archive has node_modules at its root.
# starts: solved
# verdict: not done
# visitor: The function answers an error: Cannot find package 'chapters-text'.
# lesson: A function keeps the version that it names until it is told another.
# finding: fails | fits
# says: node_modules/ at the root
(cd layers/nodejs && python3 -m zipfile -c ../wrong.zip node_modules)
version=$(aws lambda publish-layer-version --layer-name chapters-text \
  --zip-file fileb://layers/wrong.zip --query LayerVersionArn --output text)
aws lambda update-function-configuration --function-name layer-example \
  --layers "$version"
aws lambda wait function-updated-v2 --function-name layer-example
# The right archive is the newest version again, and the function keeps the other.
aws lambda publish-layer-version --layer-name chapters-text \
  --zip-file fileb://layers/chapters-text.zip

# The package of a function was published as a layer.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: a function with this layer would find nothing new.
# lesson: What is at the root of a layer is in /opt, where no language looks for modules.
# finding: fails | modules
# says: index.mjs at the root
(cd layers/chapters-text && python3 -m zipfile -c ../wrong.zip index.mjs)
aws lambda publish-layer-version --layer-name chapters-text \
  --zip-file fileb://layers/wrong.zip

# The newest version has node_modules at its root.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: a function that chose the newest version would not find the module.
# lesson: Each version is an archive of its own, and may be wrong by itself.
# finding: fails | modules
# says: node_modules/ at the root
# says: publish the new archive as another version
(cd layers/nodejs && python3 -m zipfile -c ../wrong.zip node_modules)
aws lambda publish-layer-version --layer-name chapters-text \
  --zip-file fileb://layers/wrong.zip

# The version was deleted, and with it the layer.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: no function uses it yet.
# lesson: A layer is there as long as one of its versions is.
# finding: fails | layer
aws lambda delete-layer-version --layer-name chapters-text --version-number 1

# The folder around nodejs was zipped.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything yet: a function with this layer would not find the module.
# lesson: Zip from inside, so that nodejs is at the root of the archive.
# finding: fails | modules
# says: layer/nodejs/ in the folder layer/
mkdir layers/layer
mv layers/nodejs layers/layer/nodejs
(cd layers && python3 -m zipfile -c chapters-text.zip layer)

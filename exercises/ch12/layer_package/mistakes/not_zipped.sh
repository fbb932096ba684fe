# The folder is ready, and was not zipped.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything yet: there is nothing to upload.
# lesson: Lambda takes a layer as one .zip file.
# finding: fails | archive
# says: layers/nodejs, which is not zipped
rm layers/chapters-text.zip

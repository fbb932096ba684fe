# The command that should have written the file failed, and left it empty.
# starts: before
# verdict: not done
# visitor: The player stays silent.
# lesson: A redirection makes its file before the command has run.
# finding: fails | sound
# says: audio/welcome.mp3 with 0 bytes
aws s3api put-object --bucket {{ data_bucket }} \
  --key audio/welcome.mp3 --content-type audio/mpeg

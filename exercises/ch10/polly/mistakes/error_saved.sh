# What was saved as the sound file is the error that came instead.
# starts: solved
# verdict: not done
# visitor: The player stays silent, and shows a length of zero.
# lesson: Look at the status of an answer before its body is kept.
# finding: fails | sound
# says: audio/welcome.mp3 with text in it
# finding: fails | type
# says: application/json
echo '{"message": "This voice does not support the selected engine"}' |
  aws s3 cp - s3://{{ data_bucket }}/audio/welcome.mp3 \
    --content-type application/json

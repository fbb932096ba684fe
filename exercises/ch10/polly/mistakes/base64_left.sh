# The file was uploaded as it was handed out: as text in Base64.
# starts: before
# verdict: not done
# visitor: The player stays silent, and shows a length of zero.
# lesson: What a file is called says nothing of what is in it.
# finding: holds | audio
# finding: fails | sound
# says: audio/welcome.mp3 with text in it
aws s3 cp audio/welcome.mp3.base64 \
  s3://{{ data_bucket }}/audio/welcome.mp3 --content-type audio/mpeg

# The file lies with the pages that play it, and was uploaded without a content type.
# starts: before
# verdict: done
# visitor: The text can be heard.
# lesson: A player tells the format by the first bytes of the file.
# finding: holds | audio
# finding: holds | type
# says: application/octet-stream
base64 --decode <audio/welcome.mp3.base64 >audio/welcome.mp3
aws s3 cp audio/welcome.mp3 s3://{{ website_bucket }}/Welcome.MP3 \
  --content-type application/octet-stream

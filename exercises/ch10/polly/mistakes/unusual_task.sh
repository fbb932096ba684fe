# Polly saved the file itself, under the number of its task and without a folder.
# starts: before
# verdict: done
# visitor: The text can be heard.
# lesson: The file may have any key.
# finding: holds | sound
base64 --decode <audio/welcome.mp3.base64 >audio/welcome.mp3
key=.2b7d6a1e-5c0f-4f0e-9d0a-1f2e3d4c5b6a.mp3
aws s3 cp audio/welcome.mp3 "s3://{{ data_bucket }}/$key" \
  --content-type audio/mpeg

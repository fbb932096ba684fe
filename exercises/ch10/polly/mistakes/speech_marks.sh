# The format JSON was chosen, which gives the times of the words and no sound.
# starts: before
# verdict: not done
# visitor: There is nothing to hear.
# lesson: Speech marks are for subtitles, beside the sound.
# finding: fails | audio
# says: the speech marks audio/welcome.marks
echo '{"time": 6, "type": "word", "start": 0, "end": 7, "value": "Welcome"}' |
  aws s3 cp - s3://{{ data_bucket }}/audio/welcome.marks

# Has a sentence spoken, and keeps the sound file in the bucket of the data.
(
  if [[ -n ${AWS_ENDPOINT_URL-} ]]; then
    # A practice account speaks nothing: the starter file stands in.
    base64 --decode <audio/welcome.mp3.base64 >audio/welcome.mp3
  else
    aws polly synthesize-speech --engine neural --voice-id Joanna \
      --output-format mp3 --text 'Welcome to my website.' \
      audio/welcome.mp3 || exit 1
  fi
  aws s3 cp audio/welcome.mp3 \
    s3://{{ data_bucket }}/audio/welcome.mp3 --content-type audio/mpeg
)

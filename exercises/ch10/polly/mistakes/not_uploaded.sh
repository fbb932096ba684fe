# The file lies on the desk, and was never uploaded.
# starts: before
# verdict: not done
# visitor: There is nothing to hear.
# lesson: What Polly answers is kept by nobody but the one who asked.
# finding: fails | audio
base64 --decode <audio/welcome.mp3.base64 >audio/welcome.mp3

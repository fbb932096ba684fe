# The file begins with a byte order mark, as some editors write it.
# starts: solved
# verdict: not done
# visitor: Nobody sees it yet; in exercise 6.5 the API answers 502.
# lesson: JSON has no byte order mark, and JSON.parse stops at one.
# finding: fails | chapters
# says: byte order mark
printf '\xef\xbb\xbf' | cat - data/chapters.json |
  aws s3 cp - s3://{{ data_bucket }}/chapters.json \
    --content-type application/json

# The ids are in quotes, and so are text and no numbers.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything yet: the table of 6.6 will refuse the ids.
# lesson: A number in quotes is text.
# finding: fails | chapters
# says: entry 1 of the array has a text as id, not a number
sed 's|"id": \(.\)|"id": "\1"|' data/chapters.json |
  aws s3 cp - s3://{{ data_bucket }}/chapters.json \
    --content-type application/json

# The file is packed with gzip, as for a website.
# starts: solved
# verdict: not done
# visitor: Nobody sees it yet; in exercise 6.5 the API answers 502.
# lesson: Browsers unpack what they get, and the SDK does not.
# finding: fails | chapters
# says: packed
gzip -c data/chapters.json |
  aws s3 cp - s3://{{ data_bucket }}/chapters.json \
    --content-type application/json --content-encoding gzip

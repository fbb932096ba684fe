# A comma after the last entry: that is no JSON.
# starts: solved
# verdict: not done
# visitor: The API will answer with an error, or the page show none of the chapters.
# lesson: JSON allows no comma after the last entry.
# finding: fails | chapters
# says: no JSON: trailing comma at line 1
echo '[{"id": 1, "title": "One", "description": "The first"},]' |
  aws s3 cp - s3://{{ data_bucket }}/chapters.json \
    --content-type application/json

# A comma after the last entry: that is no JSON.
# starts: solved
# verdict: not done
# finding: fails | chapters
# says: no JSON: trailing comma at line 1
echo '[{"id": 1, "title": "One", "description": "The first"},]' |
  aws s3 cp - s3://{{ data_bucket }}/chapters.json \
    --content-type application/json

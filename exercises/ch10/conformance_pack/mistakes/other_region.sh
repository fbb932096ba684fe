# The pack was deployed in eu-west-1, where nothing is recorded.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; your tables are in another region.
# lesson: A pack looks at what the recorder of its own region has seen.
# finding: fails | pack
aws configservice put-conformance-pack --region eu-west-1 \
  --conformance-pack-name website \
  --template-body file://config/website-pack.yaml

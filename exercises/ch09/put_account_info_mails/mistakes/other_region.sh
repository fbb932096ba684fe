# The client of SES is for another region, which does not know the domain.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES answers MessageRejected.
# lesson: An identity belongs to one region, and clients ask the region of the function unless told otherwise.
# finding: fails | sender
# says: a client for the region eu-west-3
sed -i 's/new SESv2Client()/new SESv2Client({ region: "eu-west-3" })/' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs

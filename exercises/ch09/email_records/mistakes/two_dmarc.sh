# There are two DMARC records, one for each wish.
# starts: solved
# verdict: not done
# visitor: Mail comes, and some of it is taken for spam.
# lesson: With two DMARC records, receivers take neither.
# finding: fails | dmarc
# says: 2 DMARC records
put_record _dmarc.{{ domain }} TXT \
  '"v=DMARC1; p=none;"' '"v=DMARC1; p=reject;"'

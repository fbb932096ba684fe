# The DMARC record was entered with its own quotation marks, which the console adds as well.
# starts: solved
# verdict: not done
# visitor: Mail comes, and some of it is taken for spam.
# lesson: One pair of quotation marks is around a text, and none is in it.
# finding: fails | dmarc
# says: The quotation marks are part of the text
put_record _dmarc.{{ domain }} TXT '"\"v=DMARC1; p=none;\""'

# The MX record is that of SES in another region.
# starts: solved
# verdict: not done
# visitor: Mail comes, and says that it is from amazonses.com.
# lesson: The MX record names the region in which the identity is.
# finding: fails | mx
# says: That is SES in another region
# finding: holds | spf
put_record mail.{{ domain }} MX '10 feedback-smtp.eu-west-3.amazonses.com'

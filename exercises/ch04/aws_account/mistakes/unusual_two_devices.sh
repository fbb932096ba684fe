# The user has a second MFA device as a reserve; another user has none.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference: either device gives a valid code.
# lesson: A second device saves you on the day you lose the first.
aws iam create-virtual-mfa-device --virtual-mfa-device-name reserve \
  --outfile mfa-qr.png --bootstrap-method QRCodePNG
aws iam enable-mfa-device --user-name admin \
  --serial-number arn:aws:iam::{{ account }}:mfa/reserve \
  --authentication-code1 123456 --authentication-code2 654321
rm -f mfa-qr.png
aws iam create-user --user-name build-server

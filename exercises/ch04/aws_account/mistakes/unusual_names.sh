# The user has a path, the device another name, a group gives the rights.
# starts: before
# verdict: done
# visitor: Nobody sees a difference: the user signs in with a password and a code.
# lesson: Names, paths and groups are yours to choose.
aws iam create-group --group-name administrators
aws iam attach-group-policy --group-name administrators \
  --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
aws iam create-user --user-name website-builder --path /staff/
aws iam add-user-to-group --group-name administrators \
  --user-name website-builder
aws iam create-virtual-mfa-device --virtual-mfa-device-name my-phone \
  --outfile mfa-qr.png --bootstrap-method QRCodePNG
aws iam enable-mfa-device --user-name website-builder \
  --serial-number arn:aws:iam::{{ account }}:mfa/my-phone \
  --authentication-code1 123456 --authentication-code2 654321
rm -f mfa-qr.png

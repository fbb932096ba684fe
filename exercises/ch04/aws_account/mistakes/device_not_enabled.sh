# A virtual MFA device exists, but was never enabled for the user.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: the user signs in with the password alone.
# lesson: A virtual MFA device protects a user only once two of its codes have enabled it.
# finding: fails | worker_mfa
# says: admin
aws iam create-user --user-name admin
aws iam create-virtual-mfa-device --virtual-mfa-device-name admin \
  --outfile mfa-qr.png --bootstrap-method QRCodePNG
rm -f mfa-qr.png

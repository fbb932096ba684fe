# Makes the IAM user admin, lets it administer the account, gives it MFA.
user=admin
device=arn:aws:iam::{{ account }}:mfa/$user

aws iam get-user --user-name "$user" >/dev/null 2>&1 ||
  aws iam create-user --user-name "$user"
aws iam attach-user-policy --user-name "$user" \
  --policy-arn arn:aws:iam::aws:policy/AdministratorAccess

devices=$(aws iam list-mfa-devices --user-name "$user" \
  --query 'length(MFADevices)' --output text)
if [[ $devices != 0 ]]; then
  echo "$user already signs in with MFA"
else
  # A device left over from an earlier try is of no use: its secret is gone.
  aws iam delete-virtual-mfa-device --serial-number "$device" \
    2>/dev/null || true
  aws iam create-virtual-mfa-device --virtual-mfa-device-name "$user" \
    --outfile mfa-qr.png --bootstrap-method QRCodePNG

  # The practice account accepts any two codes. On AWS, type the commands
  # one by one: scan mfa-qr.png with your authenticator before the next
  # command, and give two codes that it shows one after the other.
  aws iam enable-mfa-device --user-name "$user" --serial-number "$device" \
    --authentication-code1 "${MFA_CODE_1:-123456}" \
    --authentication-code2 "${MFA_CODE_2:-654321}"

  # Whoever has the picture can make the codes.
  rm -f mfa-qr.png
fi

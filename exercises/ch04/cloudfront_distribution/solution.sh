# Puts CloudFront before the bucket: HTTPS for viewers, S3 stays private.
(
  # The certificate of exercise 4.6 is issued and covers both names.
  suits="[Certificate] |
    [?contains(SubjectAlternativeNames, '{{ domain }}')] |
    [?contains(SubjectAlternativeNames, '*.{{ domain }}')] |
    [0].CertificateArn"
  certificate=None
  for arn in $(aws acm list-certificates --region us-east-1 \
    --certificate-statuses ISSUED \
    --includes keyTypes=RSA_2048,EC_prime256v1,EC_secp384r1 \
    --query 'CertificateSummaryList[].CertificateArn' --output text); do
    certificate=$(aws acm describe-certificate --region us-east-1 \
      --certificate-arn "$arn" --query "$suits" --output text)
    [[ $certificate == None ]] || break
  done
  if [[ $certificate == None ]]; then
    echo "no issued certificate for *.{{ domain }}: do exercise 4.6" >&2
    exit 1
  fi

  # An origin access control lets CloudFront sign its requests to S3.
  control=$(aws cloudfront list-origin-access-controls --query \
    "OriginAccessControlList.Items[?SigningBehavior=='always'] |
      [?OriginAccessControlOriginType=='s3'].Id | [0]" --output text)
  if [[ $control == None ]]; then
    signing=SigningProtocol=sigv4,SigningBehavior=always
    control=$(aws cloudfront create-origin-access-control \
      --query OriginAccessControl.Id --output text \
      --origin-access-control-config \
      "Name={{ website_bucket }},OriginAccessControlOriginType=s3,$signing")
  fi

  # CloudFront takes a repeated caller reference for a repeated request.
  config=$(sed -e "s|CALLER_REFERENCE|$(date +%s)-$$|" \
    -e "s|CERTIFICATE_ARN|$certificate|" \
    -e "s|ORIGIN_ACCESS_CONTROL_ID|$control|" \
    cloudfront/website-distribution.json)

  distribution=$(aws cloudfront list-distributions --query \
    "DistributionList.Items[?contains(Aliases.Items || \`[]\`,
      '{{ domain }}')].Id | [0]" --output text)
  if [[ $distribution == None ]]; then
    distribution=$(aws cloudfront create-distribution \
      --distribution-config "$config" --query Distribution.Id --output text)
  else
    # Everyone may look, and the Host header stays at CloudFront.
    open='{
      "TrustedSigners": {"Enabled": false, "Quantity": 0},
      "TrustedKeyGroups": {"Enabled": false, "Quantity": 0},
      "OriginRequestPolicyId": "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf"
    }'
    # An update replaces the whole configuration, so ours is laid over what
    # is there. The ETag says which version was read, and the reference must
    # stay.
    present() {
      aws cloudfront get-distribution-config --id "$distribution" "$@"
    }
    etag=$(present --query ETag --output text)
    merged=$(present --output json --query "merge(
      DistributionConfig, \`$config\`, {
        CallerReference: DistributionConfig.CallerReference,
        DefaultCacheBehavior: merge(DistributionConfig.DefaultCacheBehavior,
          \`$config\`.DefaultCacheBehavior, \`$open\`) })")
    aws cloudfront update-distribution --id "$distribution" \
      --if-match "$etag" --distribution-config "$merged" \
      --query Distribution.Id --output text
  fi

  # The bucket lets this distribution read, and nobody else.
  aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy "$(
    sed "s|DISTRIBUTION_ID|$distribution|" \
      policies/website-distribution-read.json)"

  # On AWS it takes some minutes until every edge location knows.
  aws cloudfront wait distribution-deployed --id "$distribution"
  echo "$distribution is deployed"
)

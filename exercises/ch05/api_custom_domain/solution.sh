# Gives the API the name {{ api_domain }} and leads it to the stage v1.
(
  api=$(aws apigateway get-rest-apis --output text \
    --query "items[?name=='website'].id | [0]")
  if [[ $api == None ]]; then
    echo "no REST API named website: do exercise 5.3 first" >&2
    exit 1
  fi

  # The certificate of exercise 4.6 covers the name by its wildcard.
  certificate=None
  for arn in $(aws acm list-certificates --region us-east-1 \
    --certificate-statuses ISSUED \
    --includes keyTypes=RSA_2048,EC_prime256v1,EC_secp384r1 \
    --query 'CertificateSummaryList[].CertificateArn' --output text); do
    certificate=$(aws acm describe-certificate --region us-east-1 \
      --certificate-arn "$arn" --output text --query "[Certificate] |
        [?contains(SubjectAlternativeNames, '*.{{ domain }}')] |
        [0].CertificateArn")
    [[ $certificate == None ]] || break
  done
  if [[ $certificate == None ]]; then
    echo "no certificate for *.{{ domain }}: do exercise 4.6 first" >&2
    exit 1
  fi

  # A Regional name takes its certificate from the region of the API. In
  # other regions an edge-optimized one takes that of us-east-1.
  if [[ {{ region }} == us-east-1 ]]; then
    kind=REGIONAL option=--regional-certificate-arn
  else
    kind=EDGE option=--certificate-arn
  fi

  # A name that is right stays: a new one would get another target.
  name=(--domain-name {{ api_domain }})
  right=$(aws apigateway get-domain-name "${name[@]}" --output text \
    --query "securityPolicy=='TLS_1_2' &&
      endpointConfiguration.types==['$kind'] &&
      (regionalCertificateArn=='$certificate' ||
        certificateArn=='$certificate')" 2>/dev/null || echo None)
  mappings=
  if [[ $right == True ]]; then
    mappings=$(aws apigateway get-base-path-mappings "${name[@]}" \
      --query 'items[].[restApiId, stage, basePath]' --output text)
  else
    [[ $right == None ]] || aws apigateway delete-domain-name "${name[@]}"
    aws apigateway create-domain-name "${name[@]}" \
      "$option" "$certificate" --security-policy TLS_1_2 \
      --endpoint-configuration "types=$kind"
  fi

  # Without a base path, the mapping leads the whole name to the stage.
  if [[ $mappings != "$api"$'\tv1\t(none)' ]]; then
    while read -r _ _ base; do
      [[ -z $base ]] || aws apigateway delete-base-path-mapping \
        "${name[@]}" --base-path "$base"
    done <<<"$mappings"
    aws apigateway create-base-path-mapping "${name[@]}" \
      --rest-api-id "$api" --stage v1
  fi
)

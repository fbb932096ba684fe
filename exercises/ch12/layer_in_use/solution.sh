# Makes a function that imports a module from the layer.
(
  layer=$(aws lambda list-layer-versions --layer-name chapters-text \
    --query 'LayerVersions[0].LayerVersionArn' --output text)
  if [[ $layer == None ]]; then
    echo "there is no layer chapters-text: do exercise 12.e2 first" >&2
    exit 1
  fi

  # The role, which may write the log and nothing else.
  role=function-layer-example
  aws iam get-role --role-name $role >/dev/null 2>&1 ||
    aws iam create-role --role-name $role \
      --assume-role-policy-document file://policies/lambda-trust.json
  aws iam put-role-policy --role-name $role --policy-name $role \
    --policy-document file://policies/$role.json

  # The package of the function holds its own file alone.
  (cd functions/layer-example && python3 -m zipfile -c function.zip index.mjs)
  package=fileb://functions/layer-example/function.zip
  create() {
    aws lambda create-function --function-name layer-example \
      --runtime nodejs24.x --architectures arm64 \
      --handler index.handler --zip-file "$package" --layers "$layer" \
      --role arn:{{ partition }}:iam::{{ account }}:role/$role
  }
  if aws lambda get-function --function-name layer-example \
    >/dev/null 2>&1; then
    aws lambda update-function-code --function-name layer-example \
      --zip-file "$package"
    aws lambda wait function-updated-v2 --function-name layer-example
  else
    # It takes some seconds until Lambda may use a new role.
    for seconds in 3 5 10; do
      ! create || break
      sleep $seconds
    done
  fi
  aws lambda wait function-active-v2 --function-name layer-example
  aws lambda update-function-configuration --function-name layer-example \
    --runtime nodejs24.x --handler index.handler --layers "$layer"
  aws lambda wait function-updated-v2 --function-name layer-example
)

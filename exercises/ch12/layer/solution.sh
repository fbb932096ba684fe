# Publishes the archive of exercise 12.e1 as a layer, unless its newest
# version has just that archive.
(
  layer=chapters-text
  archive=layers/$layer.zip
  if [[ ! -f $archive ]]; then
    echo "there is no $archive: do exercise 12.e1 first" >&2
    exit 1
  fi

  digest=$(python3 -c \
    'import base64, hashlib, sys
data = open(sys.argv[1], "rb").read()
print(base64.b64encode(hashlib.sha256(data).digest()).decode())' "$archive")
  version=$(aws lambda list-layer-versions --layer-name $layer \
    --query 'LayerVersions[0].Version' --output text)
  published=
  if [[ $version != None ]]; then
    published=$(aws lambda get-layer-version --layer-name $layer \
      --version-number "$version" --query Content.CodeSha256 --output text)
  fi
  if [[ $published != "$digest" ]]; then
    aws lambda publish-layer-version --layer-name $layer \
      --description 'Chapters as lines of text' \
      --compatible-runtimes nodejs22.x nodejs24.x \
      --compatible-architectures arm64 x86_64 \
      --zip-file "fileb://$archive"
  fi
)

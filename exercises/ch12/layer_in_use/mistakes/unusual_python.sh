# Another function uses a layer of Python; the first one lost its layer.
# starts: solved
# verdict: done
# visitor: The function night-shift answers.
# lesson: Any function with any layer of the account counts.
# finding: holds | function
# says: night-shift
aws lambda update-function-configuration --function-name layer-example --layers '[]'
mkdir python
echo 'def hello(): return "hello"' >python/greeting.py
python3 -m zipfile -c layers/python.zip python
layer=$(aws lambda publish-layer-version --layer-name greeting \
  --zip-file fileb://layers/python.zip --query LayerVersionArn --output text)
cat >handler.py <<'CODE'
import greeting


def handler(event, context):
    return greeting.hello()
CODE
python3 -m zipfile -c night-shift.zip handler.py
aws lambda create-function --function-name night-shift --layers "$layer" \
  --runtime python3.13 --handler handler.handler \
  --role arn:{{ partition }}:iam::{{ account }}:role/function-layer-example \
  --zip-file fileb://night-shift.zip
aws lambda wait function-active-v2 --function-name night-shift

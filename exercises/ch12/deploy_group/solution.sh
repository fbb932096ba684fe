# Makes the group of those who deploy, its policy, and a user in it.
name=serverless-deploy
arn=arn:{{ partition }}:iam::{{ account }}:policy/$name

aws iam get-policy --policy-arn "$arn" >/dev/null 2>&1 ||
  aws iam create-policy --policy-name "$name" \
    --policy-document "file://policies/$name.json"
aws iam get-group --group-name "$name" >/dev/null 2>&1 ||
  aws iam create-group --group-name "$name"
aws iam attach-group-policy --group-name "$name" --policy-arn "$arn"

# A user without a password and without keys: who needs one, makes it.
aws iam get-user --user-name deployer >/dev/null 2>&1 ||
  aws iam create-user --user-name deployer
aws iam add-user-to-group --group-name "$name" --user-name deployer

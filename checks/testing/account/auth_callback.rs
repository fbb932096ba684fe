//! POST /analytics/auth-callback, which puts an item into the table.
//!
//! In what answers for other things too, nothing stands that tests of those edit: the JSON here has no blanks.

/// The resources /analytics and /analytics/auth-callback.
pub const RESOURCES: &str = r#"{"id":"anal000001","parentId":"root000001","pathPart":"analytics","path":"/analytics"},
    {"id":"call000001","parentId":"anal000001","pathPart":"auth-callback","path":"/analytics/auth-callback","resourceMethods":{
        "POST":{"httpMethod":"POST","authorizationType":"COGNITO_USER_POOLS","authorizerId":"auth01",
            "authorizationScopes":["aws.cognito.signin.user.admin"],"apiKeyRequired":false,
            "methodResponses":{"200":{"statusCode":"200","responseParameters":{
                "method.response.header.Access-Control-Allow-Origin":false}}},
            "methodIntegration":{"type":"AWS","httpMethod":"POST","passthroughBehavior":"WHEN_NO_TEMPLATES",
                "uri":"arn:aws:apigateway:us-east-1:dynamodb:action/PutItem",
                "credentials":"arn:aws:iam::123456789012:role/api-analytics-put-item",
                "requestTemplates":{"application/json":"{\"TableName\":\"analytics\",\"Item\":{\"dataType\":{\"S\":\"auth-callback\"},\"timestamp\":{\"N\":\"$context.requestTimeEpoch\"}}}"},
                "timeoutInMillis":29000,"cacheNamespace":"call000001","cacheKeyParameters":[],
                "integrationResponses":{"200":{"statusCode":"200","responseParameters":{
                    "method.response.header.Access-Control-Allow-Origin":"'*'"}}}}},
        "OPTIONS":{"httpMethod":"OPTIONS","authorizationType":"NONE","apiKeyRequired":false,
            "methodResponses":{"200":{"statusCode":"200","responseParameters":{
                "method.response.header.Access-Control-Allow-Headers":false,
                "method.response.header.Access-Control-Allow-Methods":false,
                "method.response.header.Access-Control-Allow-Origin":false}}},
            "methodIntegration":{"type":"MOCK","requestTemplates":{"application/json":"{\"statusCode\":200}"},
                "integrationResponses":{"200":{"statusCode":"200","responseParameters":{
                    "method.response.header.Access-Control-Allow-Headers":"'Content-Type,Authorization'",
                    "method.response.header.Access-Control-Allow-Methods":"'POST,OPTIONS'",
                    "method.response.header.Access-Control-Allow-Origin":"'*'"}}}}}}}"#;

/// The path /analytics/auth-callback as an export has it.
pub const EXPORTED: &str = r#""/analytics/auth-callback":{
    "post":{"security":[{"website-users":["aws.cognito.signin.user.admin"]}],"responses":{"200":{"description":"200 response"}},
        "x-amazon-apigateway-integration":{"type":"aws","httpMethod":"POST","passthroughBehavior":"when_no_templates",
            "uri":"arn:aws:apigateway:us-east-1:dynamodb:action/PutItem",
            "credentials":"arn:aws:iam::123456789012:role/api-analytics-put-item",
            "requestTemplates":{"application/json":"{\"TableName\":\"analytics\",\"Item\":{\"dataType\":{\"S\":\"auth-callback\"},\"timestamp\":{\"N\":\"$context.requestTimeEpoch\"}}}"},
            "responses":{"default":{"statusCode":"200","responseParameters":{
                "method.response.header.Access-Control-Allow-Origin":"'*'"}}}}},
    "options":{"responses":{"200":{"description":"200 response"}},
        "x-amazon-apigateway-integration":{"type":"mock","requestTemplates":{"application/json":"{\"statusCode\":200}"},
            "responses":{"default":{"statusCode":"200","responseParameters":{
                "method.response.header.Access-Control-Allow-Headers":"'Content-Type,Authorization'",
                "method.response.header.Access-Control-Allow-Methods":"'POST,OPTIONS'",
                "method.response.header.Access-Control-Allow-Origin":"'*'"}}}}}}"#;

//! API Gateway: REST APIs with their resources, stages and custom domain names, and the HTTP APIs that are no such thing.

use super::{Aws, guarded};

impl Aws {
    pub(super) fn apigateway(&self, region: &str) -> aws_sdk_apigateway::Client {
        self.apigateway.of(region, |region| guarded!(self, aws_sdk_apigateway, |builder| builder.region(region)))
    }

    pub(super) fn apigatewayv2(&self, region: &str) -> aws_sdk_apigatewayv2::Client {
        self.apigatewayv2.of(region, |region| guarded!(self, aws_sdk_apigatewayv2, |builder| builder.region(region)))
    }
}

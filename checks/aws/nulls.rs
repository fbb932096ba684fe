//! Leaves members that are null out of answers before the SDK reads them. API Gateway sends null for an empty template
//! (AWS CLI Command Reference, apigateway get-integration-response), and the SDK's decoder refuses null in a map.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use futures_util::stream;
use http_body_util::{BodyExt, StreamBody};
use hyper::body::{Bytes, Frame};
use serde_json::Value;

/// Leaves out what is null. A client carries it after the guard of whole answers, which bounds their size.
#[derive(Clone, Copy, Debug)]
pub struct NoNulls;

#[dyn_dispatch_hint]
impl Intercept for NoNulls {
    fn name(&self) -> &'static str {
        "answers without nulls"
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        // An export is a document, and not the SDK's to decode.
        if bag.load::<Metadata>().is_some_and(|operation| operation.name() == "GetExport") {
            return Ok(());
        }
        let response = context.response_mut();
        let body = std::mem::replace(response.body_mut(), SdkBody::empty());
        let whole =
            stream::once(async { Ok::<_, BoxError>(Frame::data(without_nulls(body.collect().await?.to_bytes()))) });
        *response.body_mut() = SdkBody::from_body_1_x(StreamBody::new(whole));
        Ok(())
    }
}

/// Anything but JSON stays as it is, so that the SDK reports it.
fn without_nulls(body: Bytes) -> Bytes {
    let Ok(mut value) = serde_json::from_slice::<Value>(&body) else { return body };
    drop_nulls(&mut value);
    value.to_string().into()
}

fn drop_nulls(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(drop_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_nulls),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(body: &'static str) -> String {
        String::from_utf8(without_nulls(body.into()).to_vec()).unwrap()
    }

    #[test]
    fn members_that_are_null_are_left_out_at_any_depth() {
        assert_eq!(of(r#"{"a": {"b": null, "c": [{"d": null}]}, "e": null}"#), r#"{"a":{"c":[{}]}}"#);
    }

    #[test]
    fn what_is_no_json_stays_as_it_is() {
        for body in ["", "<html>", r#"{"a": nul"#] {
            assert_eq!(of(body), body);
        }
    }
}

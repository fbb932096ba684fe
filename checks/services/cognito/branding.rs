//! Cognito: how the sign-in pages look, in either of their versions.

use aws_sdk_cognitoidentityprovider::types::{AssetType, ManagedLoginBrandingType};

use super::{DESCRIBE_MANAGED_LOGIN_BRANDING_BY_CLIENT, GET_UI_CUSTOMIZATION, NOT_FOUND, POOL_ARN, POOLS};
use crate::aws::service::prelude::*;

/// How the sign-in pages of an app client look.
pub const STYLE: Reader =
    Reader::of(&[reading(GET_UI_CUSTOMIZATION, POOLS), reading(DESCRIBE_MANAGED_LOGIN_BRANDING_BY_CLIENT, POOLS)]);

/// What the owner changed of the classic hosted UI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassicStyle {
    pub has_css: bool,
    pub has_logo: bool,
}

/// The style of managed login that an app client has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ManagedStyle {
    /// Whether it is the one that Cognito comes with, unchanged.
    pub is_default: bool,
    pub has_logo: bool,
}

impl Aws {
    /// What the owner changed of the classic pages, for the app client or for all of the pool's.
    pub async fn classic_style(&self, you: &Learner, pool_id: &str, client_id: &str) -> Read<ClassicStyle> {
        let call = Call::new(GET_UI_CUSTOMIZATION, you.arn(POOL_ARN, &you.region, pool_id)).at(&you.region);
        let look = self.cognito(&you.region).get_ui_customization().user_pool_id(pool_id).client_id(client_id);
        let scope = format!("{} {client_id}", you.region);
        let answer = self.ask(call.clone(), &scope, || look.send()).await?;
        let style = answer.ui_customization().ok_or_else(|| Fault::incomplete(call, "UICustomization"))?;
        let is_there = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
        Ok(ClassicStyle { has_css: is_there(style.css()), has_logo: is_there(style.image_url()) })
    }

    /// The style of managed login that the app client has; `None` if it has none, and nobody sees a page.
    pub async fn managed_style(&self, you: &Learner, pool_id: &str, client_id: &str) -> Read<Option<ManagedStyle>> {
        let arn = you.arn(POOL_ARN, &you.region, pool_id);
        let call = Call::new(DESCRIBE_MANAGED_LOGIN_BRANDING_BY_CLIENT, arn).at(&you.region);
        let client = self.cognito(&you.region);
        let look = client.describe_managed_login_branding_by_client().user_pool_id(pool_id).client_id(client_id);
        let scope = format!("{} {client_id}", you.region);
        let answer = self.ask(call.clone(), &scope, || look.send()).await.absent_on(NOT_FOUND)?;
        let Some(answer) = answer else { return Ok(None) };
        let style = answer.managed_login_branding().ok_or_else(|| Fault::incomplete(call, "ManagedLoginBranding"))?;
        Ok(Some(managed(style)))
    }
}

fn managed(style: &ManagedLoginBrandingType) -> ManagedStyle {
    let is_logo = |asset: &AssetType| asset.category().as_str().ends_with("_LOGO");
    ManagedStyle { is_default: style.use_cognito_provided_values(), has_logo: style.assets().iter().any(is_logo) }
}

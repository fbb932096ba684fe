//! S3 website endpoints and their hosted zone ids by region.
//! Source: AWS General Reference, "Amazon S3 endpoints and quotas", table of website endpoints.

/// A region's S3 website endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WebsiteEndpoint {
    pub region: &'static str,
    /// What stands between `s3-website` and the region: older regions have `-`, newer ones `.`.
    separator: char,
    /// The hosted zone ids that an alias record to it may carry, the documented one first. Two regions have had
    /// another in earlier editions of the table; Route 53 itself refuses a wrong one.
    pub zone_ids: &'static [&'static str],
}

impl WebsiteEndpoint {
    /// The documented hosted zone id.
    pub fn zone_id(&self) -> &'static str {
        self.zone_ids[0]
    }

    /// The host name, such as `s3-website-us-east-1.amazonaws.com`.
    pub fn host(&self) -> String {
        let suffix = if self.region.starts_with("cn-") { "amazonaws.com.cn" } else { "amazonaws.com" };
        format!("s3-website{}{}.{suffix}", self.separator, self.region)
    }
}

/// The website endpoint of `region`; `None` for a region that is not in AWS's table.
pub fn website_endpoint(region: &str) -> Option<&'static WebsiteEndpoint> {
    ENDPOINTS.iter().find(|endpoint| endpoint.region == region)
}

const fn at(region: &'static str, separator: char, zone_ids: &'static [&'static str]) -> WebsiteEndpoint {
    WebsiteEndpoint { region, separator, zone_ids }
}

const ENDPOINTS: &[WebsiteEndpoint] = &[
    at("us-east-1", '-', &["Z3AQBSTGFYJSTF"]),
    at("us-east-2", '.', &["Z2O1EMRO9K5GLX"]),
    at("us-west-1", '-', &["Z2F56UZL2M1ACD"]),
    at("us-west-2", '-', &["Z3BJ6K6RIION7M"]),
    at("af-south-1", '.', &["Z83WF9RJE8B12", "Z11KHD8FBVPUYU"]),
    at("ap-east-1", '.', &["ZNB98KWMFR0R6"]),
    at("ap-northeast-1", '-', &["Z2M4EHUR26P7ZW"]),
    at("ap-northeast-2", '.', &["Z3W03O7B5YMIYP"]),
    at("ap-northeast-3", '.', &["Z2YQB5RD63NC85"]),
    at("ap-south-1", '.', &["Z11RGJOFQNVJUP"]),
    at("ap-south-2", '.', &["Z02976202B4EZMXIPMXF7"]),
    at("ap-southeast-1", '-', &["Z3O0J2DXBE1FTB"]),
    at("ap-southeast-2", '-', &["Z1WCIGYICN2BYD"]),
    at("ap-southeast-3", '.', &["Z01846753K324LI26A3VV"]),
    at("ap-southeast-4", '.', &["Z0312387243XT5FE14WFO"]),
    at("ap-southeast-5", '.', &["Z08660063OXLMA7F1FJHU"]),
    at("ap-southeast-6", '.', &["Z05686083R66JX5C163TC"]),
    at("ap-southeast-7", '.', &["Z0031014GXUMRZG6I14G"]),
    at("ca-central-1", '.', &["Z1QDHH18159H29"]),
    at("ca-west-1", '.', &["Z03565811Z33SLEZTHOUL"]),
    at("cn-north-1", '.', &["Z5CN8UMXT92WN"]),
    at("cn-northwest-1", '.', &["Z282HJ1KT0DH03"]),
    at("eu-central-1", '.', &["Z21DNDUVLTQW6Q"]),
    at("eu-central-2", '.', &["Z030506016YDQGETNASS"]),
    at("eu-north-1", '.', &["Z3BAZG2TWCNX0D"]),
    at("eu-south-1", '.', &["Z30OZKI7KPW7MI", "Z3IXVV8C73GIO3"]),
    at("eu-south-2", '.', &["Z0081959F7139GRJC19J"]),
    at("eu-west-1", '-', &["Z1BKCTXD74EZPE"]),
    at("eu-west-2", '.', &["Z3GKZC51ZF0DB4"]),
    at("eu-west-3", '.', &["Z3R1K369G5AVDG"]),
    at("il-central-1", '.', &["Z09640613K4A3MN55U7GU"]),
    at("me-central-1", '.', &["Z06143092I8HRXZRUZROF"]),
    at("me-south-1", '.', &["Z1MPMWCPA7YB62"]),
    at("mx-central-1", '.', &["Z057606446ZNVQJJ8WOP"]),
    at("sa-east-1", '-', &["Z7KQH4QJS55SO"]),
    at("us-gov-east-1", '.', &["Z2NIFVYYW2VKV1"]),
    at("us-gov-west-1", '-', &["Z31GFT0UA1I2HV"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_host_name() {
        assert_eq!(website_endpoint("eu-west-1").unwrap().host(), "s3-website-eu-west-1.amazonaws.com");
        assert_eq!(website_endpoint("eu-central-1").unwrap().host(), "s3-website.eu-central-1.amazonaws.com");
        assert_eq!(website_endpoint("mars-1"), None);
    }

    #[test]
    fn the_regions_that_every_account_has_are_known() {
        for region in crate::aws::regions::DEFAULT_REGIONS {
            assert!(website_endpoint(region).is_some(), "{region}");
        }
    }

    #[test]
    fn no_region_and_no_hosted_zone_id_stands_twice() {
        let mut names: Vec<_> = ENDPOINTS.iter().flat_map(|e| e.zone_ids.iter().chain([&e.region])).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}

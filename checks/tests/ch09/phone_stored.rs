//! 9.i2: how the code keeps the number, and what it must not lose.

use crate::testing::account::s3::{INFO_SCRIPT, Object};
use crate::testing::code::ACCOUNT_INFO_STORES;
use crate::tests::*;
use ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch09/phone_stored";

fn with_code(code: &str) -> Account {
    solved().amid(World::solved().with_account_code(&[("index.mjs", code)]).open())
}

fn edited(from: &str, to: &str) -> Account {
    assert!(ACCOUNT_INFO_STORES.contains(from), "{from}");
    with_code(&ACCOUNT_INFO_STORES.replace(from, to))
}

/// A handler that sends these attributes.
fn sending(attributes: &str) -> Account {
    let code = "import { CognitoIdentityProviderClient, UpdateUserAttributesCommand } from '@aws-sdk/client-cognito-identity-provider';
        const client = new CognitoIdentityProviderClient();
        export const handler = async (event) => { const wanted = JSON.parse(event.body);
            await client.send(new UpdateUserAttributesCommand({ AccessToken: event.headers.Authorization, UserAttributes: HERE }));
            return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: '{}' }; };";
    with_code(&code.replace("HERE", attributes))
}

#[tokio::test]
async fn every_way_to_send_both_is_right() {
    let both =
        "[{ Name: 'given_name', Value: wanted.given_name }, { Name: 'phone_number', Value: wanted.phone_number }]";
    expect(&sending(both), SLUG, Verdict::Done, &[]).await;
    let unseen = (Skipped, "agrees", "are not seen");
    let each =
        "['given_name', 'phone_number'].filter((Name) => wanted[Name]).map((Name) => ({ Name, Value: wanted[Name] }))";
    expect(&sending(each), SLUG, Verdict::Done, &[unseen]).await;
    let whatever = "Object.keys(wanted).map((key) => ({ Name: key, Value: wanted[key] }))";
    let unseen_here = "not told from the code";
    expect(
        &sending(whatever),
        SLUG,
        Verdict::Done,
        &[(Skipped, "number", unseen_here), (Skipped, "name", unseen_here), unseen],
    )
    .await;
}

/// What is read and checked, and not sent, is not kept.
#[tokio::test]
async fn attributes_that_are_all_seen_decide() {
    let read = "[{ Name: 'given_name', Value: wanted['phone_number'] ? 'a' : 'b' }]";
    expect(&sending(read), SLUG, Verdict::NotDone, &[(Fails, "number", "given_name"), (Holds, "name", "")]).await;
    let alone = "[{ Name: 'phone_number', Value: wanted.phone_number }]";
    expect(&sending(alone), SLUG, Verdict::NotDone, &[(Holds, "number", ""), (Fails, "name", "phone_number")]).await;
    let misspelled = edited(r#"Name: "phone_number""#, r#"Name: "phone""#);
    expect(&misspelled, SLUG, Verdict::NotDone, &[(Fails, "number", "phone")]).await;
}

#[tokio::test]
async fn a_table_of_the_learners_own_is_a_place_too() {
    let code = "import { CognitoIdentityProviderClient, UpdateUserAttributesCommand } from '@aws-sdk/client-cognito-identity-provider';
        import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
        const [client, table] = [new CognitoIdentityProviderClient(), new DynamoDBClient()];
        export const handler = async (event) => { const wanted = JSON.parse(event.body);
            await client.send(new UpdateUserAttributesCommand({ AccessToken: event.headers.Authorization,
                UserAttributes: [{ Name: 'given_name', Value: wanted.given_name }] }));
            await table.send(new PutItemCommand({ TableName: 'users', Item: { id: { S: 'a' }, WORD: { S: wanted.WORD } } }));
            return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: '{}' }; };";
    let expected = [(Skipped, "number", "it keeps items in a table")];
    expect(&with_code(&code.replace("WORD", "phone_number")), SLUG, Verdict::Done, &expected).await;
    // What else is kept there says nothing of a number.
    let others = [(Fails, "number", "given_name"), (Skipped, "agrees", "are not seen")];
    expect(&with_code(&code.replace("WORD", "color")), SLUG, Verdict::NotDone, &others).await;
}

/// What nothing waits for, and what no client gets, is not kept.
#[tokio::test]
async fn a_request_that_is_never_sent_keeps_nothing() {
    let written = |from: &str, to: &str| {
        assert!(ACCOUNT_INFO_STORES.contains(from), "{from}");
        ACCOUNT_INFO_STORES.replace(from, to)
    };
    let unsent = written("await cognito.send(", "(").replace("}),\n    );", "})\n    );");
    let forgotten = written("await cognito.send(", "cognito.send(").replace("await tell(token);", "");
    for (code, found) in [(unsent, "never sent"), (forgotten, "without waiting for it")] {
        expect(&with_code(&code), SLUG, Verdict::NotDone, &[(Fails, "number", found), (Fails, "name", found)]).await;
    }
}

/// The page and the function have to name the number alike.
#[tokio::test]
async fn the_number_is_taken_as_it_is_sent() {
    let page = |to: &str| {
        assert!(INFO_SCRIPT.body.contains("phone_number: phone"), "{}", INFO_SCRIPT.body);
        let body = INFO_SCRIPT.body.replace("phone_number: phone", to);
        solved().holding(Object { body: Box::leak(body.into_boxed_str()), ..INFO_SCRIPT })
    };
    expect(&page("phone"), SLUG, Verdict::NotDone, &[(Fails, "agrees", "a request with phone")]).await;
    expect(&page("phone, phone_number: phone"), SLUG, Verdict::Done, &[(Holds, "agrees", "phone_number")]).await;
    let whole = sending("Object.keys(wanted).map((key) => ({ Name: key, Value: wanted[key] }))");
    let expected = [(Skipped, "agrees", "are not seen"), (Skipped, "number", ""), (Skipped, "name", "")];
    expect(&whole, SLUG, Verdict::Done, &expected).await;
}

#[tokio::test]
async fn the_function_goes_on_answering() {
    let object = edited("body: JSON.stringify(body)", "body");
    expect(&object, SLUG, Verdict::NotDone, &[(Fails, "answer", "")]).await;
}

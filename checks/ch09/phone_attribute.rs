//! 9.e5: people may keep their phone number in the pool, through the app client of the website.

use crate::judge::cognito::{client, pool};
use crate::verifier::prelude::*;

clauses! {
    POOL: "your account has a user pool in {{ region }} for the people who use {{ domain }}",
        or "Exercise 7.1 creates it.", at cognito::CONSOLE;
    CHANGES: "the pool lets a phone number change",
        or "Create the pool of exercise 7.1 again, with phone_number mutable.", at cognito::CONSOLE;
    CLIENT = given::APP_CLIENT;
    NUMBER: "it may read the phone number, and change it",
        or "Open the app client's attribute permissions, and tick read and write for phone_number.", at cognito::CONSOLE;
    NAME: "it may still read the given name, and change it",
        or "Open the app client's attribute permissions, and tick read and write for given_name.", at cognito::CONSOLE;
}

pub const READS: Reads = &[cognito::USER_POOL, cognito::APP_CLIENTS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let pages = book::sign_in_pages(you);
    let pool = it.finds(POOL, aws.user_pool(you, book::pool(you)).await)?;
    it.expects(CHANGES, pool::lets_change(&pool, book::PHONE_OF_USER));
    let client = it.finds(CLIENT, client::of_pages(aws.app_clients(you, &pool.id).await, &pages))?;
    it.expects(NUMBER, client::reads_and_writes(&client, book::PHONE_OF_USER));
    it.expects(NAME, client::reads_and_writes(&client, book::NAME_OF_USER));
    Ok(())
}

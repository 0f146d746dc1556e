//! Conclusions and faults for people and scripts: households as doors.

use serde_json::{Value as Json, json};

use crate::contract::{Conclusion, Fault, Household};

/// The conclusion as `plugin run` prints it: the contract's names, money in fen, households as doors.
///
/// A household without a door in `doors` stays a number.
pub fn conclusion_json(conclusion: &Conclusion, doors: &[String]) -> Json {
    let mut json = json!(conclusion);
    put_doors(&mut json, doors);
    json
}

/// The fault as `plugin run` prints it: the door in the sentence, and as `at` where it names a household.
pub fn fault_json(fault: &Fault, doors: &[String]) -> Json {
    let door = |household: Household| doors.get(household as usize).cloned();
    let at = fault.household().and_then(door).or_else(|| fault.at.clone());
    json!({ "fault": { "code": fault.code, "message": fault.sentence(door), "at": at } })
}

/// Field names come from the contract alone, never from a procedure, so these two are always households.
fn put_doors(json: &mut Json, doors: &[String]) {
    match json {
        Json::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                match (name.as_str(), &mut *field) {
                    ("household", Json::Number(_)) => put_door(field, doors),
                    ("household" | "households", Json::Array(rows)) => {
                        for row in rows {
                            put_door(row, doors);
                        }
                    }
                    _ => put_doors(field, doors),
                }
            }
        }
        Json::Array(items) => items.iter_mut().for_each(|item| put_doors(item, doors)),
        _ => {}
    }
}

fn put_door(row: &mut Json, doors: &[String]) {
    let door = row.as_u64().and_then(|row| usize::try_from(row).ok()).and_then(|row| doors.get(row));
    if let Some(door) = door {
        *row = Json::String(door.clone());
    }
}

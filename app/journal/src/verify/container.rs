//! SQLite's own check of its pages. It sees what no hash covers: indexes, free pages, the tree itself.

use std::path::Path;
use std::time::Duration;

use rusqlite::ErrorCode;

use super::Damage;
use crate::error::Trouble;
use crate::header::has_rollback_journal;
use crate::reader::Reader;

/// How often the check makes way for a commit before it runs through while the commit waits.
const COURTESIES: u32 = 10;
/// Steps of the check between two looks whether somebody wants to commit; a look is one `stat`.
const STEPS: i32 = 200;
/// One finding says that the structure is broken; a list of pages helps nobody at the desk.
const FINDINGS: usize = 3;

/// Runs `integrity_check`; on a live file it stops when a commit is under way there, and starts again.
pub(super) fn check(file: &mut Reader, live: Option<&Path>) -> Result<Vec<Damage>, Trouble> {
    for attempt in 0.. {
        if let Some(path) = live
            && attempt < COURTESIES
        {
            let path = path.to_owned();
            // The rollback journal stands beside the file from the first change to the end of the commit.
            file.conn.progress_handler(STEPS, Some(move || has_rollback_journal(&path)))?;
        }
        let found = findings(file);
        file.conn.progress_handler(0, None::<fn() -> bool>)?;
        match found {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) => {
                std::thread::sleep(Duration::from_millis(50));
            }
            Err(error) => match Trouble::from(error) {
                Trouble::Damaged(what) => return Ok(vec![Damage::File(what)]),
                trouble => return Err(trouble),
            },
            Ok(findings) => return Ok(findings.into_iter().map(Damage::File).collect()),
        }
    }
    Ok(Vec::new())
}

fn findings(file: &Reader) -> rusqlite::Result<Vec<String>> {
    let mut statement = file.conn.prepare(&format!("PRAGMA integrity_check({FINDINGS})"))?;
    let lines: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

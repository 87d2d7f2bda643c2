//! Find as you type: most Chinese words have two characters, so text is indexed as character pairs and
//! queried as a phrase.

use crate::{Library, StoreError};
use desk_model::{CatalogueId, EntryId};
use rusqlite::{Connection, params};

/// An entry found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub entry: EntryId,
    /// Its catalogue.
    pub catalogue: CatalogueId,
    /// `desk_model::Payload` as JSON.
    pub payload: String,
}

/// Indexes a payload's words.
pub(crate) fn index(connection: &Connection, payload: i64, words: &str) -> Result<(), StoreError> {
    if words.is_empty() {
        return Ok(());
    }
    let sql = "INSERT INTO payload_search (rowid, words) VALUES (?1, ?2)";
    connection
        .prepare_cached(sql)?
        .execute(params![payload, pairs(words)])?;
    Ok(())
}

/// Letters and digits as pairs of neighbours, separated by spaces; a run's last character stands alone at
/// its end, so that a single character can be found by prefix.
fn pairs(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    for run in runs(text) {
        for pair in run.windows(2) {
            out.extend(pair);
            out.push(' ');
        }
        out.extend(run.last());
        out.push(' ');
    }
    out
}

fn runs(text: &str) -> Vec<Vec<char>> {
    let lower: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    lower
        .split(|c| !c.is_alphanumeric())
        .filter(|run| !run.is_empty())
        .map(<[char]>::to_vec)
        .collect()
}

/// The FTS5 query of what somebody typed: each run of characters is a phrase of pairs, all must match.
fn query(text: &str) -> Option<String> {
    let phrases: Vec<String> = runs(text)
        .iter()
        .map(|run| match run.as_slice() {
            [one] => format!("\"{one}\"*"),
            many => format!(
                "\"{}\"",
                many.windows(2)
                    .map(|p| p.iter().collect::<String>())
                    .collect::<Vec<_>>()
                    .join(" ")
            ),
        })
        .collect();
    if phrases.is_empty() {
        None
    } else {
        Some(phrases.join(" AND "))
    }
}

impl Library {
    /// Living entries that hold every word of `text`.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>, StoreError> {
        let Some(query) = query(text) else {
            return Ok(Vec::new());
        };
        let sql = "SELECT v.entry, v.catalogue, p.body FROM payload_search s JOIN entry_version v ON v.payload = s.rowid \
                   AND v.op_to IS NULL JOIN payload p ON p.id = v.payload \
                   WHERE payload_search MATCH ?1 AND p.body IS NOT NULL LIMIT ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params![query, limit], |row| {
            Ok(Hit {
                entry: EntryId(row.get(0)?),
                catalogue: CatalogueId(row.get(1)?),
                payload: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

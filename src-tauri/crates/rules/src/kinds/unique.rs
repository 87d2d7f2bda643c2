//! Keys that must not repeat (唯一), for one field or several together.
//!
//! What: a row repeats the key of an earlier row; the earlier one is named and not flagged. Why: a portal keeps only one
//! of them. Example: the same 事项编码 twice. Fix: none. Rows whose whole key is blank are left to [`super::required`].
//! The keys live in an index that one edit changes without reading the catalogue again.

use crate::row::{RowView, Sink, shortened};
use crate::rule_codes;
use desk_model::{EntryId, Field, Payload, Value};
use std::collections::HashMap;

/// A combination of fields that must not repeat.
#[derive(Debug, Clone)]
pub(crate) struct UniqueRule {
    pub(crate) fields: Vec<Field>,
}

/// Who holds a key: the row that came first and those that repeat it.
#[derive(Debug, Clone)]
struct Holders {
    first: (u32, EntryId),
    more: Vec<(u32, EntryId)>,
}

/// The keys of one unique rule over all rows of a catalogue.
#[derive(Debug, Clone, Default)]
pub(crate) struct UniqueIndex {
    holders: HashMap<Box<str>, Holders>,
    keys: HashMap<EntryId, Box<str>>,
}

impl UniqueRule {
    /// The key of a row; `None` when all its fields are blank.
    fn key(&self, payload: &Payload, key: &mut String) -> Option<()> {
        key.clear();
        let mut blank = true;
        for (at, field) in self.fields.iter().enumerate() {
            if at > 0 {
                key.push('\u{1F}');
            }
            let Some(cell) = payload.get(field.name.as_str()) else {
                continue;
            };
            blank &= matches!(cell.value, Value::Blank | Value::NotApplicable);
            match cell.value.as_text() {
                Some(text) => key.extend(
                    text.chars()
                        .filter(|c| !crate::codes::is_blank(*c))
                        .map(crate::codes::narrow),
                ),
                None => key.push_str(&cell.written()),
            }
        }
        (!blank).then_some(())
    }

    /// Takes a row in; call it in catalogue order.
    pub(crate) fn insert(&self, index: &mut UniqueIndex, row: &RowView<'_>, key: &mut String) {
        if self.key(row.payload, key).is_some() {
            index.insert(key, (row.row, row.entry));
        }
    }

    /// Flags the row when an earlier one holds its key.
    pub(crate) fn check(
        &self,
        index: &UniqueIndex,
        row: &RowView<'_>,
        key: &mut String,
        sink: &mut Sink<'_>,
    ) {
        if self.key(row.payload, key).is_none() {
            return;
        }
        let Some(holders) = index.holders.get(key.as_str()) else {
            return;
        };
        if holders.first.1 == row.entry {
            return;
        }
        let Some(field) = self.fields.first() else { return };
        let rule = match self.fields.len() {
            1 => rule_codes::DUPLICATE,
            _ => rule_codes::DUPLICATE_COMBINATION,
        };
        let titles: Vec<&str> = self.fields.iter().map(|field| &*field.title).collect();
        let finding = rule.at(field).with("fields", titles.join("、"));
        let value = row
            .payload
            .get(field.name.as_str())
            .map(desk_model::Cell::written);
        sink.push(
            finding
                .with("value", shortened(&value.unwrap_or_default()))
                .with("first", holders.first.0.to_string()),
        );
    }
}

impl UniqueIndex {
    fn insert(&mut self, key: &str, holder: (u32, EntryId)) {
        self.keys.insert(holder.1, key.into());
        let Some(holders) = self.holders.get_mut(key) else {
            let holders = Holders {
                first: holder,
                more: Vec::new(),
            };
            self.holders.insert(key.into(), holders);
            return;
        };
        if holder < holders.first {
            holders.more.push(std::mem::replace(&mut holders.first, holder));
        } else {
            holders.more.push(holder);
        }
    }

    /// Takes a row out; the rows that still hold its key are added to `touched`.
    pub(crate) fn remove(&mut self, entry: EntryId, touched: &mut Vec<EntryId>) {
        let Some(key) = self.keys.remove(&entry) else {
            return;
        };
        let Some(holders) = self.holders.get_mut(&key) else {
            return;
        };
        holders.more.retain(|(_, other)| *other != entry);
        if holders.first.1 == entry {
            let Some((at, _)) = holders.more.iter().enumerate().min_by_key(|(_, holder)| **holder) else {
                self.holders.remove(&key);
                return;
            };
            holders.first = holders.more.swap_remove(at);
        }
        touched.push(holders.first.1);
        touched.extend(holders.more.iter().map(|(_, other)| *other));
    }

    /// The other rows that hold the key of this row.
    pub(crate) fn neighbours(&self, entry: EntryId, touched: &mut Vec<EntryId>) {
        let Some(holders) = self.keys.get(&entry).and_then(|key| self.holders.get(key)) else {
            return;
        };
        let all = std::iter::once(&holders.first).chain(&holders.more);
        touched.extend(all.map(|(_, other)| *other).filter(|other| *other != entry));
    }
}

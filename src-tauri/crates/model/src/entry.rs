//! What an entry version holds: cells keyed by field, each with its value and, where it differs, the
//! source text (DESIGN §4a).

use crate::value::wire::{Tag, ValueVisitor};
use crate::{FieldName, Value};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// One cell: what it means and what was written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// The typed value.
    pub value: Value,
    /// What was written, when it is not the same as [`Value::canonical`].
    pub text: Option<Box<str>>,
}

impl Cell {
    /// A cell whose source text is kept only when the value does not say the same.
    pub fn new(value: Value, source: &str) -> Self {
        let text = (!source.is_empty() && value.canonical() != source).then(|| source.into());
        Self { value, text }
    }

    /// What was written; the canonical form when nothing else is kept.
    pub fn written(&self) -> String {
        self.text
            .as_ref()
            .map_or_else(|| self.value.canonical(), ToString::to_string)
    }

    /// True when nothing was written.
    pub fn is_blank(&self) -> bool {
        self.value.is_blank() && self.text.is_none()
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self { value, text: None }
    }
}

#[derive(Serialize)]
struct WithTextRef<'a> {
    v: &'a Value,
    x: &'a str,
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.text {
            Some(x) => WithTextRef { v: &self.value, x }.serialize(serializer),
            None => self.value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

/// A bare value, or `{"v": value, "x": source text}`; read in one pass.
struct CellVisitor;

/// The words a cell's object can have.
enum Key {
    Value,
    Text,
    Tag(Tag),
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;

        impl Visitor<'_> for KeyVisitor {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("v, x or the tag of a value")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Key, E> {
                match word {
                    "v" => Ok(Key::Value),
                    "x" => Ok(Key::Text),
                    tag => Tag::deserialize(de::value::StrDeserializer::new(tag)).map(Key::Tag),
                }
            }
        }

        deserializer.deserialize_identifier(KeyVisitor)
    }
}

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, alone or with its source text")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Cell, E> {
        ValueVisitor.visit_unit().map(Cell::from)
    }

    fn visit_bool<E: de::Error>(self, on: bool) -> Result<Cell, E> {
        ValueVisitor.visit_bool(on).map(Cell::from)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Cell, E> {
        ValueVisitor.visit_i64(number).map(Cell::from)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Cell, E> {
        ValueVisitor.visit_u64(number).map(Cell::from)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Cell, E> {
        ValueVisitor.visit_str(text).map(Cell::from)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cell, A::Error> {
        let mut cell = Cell::default();
        while let Some(key) = map.next_key::<Key>()? {
            match key {
                Key::Value => cell.value = map.next_value()?,
                Key::Text => cell.text = Some(map.next_value()?),
                Key::Tag(tag) => cell.value = tag.read(&mut map)?,
            }
        }
        Ok(cell)
    }
}

/// The cells of one entry version, ordered by field name so that the same content has the same bytes.
/// Blank cells are left out. Columns of the source that no field takes are kept under `extra`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Payload {
    /// Cells by field.
    #[serde(rename = "f", default)]
    pub cells: BTreeMap<FieldName, Cell>,
    /// Text of columns outside the template, by header path: nothing a file held is dropped.
    #[serde(rename = "e", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<Box<str>, Box<str>>,
}

impl Payload {
    /// The cell of a field, if it is not blank.
    pub fn get(&self, field: &str) -> Option<&Cell> {
        self.cells.get(field)
    }

    /// The value of a field; [`Value::Blank`] when there is none.
    pub fn value(&self, field: &str) -> &Value {
        static BLANK: Value = Value::Blank;
        self.cells.get(field).map_or(&BLANK, |cell| &cell.value)
    }

    /// Sets a field; a blank cell removes it.
    pub fn set(&mut self, field: FieldName, cell: Cell) {
        if cell.is_blank() {
            self.cells.remove(&field);
        } else {
            self.cells.insert(field, cell);
        }
    }

    /// Canonical JSON bytes: stored, hashed, compared.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a payload has string keys and plain values only")
    }

    /// Reads [`Payload::to_json`] back.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_keeps_its_source_text_only_where_it_says_more() {
        let same = Cell::new(Value::text("是"), "是");
        assert_eq!(same.text, None);
        let date = Cell::new(Value::Date("2015-04-23".parse().unwrap()), "2015年4月23日");
        assert_eq!(date.written(), "2015年4月23日");
        let json = serde_json::to_string(&date).unwrap();
        assert_eq!(json, r#"{"v":{"date":"2015-04-23"},"x":"2015年4月23日"}"#);
        assert_eq!(serde_json::from_str::<Cell>(&json).unwrap(), date);
    }

    #[test]
    fn tagged_values_read_back_with_and_without_their_source_text() {
        for json in [
            r#"{"date":"2015-04-23"}"#,
            r#"{"v":{"date":"2015-04-23"},"x":"2015.4.23"}"#,
            "true",
            "7",
            "null",
        ] {
            let cell: Cell = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&cell).unwrap(), json);
        }
        assert!(serde_json::from_str::<Cell>(r#"{"nonsense":1}"#).is_err());
    }

    #[test]
    fn a_payload_reads_back_equal_and_drops_blanks() {
        let mut payload = Payload::default();
        payload.set("fee".into(), Cell::from(Value::NotApplicable));
        payload.set("name".into(), Cell::from(Value::Blank));
        payload.extra.insert("网站栏目".into(), "政务公开".into());
        let json = payload.to_json();
        assert_eq!(Payload::from_json(&json).unwrap(), payload);
        assert!(!json.contains("name"));
    }
}

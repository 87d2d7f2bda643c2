//! How a field is written for machines: the type of its csv column, the columns beside it, the cell's text.

use crate::profile::{CsvPart, TickStyle, filled};
use crate::survey::Column;
use desk_model::{Cell, CodeList, CodeLists, DatePrecision, Field, LimitUnit, Value};
use serde_json::{Map, Value as Json, json};

/// The form of one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// As written.
    Text,
    /// Whole number.
    Integer,
    /// Decimal number.
    Number,
    /// `2026-11-23`.
    Day,
    /// `2026-11`.
    Month,
    /// `2026`.
    Year,
    /// `true` or blank.
    Tick,
    /// A code of a list.
    Code,
    /// Titles, separated.
    List,
    /// The text of a time limit, its number and its unit.
    Limit,
    /// A number and its unit.
    Amount,
}

/// One csv column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CsvColumn {
    /// Machine name.
    pub name: String,
    /// Its Table Schema field.
    pub schema: Json,
}

impl Shape {
    /// The shape of dates that all have this precision.
    pub(crate) fn of_date(precision: DatePrecision) -> Self {
        match precision {
            DatePrecision::Day => Self::Day,
            DatePrecision::Month => Self::Month,
            DatePrecision::Year => Self::Year,
        }
    }

    /// The Table Schema type (Data Package v2).
    fn schema_type(self) -> &'static str {
        match self {
            Self::Text | Self::Code | Self::List | Self::Limit => "string",
            Self::Integer => "integer",
            Self::Number | Self::Amount => "number",
            Self::Day => "date",
            Self::Month => "yearmonth",
            Self::Year => "year",
            Self::Tick => "boolean",
        }
    }

    /// Names of the columns beside a field's own.
    fn added(self) -> &'static [&'static str] {
        match self {
            Self::Limit => &["n", "unit"],
            Self::Amount => &["unit"],
            _ => &[],
        }
    }
}

/// The csv columns of a field.
pub(crate) fn columns(field: &Field, column: Column, lists: &CodeLists, part: &CsvPart) -> Vec<CsvColumn> {
    let shape = column.shape;
    let mut schema = Map::new();
    schema.insert("name".to_owned(), json!(field.name));
    schema.insert("title".to_owned(), json!(field.path()));
    if !field.help.is_empty() {
        schema.insert("description".to_owned(), json!(field.help));
    }
    schema.insert("type".to_owned(), json!(shape.schema_type()));
    if shape == Shape::Tick {
        schema.insert("trueValues".to_owned(), json!(["true"]));
        schema.insert("falseValues".to_owned(), json!(["false"]));
    }
    let list = field.codes.as_ref().and_then(|id| lists.get(&**id));
    let list = list.filter(|_| shape == Shape::Code);
    if let Some(list) = list {
        schema.insert("categories".to_owned(), categories(list));
    }
    if column.none && shape != Shape::Text {
        let none = Value::NotApplicable.canonical();
        schema.insert("missingValues".to_owned(), json!(["", none]));
    }
    let mut constraints = constraints(field, column);
    if let Some(list) = list.filter(|list| !list.open && column.in_list) {
        let codes: Vec<&str> = list.codes.iter().map(|code| &*code.code).collect();
        constraints.insert("enum".to_owned(), json!(codes));
    }
    if !constraints.is_empty() {
        schema.insert("constraints".to_owned(), Json::Object(constraints));
    }
    let own = CsvColumn {
        name: field.name.to_string(),
        schema: Json::Object(schema),
    };
    let beside = shape
        .added()
        .iter()
        .map(|suffix| added_column(field, shape, suffix, part));
    std::iter::once(own).chain(beside).collect()
}

fn categories(list: &CodeList) -> Json {
    let codes = list.codes.iter();
    codes
        .map(|code| json!({"value": code.code, "label": code.title}))
        .collect()
}

/// Only what every exported row keeps.
fn constraints(field: &Field, column: Column) -> Map<String, Json> {
    let mut out = Map::new();
    let is_text = column.shape == Shape::Text;
    if field.required && column.always && (is_text || !column.none) {
        out.insert("required".to_owned(), json!(true));
    }
    if column.in_limits && matches!(column.shape, Shape::Integer | Shape::Number) {
        out.extend(limits(field));
    }
    if column.in_limits && is_text {
        out.extend(lengths(field));
    }
    if column.in_pattern && is_text {
        let pattern = field.constraints.pattern.as_ref();
        out.extend(pattern.map(|pattern| ("pattern".to_owned(), json!(pattern))));
    }
    out
}

fn lengths(field: &Field) -> Map<String, Json> {
    let named = [
        ("minLength", field.constraints.min_length),
        ("maxLength", field.constraints.max_length),
    ];
    let given = named
        .into_iter()
        .filter_map(|(name, length)| Some((name, length?)));
    given
        .map(|(name, length)| (name.to_owned(), json!(length)))
        .collect()
}

fn limits(field: &Field) -> Map<String, Json> {
    let named = [
        ("minimum", field.constraints.minimum),
        ("maximum", field.constraints.maximum),
    ];
    let mut out = Map::new();
    for (name, limit) in named {
        let number = limit.and_then(|limit| serde_json::from_str::<Json>(&limit.to_string()).ok());
        out.extend(number.map(|number| (name.to_owned(), number)));
    }
    out
}

fn added_column(field: &Field, shape: Shape, suffix: &str, part: &CsvPart) -> CsvColumn {
    let name = format!("{}_{suffix}", field.name);
    let words = match (shape, suffix) {
        (Shape::Limit, "n") => &part.added.limit_number,
        (Shape::Limit, _) => &part.added.limit_unit,
        _ => &part.added.amount_unit,
    };
    let kind = if suffix == "n" { "integer" } else { "string" };
    let title = filled(words, &[("title", &field.path())]);
    CsvColumn {
        schema: json!({"name": name, "title": title, "type": kind}),
        name,
    }
}

/// The texts of a cell in the columns of its field.
pub(crate) fn texts(
    field: &Field,
    shape: Shape,
    cell: Option<&Cell>,
    lists: &CodeLists,
    part: &CsvPart,
) -> Vec<String> {
    let value = cell.map_or(&Value::Blank, |cell| &cell.value);
    match (shape, value) {
        (_, Value::Blank) => vec![String::new(); 1 + shape.added().len()],
        (Shape::Text, _) => vec![written(field, cell, lists)],
        (_, Value::NotApplicable) => {
            let mut texts = vec![String::new(); 1 + shape.added().len()];
            texts[0] = value.canonical();
            texts
        }
        (Shape::Limit, Value::TimeLimit(limit)) => {
            vec![
                written(field, cell, lists),
                limit.n.to_string(),
                unit_word(limit.unit).to_owned(),
            ]
        }
        (Shape::Amount, Value::Amount(amount)) => {
            vec![amount.number.to_string(), amount.unit.title().to_owned()]
        }
        (Shape::Tick, Value::Tick(on)) => vec![if *on { "true" } else { "" }.to_owned()],
        (Shape::List, value) => vec![listed(field, value, lists, part)],
        (_, value) => vec![value.canonical()],
    }
}

/// The word of a unit for machines.
fn unit_word(unit: LimitUnit) -> &'static str {
    match unit {
        LimitUnit::Instant => "instant",
        LimitUnit::Minute => "minute",
        LimitUnit::Hour => "hour",
        LimitUnit::WorkingDay => "working_day",
        LimitUnit::Day => "day",
        LimitUnit::Week => "week",
        LimitUnit::Month => "month",
        LimitUnit::Year => "year",
    }
}

fn listed(field: &Field, value: &Value, lists: &CodeLists, part: &CsvPart) -> String {
    let list = field.codes.as_ref().and_then(|id| lists.get(&**id));
    let title = |code: &str| list.map_or(code, |list| list.title_of(code)).to_owned();
    let titles: Vec<String> = match value {
        Value::Ticks(ticks) => {
            let known = ticks.on.iter().map(|code| title(code));
            known.chain(ticks.other.iter().map(ToString::to_string)).collect()
        }
        Value::Codes(codes) => codes.iter().map(|code| title(code)).collect(),
        other => vec![other.canonical()],
    };
    titles.join(&part.list_separator)
}

/// What people see in the views: [`written`], with ■/□ lists in the wanted style.
pub(crate) fn shown(field: &Field, cell: Option<&Cell>, lists: &CodeLists, style: TickStyle) -> String {
    match (style, cell.map(|cell| &cell.value)) {
        (TickStyle::Chosen, Some(value @ Value::Ticks(_))) => field.display(value, lists),
        (TickStyle::FullList, Some(value @ Value::Ticks(ticks))) => {
            let list = field.codes.as_ref().and_then(|id| lists.get(&**id));
            let Some(list) = list else {
                return field.display(value, lists);
            };
            let known = list.codes.iter().map(|code| {
                let sign = if ticks.on.contains(&code.code) {
                    "■"
                } else {
                    "□"
                };
                format!("{sign}{}", code.title)
            });
            let other = ticks.other.iter().map(|word| format!("■{word}"));
            known.chain(other).collect::<Vec<_>>().join(" ")
        }
        _ => written(field, cell, lists),
    }
}

/// What people read: the text as written, else the value with the titles of its codes.
pub(crate) fn written(field: &Field, cell: Option<&Cell>, lists: &CodeLists) -> String {
    match cell {
        None => String::new(),
        Some(Cell { text: Some(text), .. }) => text.to_string(),
        Some(cell) => field.display(&cell.value, lists),
    }
}

//! One column of a template: type, constraints, spellings, privacy (Frictionless Table Schema words).

use crate::{CodeLists, FieldName, Value, ids};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// Plain text, line breaks allowed.
    Text,
    /// Long text in Markdown.
    Markdown,
    /// Whole number.
    Integer,
    /// Exact decimal.
    Decimal,
    /// Date with its precision.
    Date,
    /// A √ column.
    Tick,
    /// A ■/□ list over a code list.
    Ticks,
    /// One code of a code list.
    Code,
    /// Several codes of a code list.
    Codes,
    /// A time limit.
    TimeLimit,
    /// Money; the unit comes from the header, the unit line or `unit`.
    Amount,
    /// Id of another thing.
    Reference,
}

/// Who may see a field's content.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Privacy {
    /// May be published; personal data inside is an error.
    #[default]
    Public,
    /// A natural person's name or number; must be masked.
    Masked,
    /// Contact data of an office (a duty phone); may be published.
    OfficeContact,
}

/// A built-in check of a written code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// 统一社会信用代码, GB 32100.
    Uscc,
    /// 组织机构代码, GB 11714.
    OrgCode,
    /// 行政区划代码, GB/T 2260.
    DivisionCode,
    /// 文号, GB/T 9704.
    DocNumber,
    /// Telephone number(s) of an office.
    Phone,
    /// 索引号.
    IndexNumber,
    /// 政务服务事项 实施编码 (31 characters).
    ItemCode,
}

/// Limits of a value; Frictionless names.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Constraints {
    /// Fewest characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u32>,
    /// Most characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    /// Smallest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Decimal>,
    /// Largest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Decimal>,
    /// A regular expression the whole text must match.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Box<str>>,
    /// At least this many ticks or codes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_items: Option<u32>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an independent yes/no line of a template file"
)]
pub struct Field {
    /// Stable id.
    pub name: FieldName,
    /// Official column title (second header level where there is a group).
    pub title: Box<str>,
    /// First header level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Box<str>>,
    /// Other spellings of the title; `group>title` paths are allowed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Box<str>>,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// Must it be filled? 无 counts as filled only where `none_allowed`.
    #[serde(default)]
    pub required: bool,
    /// Does 无 or `/` answer a required field?
    #[serde(default)]
    pub none_allowed: bool,
    /// Default unit of an amount (`元`, `万元`) or a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Box<str>>,
    /// Code list id for `ticks`, `code`, `codes`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codes: Option<Box<str>>,
    /// Limits.
    #[serde(default)]
    pub constraints: Constraints,
    /// Built-in check of the written form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<Check>,
    /// Who may see it.
    #[serde(default)]
    pub privacy: Privacy,
    /// May a blank under a filled cell of the same block take its value (一级事项)?
    #[serde(default)]
    pub fill_down: bool,
    /// May a √ column hold the name of a group instead (特定群众: `项目单位`)?
    #[serde(default)]
    pub tick_text: bool,
    /// May the whole column be missing from a sheet (公开层级>村级)?
    #[serde(default)]
    pub optional_column: bool,
    /// Help for the clerk, one or two sentences.
    #[serde(default)]
    pub help: Box<str>,
    /// Width in Chinese characters for the grid and the workbook.
    #[serde(default = "default_width")]
    pub width: u16,
}

fn default_width() -> u16 {
    10
}

impl Field {
    /// `group>title`, or the title alone: the header path of DESIGN §7.
    pub fn path(&self) -> String {
        match &self.group {
            Some(group) => format!("{group}>{}", self.title),
            None => self.title.to_string(),
        }
    }

    /// A value as people read it: codes become titles, ticks the list of titles.
    pub fn display(&self, value: &Value, lists: &CodeLists) -> String {
        let list = self.codes.as_ref().and_then(|id| lists.get(&**id));
        let title = |code: &str| list.map_or(code, |l| l.title_of(code)).to_owned();
        match value {
            Value::Codes(codes) => codes.iter().map(|c| title(c)).collect::<Vec<_>>().join("；"),
            Value::Ticks(ticks) => {
                let on = ticks
                    .on
                    .iter()
                    .map(|c| title(c))
                    .chain(ticks.other.iter().map(ToString::to_string));
                on.map(|t| format!("■{t}")).collect::<Vec<_>>().join(" ")
            }
            other => other.canonical(),
        }
    }

    /// True when the name is `[a-z][a-z0-9_]*`.
    pub(super) fn has_plain_name(name: &ids::FieldName) -> bool {
        let mut bytes = name.as_str().bytes();
        bytes.next().is_some_and(|b| b.is_ascii_lowercase())
            && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    }
}

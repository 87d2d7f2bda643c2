//! Time limits such as `20个工作日`, `即办`, `5日`, `1个月` (catalogues.md §1.5, §12.1).

use serde::{Deserialize, Serialize};
use std::fmt;

/// The unit of a time limit. 工作日 and 日 are never mixed: 20 日 ≠ 20 个工作日.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LimitUnit {
    /// 即办, 当场办结, 即时办结, 实时: zero waiting.
    Instant,
    /// 分钟
    Minute,
    /// 小时
    Hour,
    /// 工作日
    WorkingDay,
    /// 日, 天 (natural days)
    Day,
    /// 周
    Week,
    /// 个月
    Month,
    /// 年
    Year,
}

/// The event from which a limit counts; day 0 is the event's day and is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// 信息形成或者变更之日
    FormedOrChanged,
    /// 制作或获取之日
    MadeOrObtained,
    /// 受理之日
    Accepted,
    /// 作出决定之日
    Decided,
    /// 批准 / 批复之日
    Approved,
    /// 收到之日
    Received,
    /// 公布 / 印发之日
    Issued,
}

/// `{n, unit, from}`; the source text stands in [`crate::Cell::text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TimeLimit {
    /// How many units; 0 for [`LimitUnit::Instant`].
    pub n: u32,
    /// The unit.
    pub unit: LimitUnit,
    /// From which event, when the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Anchor>,
}

impl TimeLimit {
    /// 即办.
    pub const INSTANT: Self = Self {
        n: 0,
        unit: LimitUnit::Instant,
        from: None,
    };

    /// Length in working days for comparing two limits: 5 a week, 22 a month, 250 a year; natural days
    /// count 5 of 7. A convention for ordering (catalogues.md §4.7 R17 [M]), never a deadline.
    pub fn comparable_working_days(self) -> f64 {
        let n = f64::from(self.n);
        match self.unit {
            LimitUnit::Instant => 0.0,
            LimitUnit::Minute => n / 480.0,
            LimitUnit::Hour => n / 8.0,
            LimitUnit::WorkingDay => n,
            LimitUnit::Day => n * 5.0 / 7.0,
            LimitUnit::Week => n * 5.0,
            LimitUnit::Month => n * 22.0,
            LimitUnit::Year => n * 250.0,
        }
    }
}

impl fmt::Display for TimeLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit {
            LimitUnit::Instant => f.write_str("即办"),
            LimitUnit::Minute => write!(f, "{}分钟", self.n),
            LimitUnit::Hour => write!(f, "{}小时", self.n),
            LimitUnit::WorkingDay => write!(f, "{}个工作日", self.n),
            LimitUnit::Day => write!(f, "{}日", self.n),
            LimitUnit::Week => write!(f, "{}周", self.n),
            LimitUnit::Month => write!(f, "{}个月", self.n),
            LimitUnit::Year => write!(f, "{}年", self.n),
        }
    }
}

//! Money: an exact decimal with the unit that was printed (元, 万元, 亿元).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The unit an amount was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountUnit {
    /// 元
    Yuan,
    /// 万元 (10⁴ 元)
    TenThousandYuan,
    /// 亿元 (10⁸ 元)
    HundredMillionYuan,
}

impl AmountUnit {
    /// The unit named by a header or a unit line, e.g. `万元`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "元" | "人民币元" => Some(Self::Yuan),
            "万元" | "人民币万元" => Some(Self::TenThousandYuan),
            "亿元" => Some(Self::HundredMillionYuan),
            _ => None,
        }
    }

    /// The printed word.
    pub fn title(self) -> &'static str {
        match self {
            Self::Yuan => "元",
            Self::TenThousandYuan => "万元",
            Self::HundredMillionYuan => "亿元",
        }
    }

    /// How many 元 one unit is.
    pub fn in_yuan(self) -> Decimal {
        match self {
            Self::Yuan => Decimal::ONE,
            Self::TenThousandYuan => Decimal::from(10_000),
            Self::HundredMillionYuan => Decimal::from(100_000_000),
        }
    }
}

/// An exact amount of money in the unit it was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Amount {
    /// The number as written.
    pub number: Decimal,
    /// Its unit.
    pub unit: AmountUnit,
}

impl Amount {
    /// The amount in 元, exact; `None` beyond the range of a decimal.
    pub fn yuan(self) -> Option<Decimal> {
        self.number
            .checked_mul(self.unit.in_yuan())
            .map(|d| d.normalize())
    }
}

impl fmt::Display for Amount {
    /// The bare number: the unit stands in the header.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}

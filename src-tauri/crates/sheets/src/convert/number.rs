//! Whole numbers, exact decimals and amounts.

use desk_model::{Amount, AmountUnit};
use rust_decimal::Decimal;

/// Thousands separators removed.
fn digits(plain: &str) -> String {
    plain.chars().filter(|c| *c != ',').collect()
}

/// `1,200` → 1200.
pub fn integer(plain: &str) -> Option<i64> {
    digits(plain).parse().ok()
}

/// `0.13`, `1,200.50`, `13%` (0.13).
pub fn decimal(plain: &str) -> Option<Decimal> {
    match plain.strip_suffix('%') {
        Some(percent) => Some(digits(percent).parse::<Decimal>().ok()? / Decimal::ONE_HUNDRED),
        None => digits(plain).parse().ok(),
    }
}

/// `5512.55`, `0.2万元`; a unit in the cell goes before the unit of the table. 不收费 and 免费 are 0.
pub fn amount(plain: &str, unit: AmountUnit) -> Option<Amount> {
    if matches!(plain, "不收费" | "免费") {
        return Some(Amount {
            number: Decimal::ZERO,
            unit,
        });
    }
    let own = ["亿元", "万元", "元"]
        .into_iter()
        .find_map(|word| Some((plain.strip_suffix(word)?, word)));
    let (number, unit) = match own {
        Some((number, word)) => (number, AmountUnit::parse(word)?),
        None => (plain, unit),
    };
    Some(Amount {
        number: digits(number).parse().ok()?,
        unit,
    })
}

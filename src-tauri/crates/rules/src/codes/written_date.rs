//! 成文日期 as printed (GB/T 9704-2012).
//!
//! What: Arabic digits, full year, no padding zeros: 2015年4月23日. Documents before 2012 may write 二○一五年四月二十三日,
//! which is read, not refused. Source: GB/T 9704-2012 7.3.5.4, data.md §5.7.

use desk_model::PartialDate;

/// What is wrong with a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrittenDateError {
    /// Not `YYYY年M月D日`.
    #[error("form")]
    Form,
    /// Right but for padding zeros.
    #[error("padding zeros")]
    Padded,
    /// Well formed, but there is no such day.
    #[error("no such day")]
    NoSuchDay,
}

/// Reads a printed date of the standard form or in Chinese numerals.
pub fn check(text: &str) -> Result<PartialDate, WrittenDateError> {
    let (year, rest) = text.split_once('年').ok_or(WrittenDateError::Form)?;
    let (month, rest) = rest.split_once('月').ok_or(WrittenDateError::Form)?;
    let day = rest.strip_suffix('日').ok_or(WrittenDateError::Form)?;
    if text.is_ascii() || year.chars().count() != 4 {
        return Err(WrittenDateError::Form);
    }
    let y = number(year).ok_or(WrittenDateError::Form)?;
    let m = number(month).ok_or(WrittenDateError::Form)?;
    let d = number(day).ok_or(WrittenDateError::Form)?;
    if !(1900..2100).contains(&y) {
        return Err(WrittenDateError::Form);
    }
    let date = i16::try_from(y)
        .ok()
        .zip(u8::try_from(m).ok().zip(u8::try_from(d).ok()))
        .and_then(|(y, (m, d))| PartialDate::day(y, m, d))
        .ok_or(WrittenDateError::NoSuchDay)?;
    if month.starts_with('0') || day.starts_with('0') {
        return Err(WrittenDateError::Padded);
    }
    Ok(date)
}

/// Arabic digits, Chinese digits (二○一五) or Chinese tens (二十三).
fn number(text: &str) -> Option<u16> {
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    if let Some((tens, ones)) = text.split_once('十') {
        let tens = if tens.is_empty() { 1 } else { digit(tens)? };
        let ones = if ones.is_empty() { 0 } else { digit(ones)? };
        return Some(tens * 10 + ones);
    }
    let mut value = 0u16;
    for c in text.chars() {
        value = value
            .checked_mul(10)?
            .checked_add(digit(c.encode_utf8(&mut [0; 4]))?)?;
    }
    (value > 0).then_some(value)
}

fn digit(text: &str) -> Option<u16> {
    let value = match text {
        "○" | "〇" | "零" => 0,
        "一" => 1,
        "二" => 2,
        "三" => 3,
        "四" => 4,
        "五" => 5,
        "六" => 6,
        "七" => 7,
        "八" => 8,
        "九" => 9,
        _ => return None,
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_forms_are_read() {
        let day = PartialDate::day(2015, 4, 23).unwrap();
        assert_eq!(check("2015年4月23日"), Ok(day));
        assert_eq!(check("二○一五年四月二十三日"), Ok(day));
        assert_eq!(
            check("二〇一五年十月十日"),
            Ok(PartialDate::day(2015, 10, 10).unwrap())
        );
    }

    #[test]
    fn padding_other_forms_and_days_that_do_not_exist_are_refused() {
        assert_eq!(check("2015年04月23日"), Err(WrittenDateError::Padded));
        assert_eq!(check("2024年2月30日"), Err(WrittenDateError::NoSuchDay));
        assert_eq!(check("二〇二三年十三月"), Err(WrittenDateError::Form));
        assert_eq!(check("2015-04-23"), Err(WrittenDateError::Form));
        assert_eq!(check("15年4月23日"), Err(WrittenDateError::Form));
    }
}

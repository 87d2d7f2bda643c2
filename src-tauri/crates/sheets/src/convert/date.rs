//! The date forms of catalogues.md §12.1; a date that does not exist is not read.

use desk_model::PartialDate;

/// `2015年4月23日`, `2015.4.23`, `2015-4-23`, `2015/4/23`, `20150423`, also without day or month.
pub fn read(plain: &str) -> Option<PartialDate> {
    if plain.len() == 8 && plain.bytes().all(|b| b.is_ascii_digit()) {
        return whole(&[&plain[..4], &plain[4..6], &plain[6..]]);
    }
    let ended = plain.trim_end_matches(['日', '号', '月', '年']);
    let parts: Vec<&str> = ended.split(['年', '月', '-', '/', '.']).collect();
    whole(&parts)
}

fn whole(parts: &[&str]) -> Option<PartialDate> {
    let number = |text: &&str| text.parse::<u16>().ok().filter(|_| text.len() <= 4);
    let small = |text: &&str| number(text).and_then(|n| u8::try_from(n).ok());
    let year = parts
        .first()
        .filter(|y| y.len() == 4)
        .and_then(number)
        .and_then(|y| i16::try_from(y).ok())?;
    match parts {
        [_] => PartialDate::year_only(year),
        [_, month] => PartialDate::year_month(year, small(month)?),
        [_, month, day] => PartialDate::day(year, small(month)?, small(day)?),
        _ => None,
    }
}

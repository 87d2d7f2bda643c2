//! Time limits (catalogues.md §1.5, §12.1).

use desk_model::{Anchor, LimitUnit, TimeLimit};

/// Words that mean: at once.
const INSTANT: [&str; 10] = [
    "即办",
    "即时",
    "即时办结",
    "当场",
    "当场办结",
    "立等可取",
    "立即",
    "实时",
    "实时公开",
    "即办件",
];
/// Units, the longer before the shorter.
const UNITS: [(&str, LimitUnit); 10] = [
    ("工作日", LimitUnit::WorkingDay),
    ("个月", LimitUnit::Month),
    ("小时", LimitUnit::Hour),
    ("分钟", LimitUnit::Minute),
    ("周", LimitUnit::Week),
    ("星期", LimitUnit::Week),
    ("月", LimitUnit::Month),
    ("年", LimitUnit::Year),
    ("日", LimitUnit::Day),
    ("天", LimitUnit::Day),
];
/// Events a limit counts from, by the word that names them.
const ANCHORS: [(&str, Anchor); 9] = [
    ("形成", Anchor::FormedOrChanged),
    ("制作", Anchor::MadeOrObtained),
    ("制定", Anchor::MadeOrObtained),
    ("获取", Anchor::MadeOrObtained),
    ("受理", Anchor::Accepted),
    ("决定", Anchor::Decided),
    ("批", Anchor::Approved),
    ("收到", Anchor::Received),
    ("印发", Anchor::Issued),
];

/// `20个工作日`, `信息形成或者变更之日起20个工作日内`, `即办`, `5日`, `一个月`. A calendar date such as
/// `每年1月31日前` is no length and is not read.
pub fn read(plain: &str) -> Option<TimeLimit> {
    if INSTANT.contains(&plain) {
        return Some(TimeLimit::INSTANT);
    }
    let (before, n, after) = first_number(plain)?;
    let after = after
        .strip_prefix('个')
        .filter(|rest| !rest.starts_with('月'))
        .unwrap_or(after);
    let (word, unit) = UNITS.into_iter().find(|(word, _)| after.starts_with(word))?;
    let rest = &after[word.len()..];
    if unit == LimitUnit::Month && rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with('前') {
        return None;
    }
    let from = ANCHORS
        .into_iter()
        .find(|(word, _)| before.contains(word))
        .map(|(_, anchor)| anchor);
    Some(TimeLimit { n, unit, from })
}

/// Text before the first number, the number, text after it.
fn first_number(plain: &str) -> Option<(&str, u32, &str)> {
    let start = plain.find(|c: char| c.is_ascii_digit());
    if let Some(start) = start {
        let length = plain[start..]
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(plain.len() - start);
        let n = plain[start..start + length].parse().ok()?;
        return Some((&plain[..start], n, &plain[start + length..]));
    }
    let start = plain.find(|c| chinese_digit(c).is_some())?;
    let run: String = plain[start..]
        .chars()
        .take_while(|c| chinese_digit(*c).is_some())
        .collect();
    Some((
        &plain[..start],
        chinese_number(&run)?,
        &plain[start + run.len()..],
    ))
}

fn chinese_digit(sign: char) -> Option<u32> {
    let digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    if sign == '两' {
        return Some(2);
    }
    digits
        .iter()
        .position(|d| *d == sign)
        .and_then(|at| u32::try_from(at).ok())
}

/// One to 99: `十五` → 15, `二十` → 20.
fn chinese_number(run: &str) -> Option<u32> {
    let digits: Vec<u32> = run.chars().filter_map(chinese_digit).collect();
    match digits.as_slice() {
        [one] => Some(*one),
        [10, one] => Some(10 + one),
        [tens, 10] => Some(tens * 10),
        [tens, 10, one] => Some(tens * 10 + one),
        _ => None,
    }
}

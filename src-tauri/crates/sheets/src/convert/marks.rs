//! √ columns, ■/□ lists and codes.

use desk_model::{CodeList, Ticks, Value};

/// Signs that tick (catalogues.md §12.1; `t`, `R` and `þ` are what copying made of a filled box).
const ON: [&str; 17] = [
    "√", "✓", "✔", "☑", "●", "★", "■", "▇", "█", "是", "1", "Y", "y", "R", "t", "þ", "有",
];
/// Signs that leave open.
const OFF: [&str; 10] = ["□", "☐", "○", "〇", "否", "0", "/", "—", "-", "口"];

/// One √ column.
pub fn tick(plain: &str) -> Option<Value> {
    match (ON.contains(&plain), OFF.contains(&plain)) {
        (true, _) => Some(Value::Tick(true)),
        (_, true) => Some(Value::Tick(false)),
        _ => None,
    }
}

/// A ■/□ list; without any box every word counts as ticked.
pub fn ticks(text: &str, list: Option<&CodeList>) -> Ticks {
    let boxed = text.contains(['■', '□', '☑', '☐', '●', '▇', '█', 't', '√']);
    let words = if boxed { ticked(text) } else { separated(text) };
    let mut ticks = Ticks::default();
    for word in words {
        match list.and_then(|l| known(l, &word)) {
            Some(code) if ticks.on.contains(&code) => {}
            Some(code) => ticks.on.push(code),
            None => ticks.other.push(word.into()),
        }
    }
    if let Some(list) = list {
        ticks
            .on
            .sort_by_key(|code| list.codes.iter().position(|c| c.code == *code));
    }
    ticks
}

fn known(list: &CodeList, word: &str) -> Option<Box<str>> {
    let plain = super::narrow(word);
    list.by_word(word)
        .or_else(|| list.by_word(&plain))
        .or_else(|| alike(list, &plain))
        .map(|code| code.code.clone())
}

fn alike<'a>(list: &'a CodeList, plain: &str) -> Option<&'a desk_model::Code> {
    list.codes.iter().find(|code| {
        super::narrow(&code.title) == plain || code.synonyms.iter().any(|word| super::narrow(word) == plain)
    })
}

/// Words behind a filled box, each up to the next box.
fn ticked(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut open: Option<String> = None;
    for sign in text.chars() {
        let on = matches!(sign, '■' | '☑' | '●' | '▇' | '█' | 't' | '√');
        if on || matches!(sign, '□' | '☐' | '口' | '○' | '〇') {
            words.extend(open.take());
            open = on.then(String::new);
        } else if let Some(word) = &mut open {
            word.push(sign);
        }
    }
    words.extend(open);
    let clean = |word: String| {
        word.trim()
            .trim_matches(['、', '，', ',', ';', '；', '_'])
            .trim()
            .to_owned()
    };
    words
        .into_iter()
        .map(clean)
        .filter(|word| !word.is_empty())
        .collect()
}

fn separated(text: &str) -> Vec<String> {
    let parts = text.split(['、', '，', ',', ';', '；', '\n']);
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// Codes by code, title or synonym; a word that the list does not know makes the cell unreadable.
pub fn codes(plain: &str, list: Option<&CodeList>, several: bool) -> Option<Value> {
    let list = list?;
    if let Some(code) = known(list, plain) {
        return Some(Value::Codes(vec![code]));
    }
    if !several {
        return None;
    }
    separated(plain)
        .iter()
        .map(|word| known(list, word))
        .collect::<Option<Vec<_>>>()
        .map(Value::Codes)
}

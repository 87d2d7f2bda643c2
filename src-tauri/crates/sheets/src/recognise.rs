//! Which template a table follows, and which column fills which field.

use crate::convert::narrow;
use crate::locate::{Head, squeezed};
use desk_model::{Field, FieldName, Template};
use std::collections::BTreeSet;

/// A template that fits a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Share of the table's columns that found a field, 0–1; halved when a field it must have is missing.
    pub confidence: f64,
    /// Columns of the table that found a field, and all of them.
    pub columns: (usize, usize),
    /// The field of each column, in the table's order.
    pub mapping: Vec<Option<FieldName>>,
}

/// How well a template fits.
pub fn fit(table: &Head, template: &Template) -> Fit {
    let mut taken = BTreeSet::new();
    let mut mapping = vec![None; table.columns.len()];
    for strictness in [Strictness::Path, Strictness::Label, Strictness::WithoutHint] {
        for (index, (_, path)) in table.columns.iter().enumerate() {
            if mapping[index].is_some() || path.is_empty() {
                continue;
            }
            let found = template
                .fields
                .iter()
                .find(|f| !taken.contains(&f.name) && means(f, path, strictness));
            if let Some(field) = found {
                taken.insert(field.name.clone());
                mapping[index] = Some(field.name.clone());
            }
        }
    }
    let labelled = table.columns.iter().filter(|(_, path)| !path.is_empty()).count();
    let complete = template.recognise.must.iter().all(|name| taken.contains(name));
    let confidence = share(taken.len(), labelled) * if complete { 1.0 } else { 0.5 };
    Fit {
        confidence,
        columns: (taken.len(), labelled),
        mapping,
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 {
        0.0
    } else {
        number(part) / number(whole)
    }
}

/// How exactly a header must say a field's title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strictness {
    /// The whole path.
    Path,
    /// Its last label.
    Label,
    /// Its last label without what stands in brackets, e.g. a hint for filling in.
    WithoutHint,
}

fn means(field: &Field, path: &str, strictness: Strictness) -> bool {
    let label = path.rsplit('>').next().unwrap_or(path);
    let said = match strictness {
        Strictness::Path => plain(path),
        Strictness::Label => plain(label),
        Strictness::WithoutHint => without_hint(&plain(label)),
    };
    let own = field.path();
    let mut titles = std::iter::once(own.as_str())
        .chain(std::iter::once(&*field.title))
        .chain(field.synonyms.iter().map(AsRef::as_ref));
    titles.any(|title| match strictness {
        Strictness::WithoutHint => without_hint(&plain(title)) == said,
        _ => plain(title) == said,
    })
}

fn plain(text: &str) -> String {
    narrow(&squeezed(text))
}

fn without_hint(text: &str) -> String {
    text.split('(').next().unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_goes_before_a_label_and_a_hint_in_brackets_is_overlooked() {
        let template = Template::from_toml(
            "t.toml",
            "id='t'\nversion='1'\nnotice='一'\ntitle={zh-CN='表'}\n\
             [[field]]\nname='a'\ngroup='对象'\ntitle='全社会'\ntype='tick'\n\
             [[field]]\nname='b'\ntitle='预计采购时间'\ntype='date'\n",
        );
        let columns = vec![
            (0, "预计采购时间（填写到月）".to_owned()),
            (1, "对象>全社会".to_owned()),
            (2, "别的".to_owned()),
        ];
        let table = Head {
            columns,
            ..Head::default()
        };
        let fit = fit(&table, &template.unwrap());
        assert_eq!(fit.mapping, [Some("b".into()), Some("a".into()), None]);
        assert_eq!(fit.columns, (2, 3));
    }
}

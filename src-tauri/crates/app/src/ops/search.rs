//! Search over entries, catalogues, templates and offices.

use crate::api::ApiError;
use crate::api::home::SearchHit;
use crate::data::Data;
use crate::ops::{catalogues, entries};
use desk_model::Payload;
use desk_store::{Hit, Library};

/// What holds the text; places first (there are few), then entries.
pub fn search(library: &Library, data: &Data, text: &str, limit: u32) -> Result<Vec<SearchHit>, ApiError> {
    let mut hits = named(library, data, text.trim())?;
    for hit in library.search(text, limit)? {
        hits.push(entry_hit(library, data, &hit)?);
    }
    hits.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(hits)
}

fn named(library: &Library, data: &Data, text: &str) -> Result<Vec<SearchHit>, ApiError> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let lang = data.words().lang().to_owned();
    let found = |kind: &str, id: &str, title: &str, detail: &str| SearchHit {
        kind: kind.to_owned(),
        id: id.to_owned(),
        catalogue: None,
        title: title.to_owned(),
        detail: detail.to_owned(),
        field: None,
    };
    let mut hits = Vec::new();
    for catalogue in library.catalogues()?.iter().filter(|c| c.title.contains(text)) {
        hits.push(found(
            "catalogue",
            &catalogue.id.to_string(),
            &catalogue.title,
            &catalogue.period,
        ));
    }
    for template in data
        .templates
        .values()
        .map(|t| &t.template)
        .filter(|t| t.title_in(&lang).contains(text))
    {
        hits.push(found(
            "template",
            template.id.as_str(),
            template.title_in(&lang),
            &template.notice,
        ));
    }
    for office in data
        .offices
        .iter()
        .filter(|o| o.title.contains(text) || o.code.starts_with(text))
    {
        hits.push(found("office", &office.code, &office.title, &office.code));
    }
    Ok(hits)
}

/// An entry is titled by its key fields; the catalogue stands below.
fn entry_hit(library: &Library, data: &Data, hit: &Hit) -> Result<SearchHit, ApiError> {
    let template = catalogues::template_of(library, data, hit.catalogue)?;
    let payload = Payload::from_json(&hit.payload).unwrap_or_default();
    let fields = template
        .search_fields()
        .iter()
        .filter_map(|name| template.field(name.as_str()));
    let texts = fields.map(|field| entries::shown(data, field, payload.get(field.name.as_str())));
    let title = texts
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    Ok(SearchHit {
        kind: "entry".to_owned(),
        id: hit.entry.to_string(),
        catalogue: Some(hit.catalogue.to_string()),
        title,
        detail: catalogues::stored(library, hit.catalogue)?.title,
        field: None,
    })
}

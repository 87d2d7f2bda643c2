//! Catalogues (目录): list, open, create, rename, duplicate, delete.

use crate::api::ApiError;
use crate::api::catalogue::{CatalogueCreated, CatalogueSummary, CatalogueView};
use crate::api::finding::Counts;
use crate::api::office::OfficeRef;
use crate::data::Data;
use crate::ops::{log, templates};
use crate::session::Session;
use desk_model::{CatalogueId, OfficeCode, Template, TemplateId};
use desk_store::{Catalogue, Library, NewCatalogue, OpKind};
use std::sync::Arc;

/// What a new catalogue needs.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Template to use, in its shipped version.
    pub template: TemplateId,
    /// Whose it is.
    pub office: OfficeCode,
    /// Its title.
    pub title: String,
    /// Its period, e.g. `2026`.
    pub period: String,
}

/// All catalogues, last edited first.
pub fn list(library: &Library, data: &Data) -> Result<Vec<CatalogueSummary>, ApiError> {
    library
        .catalogues()?
        .iter()
        .map(|catalogue| summary(library, data, catalogue))
        .collect()
}

/// One catalogue's list line.
pub fn find(library: &Library, data: &Data, id: CatalogueId) -> Result<CatalogueSummary, ApiError> {
    summary(library, data, &stored(library, id)?)
}

/// The stored catalogue; a clear error when it is gone.
pub fn stored(library: &Library, id: CatalogueId) -> Result<Catalogue, ApiError> {
    library
        .catalogue(id)?
        .ok_or_else(|| ApiError::new("catalogue_not_found").with("catalogue", &id))
}

/// Ids named, or all when none is named; each must exist.
pub fn chosen(library: &Library, ids: &[CatalogueId]) -> Result<Vec<CatalogueId>, ApiError> {
    if ids.is_empty() {
        return Ok(library.catalogues()?.into_iter().map(|c| c.id).collect());
    }
    ids.iter().map(|id| stored(library, *id).map(|c| c.id)).collect()
}

/// The template version a catalogue points to: the shipped one when it is the same version, else the
/// library's verbatim copy.
pub fn template_of(library: &Library, data: &Data, id: CatalogueId) -> Result<Arc<Template>, ApiError> {
    let key = stored(library, id)?.template;
    if let Some(shipped) = data.templates.get(&key.id)
        && shipped.template.version == key.version
    {
        return Ok(Arc::clone(&shipped.template));
    }
    let text = library
        .template_text(&key)?
        .ok_or_else(|| ApiError::new("template_not_found").with("id", &key))?;
    Template::from_toml(&key.to_string(), &text)
        .map(Arc::new)
        .map_err(|error| ApiError::new("template_broken").with("file", &key).detail(&error))
}

fn summary(library: &Library, data: &Data, catalogue: &Catalogue) -> Result<CatalogueSummary, ApiError> {
    let template = template_of(library, data, catalogue.id)?;
    let counts = library.finding_counts(catalogue.id)?;
    let publication = library.last_publication(catalogue.id)?;
    Ok(CatalogueSummary {
        id: catalogue.id.to_string(),
        title: catalogue.title.clone(),
        template_id: template.id.to_string(),
        template_title: template.title_in(data.words().lang()).to_owned(),
        notice: template.notice.to_string(),
        office: office_ref(library, data, &catalogue.office)?,
        period: catalogue.period.clone(),
        entries: catalogue.entries,
        findings: Counts {
            errors: counts.errors,
            warnings: counts.warnings,
            hints: counts.hints,
        },
        checked_at: catalogue.checked_at.clone(),
        updated_at: catalogue.updated_at.clone(),
        published_at: publication.as_ref().map(|p| p.at.clone()),
        changed_since_publication: publication.is_some_and(|p| p.operation < catalogue.updated_by),
    })
}

/// Name of an office: the library's own, else the shipped tree's, else its code.
pub fn office_ref(library: &Library, data: &Data, code: &OfficeCode) -> Result<OfficeRef, ApiError> {
    let own = library
        .offices()?
        .into_iter()
        .find(|o| o.code == *code)
        .map(|office| office.title);
    let shipped = || {
        data.offices
            .iter()
            .find(|o| o.code == code.as_str())
            .map(|o| o.title.clone())
    };
    let title = own.or_else(shipped).unwrap_or_else(|| code.to_string());
    Ok(OfficeRef {
        code: code.to_string(),
        title,
    })
}

/// A catalogue with its columns.
pub fn open(library: &Library, data: &Data, id: CatalogueId) -> Result<CatalogueView, ApiError> {
    let template = template_of(library, data, id)?;
    Ok(CatalogueView {
        summary: find(library, data, id)?,
        columns: templates::columns(data, &template),
        basis: templates::basis(&template),
        about: template.about.to_string(),
    })
}

/// Makes an empty catalogue.
pub fn create(session: &mut Session, draft: &Draft) -> Result<CatalogueCreated, ApiError> {
    let data = Arc::clone(&session.around.data);
    let shipped = data
        .templates
        .get(&draft.template)
        .ok_or_else(|| ApiError::new("template_not_found").with("id", &draft.template))?;
    let new = NewCatalogue {
        template: shipped.template.key_of(),
        office: draft.office.clone(),
        title: draft.title.clone(),
        period: draft.period.clone(),
    };
    let kind = OpKind::new("catalogue_create").with("title", &draft.title);
    let changed = session.transact(&kind, |tx| {
        tx.templates().keep(&new.template, &shipped.text)?;
        Ok(tx.catalogues().create(&new)?)
    })?;
    Ok(CatalogueCreated {
        catalogue: changed.value.to_string(),
        changed: log::changed(session, &changed)?,
    })
}

/// Changes a catalogue's title.
pub fn rename(
    session: &mut Session,
    id: CatalogueId,
    title: &str,
) -> Result<crate::api::home::Changed, ApiError> {
    let old = stored(&session.library, id)?.title;
    let kind = OpKind::new("catalogue_rename")
        .with("from", &old)
        .with("title", title);
    let changed = session.transact(&kind, |tx| Ok(tx.catalogues().rename(id, title)?))?;
    log::changed(session, &changed)
}

/// Deletes a catalogue with all its entries; undo brings everything back.
pub fn delete(session: &mut Session, id: CatalogueId) -> Result<crate::api::home::Changed, ApiError> {
    let old = stored(&session.library, id)?;
    let kind = OpKind::new("catalogue_delete")
        .with("title", &old.title)
        .with("entries", &old.entries);
    let changed = session.transact(&kind, |tx| Ok(tx.catalogues().delete(id)?))?;
    log::changed(session, &changed)
}

/// Copies a catalogue with its entries, for a new period.
pub fn duplicate(
    session: &mut Session,
    id: CatalogueId,
    title: &str,
    period: &str,
) -> Result<CatalogueCreated, ApiError> {
    let old = stored(&session.library, id)?;
    let new = NewCatalogue {
        template: old.template.clone(),
        office: old.office.clone(),
        title: title.to_owned(),
        period: period.to_owned(),
    };
    let kind = OpKind::new("catalogue_duplicate")
        .with("from", &old.title)
        .with("title", title);
    let changed = session.transact(&kind, |tx| {
        let copy = tx.catalogues().create(&new)?;
        tx.entries().copy_all(id, copy)?;
        Ok(copy)
    })?;
    Ok(CatalogueCreated {
        catalogue: changed.value.to_string(),
        changed: log::changed(session, &changed)?,
    })
}

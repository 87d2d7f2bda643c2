//! Which template a table follows and how its columns map: proposed by the program, decided by a person.

use super::{Verdict, Wishes};
use crate::api::ApiError;
use crate::api::import::MappedColumn;
use crate::data::{Data, ShippedTemplate};
use desk_model::{FieldName, TemplateId};
use desk_sheets::Head;
use desk_sheets::recognise::{Fit, fit};
use std::path::Path;

/// Below this share of recognised columns a person must name the template.
pub const SURE_ENOUGH: f64 = 0.6;

/// A column and the field it fills.
pub type Mapped = MappedColumn;

/// The best template for a table.
#[derive(Debug, Clone)]
pub struct Proposal<'d> {
    /// The template.
    pub shipped: &'d ShippedTemplate,
    /// How well it fits, and the mapping.
    pub fit: Fit,
    /// May it be used without asking?
    pub sure: bool,
}

/// What shall become of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Template.
    pub template: TemplateId,
    /// Field of each column, in the table's order.
    pub mapping: Vec<Option<FieldName>>,
    /// Title of the new catalogue.
    pub title: String,
}

impl Decision {
    /// A table nobody wants.
    pub fn none() -> Self {
        Self {
            template: "".into(),
            mapping: Vec::new(),
            title: String::new(),
        }
    }
}

impl Proposal<'_> {
    /// The proposal as it stands; one that is not sure waits for a person.
    pub fn decide(self, title: String) -> Verdict {
        let decision = Decision {
            template: self.shipped.template.id.clone(),
            mapping: self.fit.mapping,
            title,
        };
        Verdict {
            wanted: self.sure,
            decision,
        }
    }
}

/// The template named, else the one that fits best.
pub fn propose<'d>(
    data: &'d Data,
    head: &Head,
    named: Option<&TemplateId>,
) -> Result<Proposal<'d>, ApiError> {
    if let Some(id) = named {
        let shipped = data
            .template(id.as_str())
            .ok_or_else(|| ApiError::new("template_not_found").with("id", id))?;
        let fit = fit(head, &shipped.template);
        return Ok(Proposal {
            shipped,
            fit,
            sure: true,
        });
    }
    let best = ranked(data, head).into_iter().next();
    let (shipped, fit) = best.ok_or_else(|| ApiError::new("asset_broken"))?;
    let sure = fit.confidence >= SURE_ENOUGH;
    Ok(Proposal { shipped, fit, sure })
}

/// All templates, the best fit first.
pub fn ranked<'d>(data: &'d Data, head: &Head) -> Vec<(&'d ShippedTemplate, Fit)> {
    let fits = data.templates.values();
    let mut fits: Vec<_> = fits
        .map(|shipped| (shipped, fit(head, &shipped.template)))
        .collect();
    fits.sort_by(|(_, a), (_, b)| {
        let by_confidence = b.confidence.total_cmp(&a.confidence);
        by_confidence.then(b.columns.0.cmp(&a.columns.0))
    });
    fits
}

/// The mapping with letters and headers.
pub fn mapped(head: &Head, mapping: &[Option<FieldName>]) -> Vec<Mapped> {
    let columns = head.columns.iter().zip(mapping);
    columns
        .map(|((column, header), field)| MappedColumn {
            column: desk_model::column_letters(*column),
            header: header.clone(),
            field: field.as_ref().map(ToString::to_string),
        })
        .collect()
}

/// Title of the new catalogue: wished, else the line above the table, else the file's name.
pub fn title(path: &Path, head: &Head, wishes: &Wishes) -> String {
    let own = wishes.title.clone().or_else(|| head.title.clone());
    own.unwrap_or_else(|| {
        let stem = path.file_stem();
        stem.map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default()
    })
}

//! Templates (表样) as the browser and the grid need them.

use crate::api::ApiError;
use crate::api::finding::Severity;
use crate::api::template::{BasisView, ColumnView, OptionView, RuleView, TemplateSummary, TemplateView};
use crate::data::Data;
use desk_model::{Field, FieldType, Privacy, Template};
use desk_store::Library;

/// All shipped templates with the number of catalogues that use each.
pub fn list(library: &Library, data: &Data) -> Result<Vec<TemplateSummary>, ApiError> {
    let used = library.catalogues()?;
    let count = |id: &str| used.iter().filter(|c| c.template.id.as_str() == id).count();
    Ok(data
        .templates
        .values()
        .map(|t| summary(data, &t.template, count(t.template.id.as_str())))
        .collect())
}

fn summary(data: &Data, template: &Template, catalogues: usize) -> TemplateSummary {
    TemplateSummary {
        id: template.id.to_string(),
        version: template.version.to_string(),
        title: template.title_in(data.words().lang()).to_owned(),
        notice: template.notice.to_string(),
        about: template.about.to_string(),
        fields: u32::try_from(template.fields.len()).unwrap_or(u32::MAX),
        catalogues: u32::try_from(catalogues).unwrap_or(u32::MAX),
    }
}

/// One template with its columns, documents and rules.
pub fn show(library: &Library, data: &Data, id: &str) -> Result<TemplateView, ApiError> {
    let shipped = data
        .template(id)
        .ok_or_else(|| ApiError::new("template_not_found").with("id", &id))?;
    let template = &shipped.template;
    let used = library
        .catalogues()?
        .iter()
        .filter(|c| c.template.id.as_str() == id)
        .count();
    Ok(TemplateView {
        summary: summary(data, template, used),
        columns: columns(data, template),
        basis: basis(template),
        rules: template.rules.iter().map(|rule| rule_view(data, rule)).collect(),
    })
}

fn rule_view(data: &Data, rule: &desk_model::RuleSpec) -> RuleView {
    RuleView {
        code: rule.code.to_string(),
        severity: Severity::from(rule.severity),
        message: data.words().plain(&format!("rule.{}", rule.message)),
        basis: rule.basis.as_ref().map(desk_model::Basis::citation),
    }
}

/// Columns in order, with the choices of their code lists.
pub fn columns(data: &Data, template: &Template) -> Vec<ColumnView> {
    template
        .fields
        .iter()
        .map(|field| column(data, template, field))
        .collect()
}

fn column(data: &Data, template: &Template, field: &Field) -> ColumnView {
    let list = field.codes.as_ref().and_then(|id| data.lists.get(&**id));
    let options = list.map(|l| l.codes.as_slice()).unwrap_or_default().iter();
    ColumnView {
        field: field.name.to_string(),
        title: field.title.to_string(),
        group: field.group.as_ref().map(ToString::to_string),
        kind: kind_word(field.kind).to_owned(),
        width: field.width,
        required: field.required,
        options: options
            .map(|c| OptionView {
                code: c.code.to_string(),
                title: c.title.to_string(),
            })
            .collect(),
        unit: field.unit.as_ref().map(ToString::to_string),
        help: field.help.to_string(),
        privacy: match field.privacy {
            Privacy::Public => "public",
            Privacy::Masked => "masked",
            Privacy::OfficeContact => "office_contact",
        }
        .to_owned(),
        key: template.key.contains(&field.name),
    }
}

/// The type's word in template files and on the wire.
pub fn kind_word(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Text => "text",
        FieldType::Markdown => "markdown",
        FieldType::Integer => "integer",
        FieldType::Decimal => "decimal",
        FieldType::Date => "date",
        FieldType::Tick => "tick",
        FieldType::Ticks => "ticks",
        FieldType::Code => "code",
        FieldType::Codes => "codes",
        FieldType::TimeLimit => "time_limit",
        FieldType::Amount => "amount",
        FieldType::Reference => "reference",
    }
}

/// Governing documents.
pub fn basis(template: &Template) -> Vec<BasisView> {
    let views = template.basis.iter().map(|basis| BasisView {
        number: basis.number.to_string(),
        title: basis.title.as_ref().map(ToString::to_string),
        article: basis.article.as_ref().map(ToString::to_string),
        in_force_from: basis.in_force_from.map(|date| date.to_string()),
    });
    views.collect()
}

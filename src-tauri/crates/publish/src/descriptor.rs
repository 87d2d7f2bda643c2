//! `datapackage.json` of Data Package v2 (data.md §7.2): one table resource for each catalogue, its schema
//! derived from the template and from what the data really keeps.

use crate::csv_file;
use crate::manifest::PackedFile;
use crate::names::{self, slug};
use crate::profile::PackageForm;
use crate::snapshot::{Issue, Snapshot};
use crate::survey::Survey;
use serde_json::{Map, Value, json};

/// The descriptor of a package. `files` are the csv files in the order of the catalogues.
pub(crate) fn descriptor(
    snapshot: &Snapshot<'_>,
    surveys: &[Survey],
    files: &[PackedFile],
    form: &PackageForm,
) -> Value {
    let resources = snapshot.issues.iter().zip(surveys).zip(files);
    let edition = &snapshot.edition;
    json!({
        "$schema": form.descriptor_schema,
        "name": format!("{}-{}", slug(&snapshot.publisher.code), edition.operation),
        "id": format!("{}{}:{}", form.id_prefix, snapshot.publisher.code, edition.operation),
        "title": snapshot.publisher.title,
        "created": edition.at,
        "contributors": [{"title": snapshot.publisher.title, "roles": ["publisher"]}],
        "licenses": [{"title": form.licence.title, "path": form.licence.path}],
        "resources": resources.map(|((issue, survey), file)| resource(snapshot, (issue, survey), file, form)).collect::<Vec<_>>(),
    })
}

fn resource(
    snapshot: &Snapshot<'_>,
    (issue, survey): (&Issue<'_>, &Survey),
    file: &PackedFile,
    form: &PackageForm,
) -> Value {
    let sources = issue
        .template
        .basis
        .iter()
        .map(|basis| json!({"title": basis.citation()}));
    let mut resource = json!({
        "name": names::stem(form, issue),
        "path": names::csv(form, issue),
        "type": "table",
        "title": issue.title,
        "description": issue.template.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": format!("sha256:{}", file.sha256),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": true, "header": true},
        "schema": schema(snapshot, (issue, survey), form),
    });
    let sources: Vec<Value> = sources.collect();
    if !sources.is_empty() {
        resource["sources"] = Value::Array(sources);
    }
    resource
}

fn schema(snapshot: &Snapshot<'_>, (issue, survey): (&Issue<'_>, &Survey), form: &PackageForm) -> Value {
    let columns = csv_file::columns(issue, survey, snapshot.lists, form);
    let mut schema = Map::new();
    schema.insert(
        "fields".to_owned(),
        columns.into_iter().map(|column| column.schema).collect(),
    );
    schema.insert("missingValues".to_owned(), json!([""]));
    if survey.key_holds {
        schema.insert("primaryKey".to_owned(), json!(issue.template.key));
    }
    if !survey.unique.is_empty() {
        schema.insert("uniqueKeys".to_owned(), json!(survey.unique));
    }
    Value::Object(schema)
}

//! `datapackage.json` of Data Package v2 (data.md §7.2): one table resource for each catalogue, its schema
//! derived from the template and from what the data really keeps.

use crate::manifest::PackedFile;
use crate::profile::Profile;
use crate::snapshot::{Issue, Snapshot};
use crate::survey::Survey;
use crate::{csv_file, page};
use serde_json::{Map, Value, json};

/// The descriptor of a package. `files` are the csv files in the order of the catalogues.
pub(crate) fn descriptor(
    snapshot: &Snapshot<'_>,
    surveys: &[Survey],
    files: &[PackedFile],
    profile: &Profile,
) -> Value {
    let resources = snapshot.issues.iter().zip(surveys).zip(files);
    let edition = &snapshot.edition;
    json!({
        "$schema": profile.descriptor_schema,
        "name": format!("{}-{}", slug(&snapshot.publisher.code), edition.operation),
        "id": format!("{}{}:{}", profile.id_prefix, snapshot.publisher.code, edition.operation),
        "title": snapshot.publisher.title,
        "created": edition.at,
        "contributors": [{"title": snapshot.publisher.title, "roles": ["publisher"]}],
        "licenses": [{"title": profile.licence.title, "path": profile.licence.path}],
        "resources": resources.map(|((issue, survey), file)| resource(snapshot, (issue, survey), file, profile)).collect::<Vec<_>>(),
    })
}

/// A name as the standard allows it: lower-case letters, digits, `.`, `-`, `_`.
fn slug(text: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    text.chars().map(plain).collect()
}

fn resource(
    snapshot: &Snapshot<'_>,
    (issue, survey): (&Issue<'_>, &Survey),
    file: &PackedFile,
    profile: &Profile,
) -> Value {
    let sources = issue
        .template
        .basis
        .iter()
        .map(|basis| json!({"title": basis.citation()}));
    let mut resource = json!({
        "name": format!("catalogue-{}", issue.id),
        "path": page::csv_path(profile, issue),
        "type": "table",
        "title": issue.title,
        "description": issue.template.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": format!("sha256:{}", file.sha256),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": true, "header": true},
        "schema": schema(snapshot, (issue, survey), profile),
    });
    let sources: Vec<Value> = sources.collect();
    if !sources.is_empty() {
        resource["sources"] = Value::Array(sources);
    }
    resource
}

fn schema(snapshot: &Snapshot<'_>, (issue, survey): (&Issue<'_>, &Survey), profile: &Profile) -> Value {
    let columns = csv_file::columns(issue, survey, snapshot.lists, profile);
    let mut schema = Map::new();
    schema.insert(
        "fields".to_owned(),
        columns.into_iter().map(|column| column.schema).collect(),
    );
    schema.insert("missingValues".to_owned(), json!([""]));
    if survey.key_holds {
        schema.insert("primaryKey".to_owned(), json!(issue.template.key));
    }
    Value::Object(schema)
}

//! Offices: the shipped tree with what the clerk brought in.

use crate::api::ApiError;
use crate::api::home::Changed;
use crate::api::office::OfficeNode;
use crate::data::Data;
use crate::offices::{self, Office};
use crate::ops::log;
use crate::session::Session;
use desk_model::OfficeCode;
use desk_store::{Library, OfficeRow, OpKind};
use std::collections::BTreeMap;

/// The whole tree by code, with the number of catalogues of each office.
pub fn list(library: &Library, data: &Data) -> Result<Vec<OfficeNode>, ApiError> {
    let mut tree: BTreeMap<String, Office> =
        data.offices.iter().map(|o| (o.code.clone(), o.clone())).collect();
    tree.extend(
        library
            .offices()?
            .into_iter()
            .map(|o| (o.code.to_string(), from_row(o))),
    );
    let catalogues = library.catalogues()?;
    let node = |office: Office| OfficeNode {
        catalogues: u32::try_from(
            catalogues
                .iter()
                .filter(|c| c.office.as_str() == office.code)
                .count(),
        )
        .unwrap_or(u32::MAX),
        code: office.code,
        title: office.title,
        kind: office.kind,
        statistical_only: office.statistical_only,
        parent: office.parent,
    };
    Ok(tree.into_values().map(node).collect())
}

fn from_row(row: OfficeRow) -> Office {
    Office {
        code: row.code.to_string(),
        title: row.title,
        kind: row.kind,
        parent: row.parent.map(|p| p.to_string()),
        statistical_only: row.statistical_only,
    }
}

/// Brings in the offices of a file's text; `file` names it in errors. Returns how many.
pub fn import(session: &mut Session, file: &str, text: &str) -> Result<(usize, Changed), ApiError> {
    let broken = |error: crate::assets::AssetError| {
        ApiError::new("office_file_broken")
            .with("file", &file)
            .detail(&error)
    };
    let new = offices::parse(file, text).map_err(broken)?;
    let kind = OpKind::new("office_import")
        .with("file", &file)
        .with("count", &new.len());
    let done = session.transact(&kind, |tx| {
        for office in &new {
            tx.offices().upsert(&OfficeRow {
                code: OfficeCode::from(office.code.as_str()),
                title: office.title.clone(),
                kind: office.kind.clone(),
                parent: office.parent.as_deref().map(OfficeCode::from),
                statistical_only: office.statistical_only,
            })?;
        }
        Ok(())
    })?;
    Ok((new.len(), log::changed(session, &done)?))
}

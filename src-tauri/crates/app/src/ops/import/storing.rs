//! Converting records as they come and storing them: all tables of one file are one operation.

use super::{Decision, Wishes, fingerprint};
use crate::api::ApiError;
use crate::api::import::RowCounts;
use crate::data::Data;
use crate::job::Job;
use crate::ops::entries;
use crate::reader;
use crate::session::Session;
use desk_model::{AmountUnit, CatalogueId, OfficeCode, Payload, Template};
use desk_sheets::{Head, Message, Record};
use desk_store::{Changed, NewCatalogue, NewEntry, OpKind, Source, Tx};
use std::path::Path;
use std::sync::Arc;

/// So many rows are converted and stored at a time.
const BATCH: usize = 1000;

/// What shall become of a table, and whether it is wanted at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Store it? Else its rows are held for a decision.
    pub wanted: bool,
    /// Template, mapping, title.
    pub decision: Decision,
}

/// Decides about a table by its sheet and head, before its records come.
pub type Decide<'d> = dyn FnMut(&str, &Head) -> Result<Verdict, ApiError> + 'd;

/// One table of the file and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Sheet.
    pub sheet: String,
    /// Title, unit, header.
    pub head: Head,
    /// What was decided.
    pub verdict: Verdict,
    /// The catalogue made.
    pub catalogue: Option<CatalogueId>,
    records: u32,
    skipped: u32,
}

impl Taken {
    /// Rows: read = imported + skipped + held.
    pub fn rows(&self) -> RowCounts {
        let wanted = self.verdict.wanted;
        RowCounts {
            read: self.records + self.skipped,
            imported: if wanted { self.records } else { 0 },
            skipped: self.skipped,
            held: if wanted { 0 } else { self.records },
        }
    }
}

/// Reads a file and stores the wanted tables; nothing of them is left when one fails or the job is cancelled.
pub fn take_in(
    session: &mut Session,
    path: &Path,
    decide: &mut Decide<'_>,
    wishes: &Wishes,
    job: &Job,
) -> Result<Changed<Vec<Taken>>, ApiError> {
    let data = Arc::clone(&session.around.data);
    let today = (session.around.clock)();
    let year = || today.chars().take(4).collect();
    let mut intake = Intake {
        data: &data,
        decide,
        file: name(path),
        sha256: fingerprint(path)?,
        office: owner(session, wishes)?,
        period: wishes.period.clone().unwrap_or_else(year),
        sheet: String::new(),
        open: None,
        taken: Vec::new(),
    };
    if wishes.dry_run {
        reader::read(&data, path, job, &mut |message| intake.take(None, message))?;
        return session.transact(&OpKind::new("import"), |_| Ok(intake.taken));
    }
    let kind = OpKind::new("import").with("file", &intake.file);
    session.transact(&kind, |tx| {
        reader::read(&data, path, job, &mut |message| intake.take(Some(tx), message))?;
        let stored = || intake.taken.iter().filter(|taken| taken.catalogue.is_some());
        if stored().next().is_some() {
            let sheets: Vec<&str> = stored().map(|taken| taken.sheet.as_str()).collect();
            tx.describe("sheet", &sheets.join("、"))?;
            let rows: u32 = stored().map(|taken| taken.records).sum();
            tx.describe("rows", &rows.to_string())?;
        }
        Ok(intake.taken)
    })
}

fn name(path: &Path) -> String {
    let name = path.file_name();
    name.map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn owner(session: &Session, wishes: &Wishes) -> Result<OfficeCode, ApiError> {
    if let Some(office) = &wishes.office {
        return Ok(office.clone());
    }
    let own = session.library.setting("office")?.map(OfficeCode::from);
    let first = || {
        let first = session.data().offices.first();
        first.map(|office| OfficeCode::from(office.code.as_str()))
    };
    own.or_else(first).ok_or_else(|| ApiError::new("asset_broken"))
}

/// One file on its way into the library.
struct Intake<'a> {
    data: &'a Data,
    decide: &'a mut Decide<'a>,
    file: String,
    sha256: String,
    office: OfficeCode,
    period: String,
    sheet: String,
    open: Option<OpenTable>,
    taken: Vec<Taken>,
}

/// The table whose records are coming.
struct OpenTable {
    catalogue: CatalogueId,
    source: i64,
    template: Arc<Template>,
    unit: Option<AmountUnit>,
    /// Payload, search text, row.
    batch: Vec<(String, String, u32)>,
}

impl OpenTable {
    fn flush(&mut self, tx: &mut Tx<'_>) -> Result<(), ApiError> {
        let entries = self.batch.iter().map(|(payload, search, row)| NewEntry {
            payload,
            search,
            source_row: Some(*row),
        });
        tx.entries().append(self.catalogue, Some(self.source), entries)?;
        self.batch.clear();
        Ok(())
    }
}

impl Intake<'_> {
    /// Takes the next message; without a transaction rows are only counted.
    fn take(&mut self, tx: Option<&mut Tx<'_>>, message: Message) -> Result<(), ApiError> {
        match (message, tx) {
            (Message::Sheet { name, .. }, _) => self.sheet = name,
            (Message::Table(head), tx) => self.begin(tx, head)?,
            (Message::Record(record), tx) => self.record(tx, &record)?,
            (Message::LeftOut(_), _) => {
                if let Some(taken) = self.taken.last_mut() {
                    taken.skipped += 1;
                }
            }
            (Message::End, Some(tx)) => {
                if let Some(mut open) = self.open.take() {
                    open.flush(tx)?;
                }
            }
            (Message::End, None) => {}
        }
        Ok(())
    }

    fn begin(&mut self, tx: Option<&mut Tx<'_>>, head: Head) -> Result<(), ApiError> {
        let verdict = (self.decide)(&self.sheet, &head)?;
        let mut taken = Taken {
            sheet: self.sheet.clone(),
            head,
            verdict,
            catalogue: None,
            records: 0,
            skipped: 0,
        };
        if let Some(tx) = tx.filter(|_| taken.verdict.wanted) {
            let open = self.make(tx, &taken)?;
            taken.catalogue = Some(open.catalogue);
            self.open = Some(open);
        }
        self.taken.push(taken);
        Ok(())
    }

    fn make(&self, tx: &mut Tx<'_>, taken: &Taken) -> Result<OpenTable, ApiError> {
        let decision = &taken.verdict.decision;
        let shipped = self
            .data
            .template(decision.template.as_str())
            .ok_or_else(|| ApiError::new("template_not_found").with("id", &decision.template))?;
        let key = shipped.template.key_of();
        tx.templates().keep(&key, &shipped.text)?;
        let catalogue = tx.catalogues().create(&NewCatalogue {
            template: key,
            office: self.office.clone(),
            title: decision.title.clone(),
            period: self.period.clone(),
        })?;
        let columns = taken.head.columns.iter().zip(&decision.mapping);
        let columns = columns
            .filter_map(|((column, _), field)| Some((field.clone()?, desk_model::column_letters(*column))));
        let source = tx.sources().add(&Source {
            file: self.file.clone(),
            sha256: self.sha256.clone(),
            sheet: self.sheet.clone(),
            header_rows: taken.head.header_rows.clone(),
            columns: columns.collect(),
        })?;
        Ok(OpenTable {
            catalogue,
            source,
            template: Arc::clone(&shipped.template),
            unit: taken.head.unit.as_deref().and_then(AmountUnit::parse),
            batch: Vec::with_capacity(BATCH),
        })
    }

    fn record(&mut self, tx: Option<&mut Tx<'_>>, record: &Record) -> Result<(), ApiError> {
        let Some(taken) = self.taken.last_mut() else {
            return Ok(());
        };
        taken.records += 1;
        let (Some(open), Some(tx)) = (&mut self.open, tx) else {
            return Ok(());
        };
        let payload = payload(self.data, open, taken, record);
        let search = search_text(&open.template, &payload);
        open.batch.push((payload.to_json(), search, record.row));
        if open.batch.len() >= BATCH {
            open.flush(tx)?;
        }
        Ok(())
    }
}

/// A record's cells by field; columns that no field takes are kept as extra text.
fn payload(data: &Data, open: &OpenTable, taken: &Taken, record: &Record) -> Payload {
    let mut payload = Payload::default();
    let columns = taken.head.columns.iter().zip(&taken.verdict.decision.mapping);
    for (((_, header), field), text) in columns.zip(&record.values) {
        match field.as_ref().and_then(|name| open.template.field(name.as_str())) {
            Some(field) => payload.set(field.name.clone(), entries::read(data, field, text, open.unit)),
            None if text.is_empty() => {}
            None => drop(payload.extra.insert(header.as_str().into(), text.as_str().into())),
        }
    }
    payload
}

/// What the quick search finds an entry by.
pub fn search_text(template: &Template, payload: &Payload) -> String {
    let cells = template
        .search_fields()
        .iter()
        .filter_map(|name| payload.get(name.as_str()));
    cells.map(desk_model::Cell::written).collect::<Vec<_>>().join(" ")
}

// Generated from the program by `cargo xtask gen`; changes here are overwritten.
/* eslint-disable */

export type ApiError = { 
/**
 * Code; one of [`CODES`].
 */
code: string, 
/**
 * Words for the message.
 */
params: { [key in string]: string }, 
/**
 * 技术细节: what support needs, folded away.
 */
detail: string | null, };

export type Attention = { 
/**
 * The catalogue.
 */
catalogue: CatalogueSummary, 
/**
 * `errors`, `never_checked`, `never_published`, `changed_since_publication` or `empty`.
 */
reason: string, };

export type BackupView = { 
/**
 * Where it is.
 */
path: string, 
/**
 * When it was made.
 */
at: string, };

export type BasisView = { 
/**
 * 文号.
 */
number: string, 
/**
 * Title.
 */
title: string | null, 
/**
 * Article.
 */
article: string | null, 
/**
 * First day in force.
 */
inForceFrom: string | null, };

export type ByCode = { 
/**
 *code
 */
code: string, };

export type ById = { 
/**
 *id
 */
id: string, };

export type ByPath = { 
/**
 *path
 */
path: string, };

export type CatalogueCounts = { 
/**
 * Catalogue id.
 */
catalogue: string, 
/**
 * Counts.
 */
counts: Counts, };

export type CatalogueCreated = { 
/**
 * Its id.
 */
catalogue: string, 
/**
 * What the window must refresh.
 */
changed: Changed, };

export type CatalogueSummary = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Template id.
 */
templateId: string, 
/**
 * Template title.
 */
templateTitle: string, 
/**
 * Section of the notice.
 */
notice: string, 
/**
 * Whose it is.
 */
office: OfficeRef, 
/**
 * Period, e.g. `2026`.
 */
period: string, 
/**
 * Number of entries.
 */
entries: number, 
/**
 * Findings of the last check.
 */
findings: Counts, 
/**
 * When it was last checked; `null` when never.
 */
checkedAt: string | null, 
/**
 * Last operation on it.
 */
updatedAt: string, 
/**
 * Last publication.
 */
publishedAt: string | null, 
/**
 * Edited since then?
 */
changedSincePublication: boolean, };

export type CatalogueView = { 
/**
 * The list line.
 */
summary: CatalogueSummary, 
/**
 * Columns in order.
 */
columns: Array<ColumnView>, 
/**
 * Governing documents.
 */
basis: Array<BasisView>, 
/**
 * What the table is for.
 */
about: string, };

export type CellText = { 
/**
 *entry
 */
entry: string, 
/**
 *field
 */
field: string, 
/**
 *text
 */
text: string, };

export type Changed = { 
/**
 * The operation; `null` when nothing changed.
 */
operation: string | null, 
/**
 * Catalogues touched.
 */
catalogues: Array<string>, 
/**
 * Entries touched; empty when there are too many to name.
 */
entries: Array<string>, 
/**
 * Did rows appear, vanish or move?
 */
rowsChanged: boolean, 
/**
 * What the next undo would take back.
 */
undoable: OperationView | null, 
/**
 * What the next redo would bring back.
 */
redoable: OperationView | null, };

export type CheckResult = { 
/**
 * All together.
 */
counts: Counts, 
/**
 * By catalogue.
 */
byCatalogue: Array<CatalogueCounts>, };

export type CheckWanted = { 
/**
 *job
 */
job: string, 
/**
 *catalogues
 */
catalogues: Array<string>, };

export type ColumnChoice = { 
/**
 * Letters.
 */
column: string, 
/**
 * Field or `null`.
 */
field: string | null, };

export type ColumnView = { 
/**
 * Field name.
 */
field: string, 
/**
 * Title (second header level where there is a group).
 */
title: string, 
/**
 * First header level.
 */
group: string | null, 
/**
 * Type, as in the template file.
 */
kind: string, 
/**
 * Width in Chinese characters.
 */
width: number, 
/**
 * Must it be filled?
 */
required: boolean, 
/**
 * Choices of a code list.
 */
options: Array<OptionView>, 
/**
 * Unit of an amount.
 */
unit: string | null, 
/**
 * Help for the clerk.
 */
help: string, 
/**
 * `public`, `masked` or `office_contact`.
 */
privacy: string, 
/**
 * Part of the business key?
 */
key: boolean, };

export type Counts = { 
/**
 * 错误
 */
errors: number, 
/**
 * 提醒
 */
warnings: number, 
/**
 * 提示
 */
hints: number, };

export type Coverage = { 
/**
 * Section of the notice.
 */
notice: string, 
/**
 * Template title.
 */
title: string, 
/**
 * Catalogues.
 */
catalogues: number, 
/**
 * Entries.
 */
entries: number, };

export type CreateCatalogue = { 
/**
 *template
 */
template: string, 
/**
 *office
 */
office: string, 
/**
 *title
 */
title: string, 
/**
 *period
 */
period: string, };

export type DeleteEntries = { 
/**
 *catalogue
 */
catalogue: string, 
/**
 *entries
 */
entries: Array<string>, };

export type DoctorCheck = { 
/**
 * What was examined; words are `doctor.<name>`.
 */
name: string, 
/**
 * Is it well?
 */
ok: boolean, 
/**
 * Path, number or name found.
 */
detail: string, };

export type DoctorView = { 
/**
 * Lines in order.
 */
checks: Array<DoctorCheck>, };

export type DuplicateCatalogue = { 
/**
 *catalogue
 */
catalogue: string, 
/**
 *title
 */
title: string, 
/**
 *period
 */
period: string, };

export type EditCells = { 
/**
 *catalogue
 */
catalogue: string, 
/**
 *edits
 */
edits: Array<CellText>, };

export type EntriesCreated = { 
/**
 * Their ids in order.
 */
entries: Array<string>, 
/**
 * What the window must refresh.
 */
changed: Changed, };

export type EntryCell = { 
/**
 * Field.
 */
field: string, 
/**
 * Text.
 */
text: string, 
/**
 * `Sheet!C14` when it came from a file.
 */
address: string | null, 
/**
 * Markdown as it will be published.
 */
html: string | null, };

export type EntryView = { 
/**
 * Entry id.
 */
entry: string, 
/**
 * 1-based position.
 */
position: number, 
/**
 * Cells in column order.
 */
cells: Array<EntryCell>, 
/**
 * Versions, newest first.
 */
versions: Array<VersionView>, };

export type EntryWanted = { 
/**
 *catalogue
 */
catalogue: string, 
/**
 *entry
 */
entry: string, };

export type ExportRequest = { 
/**
 * Profile id.
 */
profile: string, 
/**
 * Target folder, or file ending in `.zip`.
 */
out: string, 
/**
 * Catalogue ids.
 */
catalogues: Array<string>, };

export type ExportResult = { 
/**
 * Where the package is.
 */
path: string, 
/**
 * Was it written?
 */
done: boolean, 
/**
 * Was it read back and found whole?
 */
verified: boolean, 
/**
 * Its files.
 */
files: Array<PackageFile>, 
/**
 * Why not, when refused.
 */
refused: Array<Refused>, };

export type ExportWanted = { 
/**
 *job
 */
job: string, 
/**
 *request
 */
request: ExportRequest, };

export type FindingView = { 
/**
 * Id for `fix`; valid until the next check.
 */
id: string, 
/**
 * Rule code.
 */
rule: string, 
/**
 * Weight.
 */
severity: Severity, 
/**
 * Catalogue id.
 */
catalogue: string, 
/**
 * Entry id; `null` for the whole table.
 */
entry: string | null, 
/**
 * Row in the source sheet, else position.
 */
row: number | null, 
/**
 * 1-based position in the catalogue now.
 */
position: number | null, 
/**
 * Field at fault.
 */
field: string | null, 
/**
 * Its title.
 */
fieldTitle: string | null, 
/**
 * `Sheet!C14` when it came from a file.
 */
cell: string | null, 
/**
 * What is wrong.
 */
message: string, 
/**
 * What to do.
 */
next: string, 
/**
 * Governing document.
 */
basis: string | null, 
/**
 * Correction offered.
 */
fix: FixView | null, };

export type FixChosen = { 
/**
 *findings
 */
findings: Array<string>, };

export type FixResult = { 
/**
 * What the window must refresh.
 */
changed: Changed, 
/**
 * Cells corrected.
 */
fixed: number, };

export type FixSafe = { 
/**
 *catalogues
 */
catalogues: Array<string>, };

export type FixSafety = "safe" | "suggested" | "display_only";

export type FixView = { 
/**
 * May it be applied unseen?
 */
safety: FixSafety, 
/**
 * Field it sets.
 */
field: string, 
/**
 * Text now.
 */
from: string, 
/**
 * Text afterwards.
 */
to: string, };

export type HistoryWanted = { 
/**
 *catalogue
 */
catalogue: string | null, 
/**
 *limit
 */
limit: number, };

export type HomeView = { 
/**
 * The library.
 */
library: LibraryInfo, 
/**
 * Number of catalogues.
 */
catalogues: number, 
/**
 * Number of entries.
 */
entries: number, 
/**
 * Findings of all last checks.
 */
findings: Counts, 
/**
 * What needs somebody, most urgent first.
 */
attention: Array<Attention>, 
/**
 * Last edited.
 */
recent: Array<CatalogueSummary>, 
/**
 * Last operations.
 */
operations: Array<OperationView>, 
/**
 * By area of the notice.
 */
coverage: Array<Coverage>, };

export type ImportColumn = { 
/**
 * Letters.
 */
column: string, 
/**
 * `公开事项>一级事项`.
 */
header: string, };

export type ImportPreview = { 
/**
 * Path.
 */
file: string, 
/**
 * SHA-256.
 */
hash: string, 
/**
 * Sheets.
 */
sheets: Array<ImportSheet>, };

export type ImportRequest = { 
/**
 * Path.
 */
file: string, 
/**
 * Office code.
 */
office: string, 
/**
 * Tables.
 */
tables: Array<ImportTableRequest>, };

export type ImportResult = { 
/**
 * Catalogues made.
 */
catalogues: Array<ImportedCatalogue>, 
/**
 * What the window must refresh.
 */
changed: Changed, };

export type ImportSheet = { 
/**
 * Name.
 */
sheet: string, 
/**
 * Hidden in the workbook?
 */
hidden: boolean, 
/**
 * Tables found.
 */
tables: Array<ImportTable>, 
/**
 * What else to know (empty, hidden rows), in words.
 */
note: string | null, };

export type ImportTable = { 
/**
 * 1-based number in the file.
 */
table: number, 
/**
 * Title above it.
 */
title: string | null, 
/**
 * Unit line, e.g. `万元`.
 */
unit: string | null, 
/**
 * 1-based rows of the header.
 */
headerRows: Array<number>, 
/**
 * Columns.
 */
columns: Array<ImportColumn>, 
/**
 * The best template, unless nothing fits.
 */
recognised: Recognised | null, 
/**
 * The other templates by fit.
 */
alternatives: Array<Recognised>, 
/**
 * Proposed mapping for the best template.
 */
mapping: Array<MappedColumn>, 
/**
 * First rows, after filling.
 */
sample: Array<SampleRow>, 
/**
 * Number of records.
 */
records: number, 
/**
 * Rows that are not entries.
 */
leftOut: Array<LeftOutRow>, };

export type ImportTableRequest = { 
/**
 * Sheet name.
 */
sheet: string, 
/**
 * Number of the table in the file.
 */
table: number, 
/**
 * Template chosen.
 */
templateId: string, 
/**
 * Title of the new catalogue.
 */
title: string, 
/**
 * Mapping.
 */
mapping: Array<ColumnChoice>, };

export type ImportWanted = { 
/**
 *job
 */
job: string, 
/**
 *request
 */
request: ImportRequest, };

export type ImportedCatalogue = { 
/**
 * Catalogue id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Sheet.
 */
sheet: string, 
/**
 * Rows.
 */
rows: RowCounts, 
/**
 * Findings of the check that followed.
 */
findings: Counts, };

export type InsertEntries = { 
/**
 *catalogue
 */
catalogue: string, 
/**
 *after
 */
after: string | null, 
/**
 *count
 */
count: number, };

export type LeftOutRow = { 
/**
 * 1-based sheet row.
 */
row: number, 
/**
 * Why, in words.
 */
reason: string, 
/**
 * Its text.
 */
text: string, };

export type LibraryInfo = { 
/**
 * Path of the file.
 */
path: string, 
/**
 * Name shown.
 */
name: string, 
/**
 * The clerk's own office, once chosen.
 */
office: OfficeRef | null, 
/**
 * When the last backup was made.
 */
lastBackup: string | null, 
/**
 * `saved` or `unavailable`.
 */
state: string, 
/**
 * What the next undo would take back.
 */
undoable: OperationView | null, 
/**
 * What the next redo would bring back.
 */
redoable: OperationView | null, };

export type MappedColumn = { 
/**
 * Letters.
 */
column: string, 
/**
 * Header path.
 */
header: string, 
/**
 * Field; `null` keeps the column as extra text.
 */
field: string | null, };

export type Mark = { 
/**
 * Field.
 */
field: string, 
/**
 * Weight.
 */
severity: Severity, 
/**
 * Finding id.
 */
finding: string, 
/**
 * What is wrong.
 */
message: string, };

export type MarkdownPreview = { 
/**
 * The HTML.
 */
html: string, };

export type OfCatalogue = { 
/**
 *catalogue
 */
catalogue: string, };

export type OfJob = { 
/**
 *job
 */
job: string, };

export type OfText = { 
/**
 *text
 */
text: string, };

export type OfficeNode = { 
/**
 * Code.
 */
code: string, 
/**
 * Name.
 */
title: string, 
/**
 * `city`, `county`, `township`, `village`, `department` or `institution`.
 */
kind: string, 
/**
 * True for a code that only statistics uses (430971, 430972), not GB/T 2260.
 */
statisticalOnly: boolean, 
/**
 * Code of the office above.
 */
parent: string | null, 
/**
 * Catalogues of this very office.
 */
catalogues: number, };

export type OfficeRef = { 
/**
 * Code.
 */
code: string, 
/**
 * Name.
 */
title: string, };

export type OperationView = { 
/**
 * Id.
 */
id: string, 
/**
 * Kind.
 */
kind: string, 
/**
 * Words.
 */
params: { [key in string]: string }, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * Who.
 */
person: string, 
/**
 * Has it been undone?
 */
undone: boolean, };

export type OptionView = { 
/**
 * Code.
 */
code: string, 
/**
 * Title.
 */
title: string, };

export type PackageFile = { 
/**
 * Path inside the package.
 */
path: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * Hash in hex.
 */
sha256: string, };

export type PackageProblem = { 
/**
 * File inside the package.
 */
file: string, 
/**
 * What is wrong.
 */
message: string, };

export type PasteCells = { 
/**
 *catalogue
 */
catalogue: string, 
/**
 *entry
 */
entry: string | null, 
/**
 *field
 */
field: string, 
/**
 *rows
 */
rows: Array<Array<string>>, };

export type PreviewWanted = { 
/**
 *job
 */
job: string, 
/**
 *file
 */
file: string, };

export type ProfileView = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * What it writes.
 */
about: string, };

export type Progress = { 
/**
 * The job's id, chosen by the window.
 */
job: string, 
/**
 * What is being done.
 */
stage: string, 
/**
 * How many are done.
 */
done: number, 
/**
 * Of how many, when known.
 */
total: number | null, 
/**
 * Estimate of the time left.
 */
secondsLeft: number | null, };

export type PublicationView = { 
/**
 * Id.
 */
id: string, 
/**
 * When.
 */
at: string, 
/**
 * Profile.
 */
profile: string, 
/**
 * Where to.
 */
path: string, 
/**
 * Catalogue titles.
 */
catalogues: Array<string>, 
/**
 * Hash of the manifest.
 */
sha256: string, };

export type Recognised = { 
/**
 * Template id.
 */
templateId: string, 
/**
 * Its title.
 */
title: string, 
/**
 * 0–1.
 */
confidence: number, 
/**
 * Why, in words.
 */
reason: string, };

export type Refused = { 
/**
 * The catalogue.
 */
catalogue: CatalogueSummary, 
/**
 * Its error-level findings.
 */
findings: Array<FindingView>, };

export type RemapWanted = { 
/**
 *file
 */
file: string, 
/**
 *sheet
 */
sheet: string, 
/**
 *table
 */
table: number, 
/**
 *template
 */
template: string, };

export type RenameCatalogue = { 
/**
 *catalogue
 */
catalogue: string, 
/**
 *title
 */
title: string, };

export type RowCounts = { 
/**
 * Non-empty rows below the header.
 */
read: number, 
/**
 * Became entries (or part of one).
 */
imported: number, 
/**
 * Not entries: totals, notes, repeated headers.
 */
skipped: number, 
/**
 * Wait for a decision.
 */
held: number, };

export type RowView = { 
/**
 * Entry id.
 */
entry: string, 
/**
 * Text by column, as a clerk reads and types it.
 */
cells: Array<string>, 
/**
 * Marks.
 */
marks: Array<Mark>, };

export type RowsView = { 
/**
 * Number of entries in all.
 */
total: number, 
/**
 * 0-based position of the first row here.
 */
from: number, 
/**
 * The rows.
 */
rows: Array<RowView>, };

export type RowsWanted = { 
/**
 *catalogue
 */
catalogue: string, 
/**
 *from
 */
from: number, 
/**
 *count
 */
count: number, };

export type RuleView = { 
/**
 * Code.
 */
code: string, 
/**
 * Weight.
 */
severity: Severity, 
/**
 * What it says.
 */
message: string, 
/**
 * Governing document.
 */
basis: string | null, };

export type SampleRow = { 
/**
 * 1-based sheet row.
 */
row: number, 
/**
 * Text by column.
 */
values: Array<string>, };

export type SearchHit = { 
/**
 * `entry`, `catalogue`, `template` or `office`.
 */
kind: string, 
/**
 * Its id.
 */
id: string, 
/**
 * The catalogue of an entry.
 */
catalogue: string | null, 
/**
 * First line.
 */
title: string, 
/**
 * Second line.
 */
detail: string, 
/**
 * Field that matched.
 */
field: string | null, };

export type SearchWanted = { 
/**
 *text
 */
text: string, 
/**
 *limit
 */
limit: number, };

export type SettingGiven = { 
/**
 *key
 */
key: string, 
/**
 *value
 */
value: string, };

export type SettingWanted = { 
/**
 *key
 */
key: string, };

export type Severity = "error" | "warning" | "hint";

export type TemplateSummary = { 
/**
 * Id.
 */
id: string, 
/**
 * Version.
 */
version: string, 
/**
 * Title in the window's language.
 */
title: string, 
/**
 * Section of the notice.
 */
notice: string, 
/**
 * What it is for.
 */
about: string, 
/**
 * Number of fields.
 */
fields: number, 
/**
 * Catalogues that use it.
 */
catalogues: number, };

export type TemplateView = { 
/**
 * Columns in order.
 */
columns: Array<ColumnView>, 
/**
 * Governing documents.
 */
basis: Array<BasisView>, 
/**
 * Cross-field rules.
 */
rules: Array<RuleView>, 
/**
 * Id.
 */
id: string, 
/**
 * Version.
 */
version: string, 
/**
 * Title in the window's language.
 */
title: string, 
/**
 * Section of the notice.
 */
notice: string, 
/**
 * What it is for.
 */
about: string, 
/**
 * Number of fields.
 */
fields: number, 
/**
 * Catalogues that use it.
 */
catalogues: number, };

export type VerifyView = { 
/**
 * Whole?
 */
ok: boolean, 
/**
 * Files checked.
 */
checked: number, 
/**
 * Problems.
 */
problems: Array<PackageProblem>, };

export type VersionView = { 
/**
 * Who, when, what.
 */
operation: OperationView, 
/**
 * Titles of the fields it changed.
 */
fields: Array<string>, };

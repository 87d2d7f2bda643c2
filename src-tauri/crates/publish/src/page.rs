//! Pages for people: one for each catalogue (numbered pages when it is long) and an index. They need no
//! server, no script and nothing from elsewhere, and carry the tags of 国办发〔2017〕47号.

use crate::names;
use crate::profile::{PackageForm, PagePart, View, filled};
use crate::snapshot::{Issue, Snapshot};
use crate::{PublishError, error, shape};
use desk_model::{Cell, Field, FieldType};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Room that a cell needs beside its text, in characters.
const CELL_PADDING: u32 = 2;

/// Text that stands in HTML as itself.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// How many pages a catalogue takes.
pub(crate) fn pages(part: &PagePart, rows: u64) -> u64 {
    rows.div_ceil(part.rows.max(1)).max(1)
}

/// One catalogue being written, page after page.
struct Open<'a> {
    folder: &'a Path,
    snapshot: &'a Snapshot<'a>,
    issue: &'a Issue<'a>,
    fields: &'a [&'a Field],
    form: &'a PackageForm,
    rows: u64,
    page: u64,
    out: BufWriter<File>,
}

impl<'a> Open<'a> {
    fn first(
        folder: &'a Path,
        (snapshot, issue, fields): (&'a Snapshot<'a>, &'a Issue<'a>, &'a [&'a Field]),
        (form, rows): (&'a PackageForm, u64),
    ) -> Result<Self, PublishError> {
        let out = create(&folder.join(names::page(form, issue, 1)))?;
        let mut open = Self {
            folder,
            snapshot,
            issue,
            fields,
            form,
            rows,
            page: 1,
            out,
        };
        open.begin()?;
        Ok(open)
    }

    fn put(&mut self, text: &str) -> Result<(), PublishError> {
        let path = self.folder.join(names::page(self.form, self.issue, self.page));
        self.out.write_all(text.as_bytes()).map_err(error::at(&path))
    }

    fn begin(&mut self) -> Result<(), PublishError> {
        let text = head(self.snapshot, self.issue, self.form) + &self.opening();
        self.put(&text)
    }

    fn opening(&self) -> String {
        let (issue, words) = (self.issue, &self.form.page.words);
        let date = issue.updated_at.get(..10).unwrap_or_default();
        let count = self.rows.to_string();
        let line = filled(
            &words.line,
            &[
                ("office", &issue.office.title),
                ("period", &issue.period),
                ("date", date),
                ("count", &count),
            ],
        );
        let mut links = vec![("index.html".to_owned(), &words.back)];
        if self.form.views.contains(&View::Workbook) {
            links.push((
                format!("../{}", names::workbook(self.form, issue)),
                &words.workbook,
            ));
        }
        links.push((format!("../{}", names::csv(self.form, issue)), &words.csv));
        let links = links
            .iter()
            .map(|(to, text)| format!("<a href=\"{to}\">{}</a>", escaped(text)));
        let mut out = format!(
            "<body>\n<header>\n<h1>{}</h1>\n<nav aria-label=\"{}\">{}</nav>\n",
            escaped(&issue.title),
            escaped(&words.links),
            links.collect::<Vec<_>>().join(" "),
        );
        out.push_str(&self.turning());
        out.push_str("</header>\n<main>\n");
        out.push_str(&table_head((issue, self.fields), &line, self.form.page.widest));
        out
    }

    /// Links between numbered pages.
    fn turning(&self) -> String {
        let all = pages(&self.form.page, self.rows);
        if all == 1 {
            return String::new();
        }
        let words = &self.form.page.words;
        let links = (1..=all).map(|page| {
            let text = filled(
                &words.page,
                &[("page", &page.to_string()), ("pages", &all.to_string())],
            );
            if page == self.page {
                format!("<b aria-current=\"page\">{}</b>", escaped(&text))
            } else {
                format!(
                    "<a href=\"{}\">{}</a>",
                    names::page(self.form, self.issue, page),
                    escaped(&text)
                )
            }
        });
        format!(
            "<nav aria-label=\"{}\">{}</nav>\n",
            escaped(&words.pages),
            links.collect::<Vec<_>>().join(" ")
        )
    }

    fn next_page(&mut self) -> Result<(), PublishError> {
        self.end()?;
        self.page += 1;
        self.out = create(&self.folder.join(names::page(self.form, self.issue, self.page)))?;
        self.begin()
    }

    fn end(&mut self) -> Result<(), PublishError> {
        let basis = self.basis();
        self.put(&format!(
            "</tbody>\n</table>\n</div>\n</main>\n<footer>\n{basis}</footer>\n</body>\n</html>\n"
        ))?;
        let path = self.folder.join(names::page(self.form, self.issue, self.page));
        self.out.flush().map_err(error::at(&path))
    }

    fn basis(&self) -> String {
        let all = &self.issue.template.basis;
        if all.is_empty() {
            return String::new();
        }
        let items = all
            .iter()
            .map(|basis| format!("<li>{}</li>", escaped(&basis.citation())));
        let items = items.collect::<Vec<_>>().join("\n");
        format!(
            "<h2>{}</h2>\n<ul>\n{items}\n</ul>\n",
            escaped(&self.form.page.words.basis)
        )
    }
}

fn create(path: &Path) -> Result<BufWriter<File>, PublishError> {
    Ok(BufWriter::new(File::create(path).map_err(error::at(path))?))
}

/// Tags of the site, the column and the article; a tag nobody filled is left out.
fn head(snapshot: &Snapshot<'_>, issue: &Issue<'_>, form: &PackageForm) -> String {
    let (site, template) = (&form.page.site, issue.template);
    let published = snapshot
        .edition
        .at
        .get(..16)
        .unwrap_or_default()
        .replace('T', " ");
    let keywords = [template.title_in("zh-CN"), &issue.office.title].join(&form.page.words.keyword_separator);
    let column_type = if site.column_type.is_empty() {
        template.title_in("zh-CN")
    } else {
        &site.column_type
    };
    let tags = [
        ("SiteName", site.name.as_str()),
        ("SiteDomain", &site.domain),
        ("SiteIDCode", &site.id_code),
        ("ColumnName", template.title_in("zh-CN")),
        ("ColumnDescription", &template.about),
        ("ColumnKeywords", &keywords),
        ("ColumnType", column_type),
        ("ArticleTitle", &issue.title),
        ("PubDate", &published),
        ("ContentSource", &issue.office.title),
    ];
    document_head(&issue.title, &tags, form)
}

fn document_head(title: &str, tags: &[(&str, &str)], form: &PackageForm) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n",
        escaped(title)
    );
    for (name, content) in tags.iter().filter(|(_, content)| !content.is_empty()) {
        let _ = writeln!(out, "<meta name=\"{name}\" content=\"{}\">", escaped(content));
    }
    let _ = write!(out, "<style>\n{}</style>\n</head>\n", form.page.style);
    out
}

/// The two header levels: groups span their columns, single columns span both rows.
fn table_head((issue, fields): (&Issue<'_>, &[&Field]), caption: &str, widest: u32) -> String {
    let two = fields.iter().any(|field| field.group.is_some());
    let mut first = String::new();
    let mut second = String::new();
    let mut column = 0;
    while let Some(field) = fields.get(column) {
        let Some(group) = field.group.as_deref() else {
            let rows = if two { " rowspan=\"2\"" } else { "" };
            let _ = writeln!(first, "<th scope=\"col\"{rows}>{}</th>", escaped(&field.title));
            column += 1;
            continue;
        };
        let members = fields[column..]
            .iter()
            .take_while(|f| f.group.as_deref() == Some(group));
        let mut width = 0;
        for member in members {
            let _ = writeln!(second, "<th scope=\"col\">{}</th>", escaped(&member.title));
            width += 1;
        }
        let _ = writeln!(
            first,
            "<th scope=\"colgroup\" colspan=\"{width}\">{}</th>",
            escaped(group)
        );
        column += width;
    }
    let second = if two {
        format!("<tr>\n{second}</tr>\n")
    } else {
        String::new()
    };
    let widths: Vec<u32> = fields
        .iter()
        .map(|field| u32::from(field.width).min(widest) + CELL_PADDING)
        .collect();
    let columns = widths
        .iter()
        .map(|width| format!("<col style=\"width:{width}em\">"));
    let columns = columns.collect::<Vec<_>>().join("\n");
    let all: u32 = widths.iter().sum();
    format!(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\">\n<table style=\"width:{all}em\">\n<caption>{1}</caption>\n<colgroup>\n{columns}\n</colgroup>\n<thead>\n<tr>\n{first}</tr>\n{second}</thead>\n<tbody>\n",
        escaped(&issue.title),
        escaped(caption),
    )
}

/// A cell's content: Markdown as in the preview, line breaks kept, addresses as links.
fn content(field: &Field, cell: Option<&Cell>, (snapshot, form): (&Snapshot<'_>, &PackageForm)) -> String {
    let text = shape::shown(field, cell, snapshot.lists, form.ticks);
    if field.kind == FieldType::Markdown {
        return desk_markup::to_html(&text);
    }
    let is_address = ["http://", "https://"]
        .iter()
        .any(|scheme| text.starts_with(scheme));
    if is_address && !text.contains(char::is_whitespace) {
        return format!("<a href=\"{0}\">{0}</a>", escaped(&text));
    }
    escaped(&text).replace('\n', "<br>\n")
}

/// The column that names an entry: the last shown part of the key that every entry must fill.
fn naming(issue: &Issue<'_>, fields: &[&Field]) -> Option<usize> {
    let key = &issue.template.key;
    let required = |field: &&Field| field.required && issue.template.search_fields().contains(&field.name);
    fields
        .iter()
        .rposition(|field| field.required && key.contains(&field.name))
        .or_else(|| fields.iter().position(required))
}

/// Writes the pages of one catalogue; returns their names.
pub(crate) fn write(
    folder: &Path,
    (snapshot, issue, fields): (&Snapshot<'_>, &Issue<'_>, &[&Field]),
    (form, rows): (&PackageForm, u64),
    step: &mut dyn FnMut() -> Result<(), PublishError>,
) -> Result<Vec<String>, PublishError> {
    let mut open = Open::first(folder, (snapshot, issue, fields), (form, rows))?;
    let naming = naming(issue, fields);
    let mut done = 0;
    issue.entries.each(&mut |payload| {
        if done > 0 && done % form.page.rows.max(1) == 0 {
            open.next_page()?;
        }
        done += 1;
        let mut line = format!("<tr id=\"e{done}\">\n");
        for (column, field) in fields.iter().enumerate() {
            let text = content(field, payload.get(field.name.as_str()), (snapshot, form));
            let _ = if Some(column) == naming && !text.is_empty() {
                writeln!(line, "<th scope=\"row\">{text}</th>")
            } else {
                writeln!(line, "<td>{text}</td>")
            };
        }
        line.push_str("</tr>\n");
        open.put(&line)?;
        step()
    })?;
    open.end()?;
    Ok((1..=open.page)
        .map(|page| names::page(form, issue, page))
        .collect())
}

/// Writes the list of all catalogues.
pub(crate) fn write_index(
    path: &Path,
    snapshot: &Snapshot<'_>,
    rows: &[u64],
    form: &PackageForm,
) -> Result<(), PublishError> {
    let words = &form.page.words;
    let site = &form.page.site;
    let tags = [
        ("SiteName", site.name.as_str()),
        ("SiteDomain", &site.domain),
        ("SiteIDCode", &site.id_code),
    ];
    let title = filled(&words.index, &[("office", &snapshot.publisher.title)]);
    let mut out = document_head(&title, &tags, form);
    let _ = write!(
        out,
        "<body>\n<header>\n<h1>{}</h1>\n</header>\n<main>\n<table>\n<thead>\n<tr>\n",
        escaped(&title)
    );
    for column in &words.columns {
        let _ = writeln!(out, "<th scope=\"col\">{}</th>", escaped(column));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for (issue, count) in snapshot.issues.iter().zip(rows) {
        let _ = write!(
            out,
            "<tr>\n<td><a href=\"{}\">{}</a></td>\n<td>{}</td>\n<td>{}</td>\n<td>{count}</td>\n<td>{}</td>\n</tr>\n",
            names::page(form, issue, 1),
            escaped(&issue.title),
            escaped(&issue.office.title),
            escaped(&issue.period),
            escaped(issue.updated_at.get(..10).unwrap_or_default()),
        );
    }
    out.push_str("</tbody>\n</table>\n</main>\n</body>\n</html>\n");
    std::fs::write(path, out).map_err(error::at(path))
}

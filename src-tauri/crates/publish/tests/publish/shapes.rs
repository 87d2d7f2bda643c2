//! What the descriptor promises, and what the profile can switch.

use crate::support::{Stock, form, profile};
use calamine::{Reader, Xlsx, open_workbook};
use desk_model::{Cell, FieldName, Value};
use desk_publish::{Profile, PublishError, TickStyle, View, write};
use serde_json::{Value as Json, json};
use std::path::Path;

fn written(stock: &Stock, profile: &Profile, out: &Path) {
    write(&stock.snapshot(), profile, out, &mut |_, _| Ok(())).unwrap();
}

fn fields(out: &Path, resource: usize) -> Vec<Json> {
    let text = std::fs::read_to_string(out.join("datapackage.json")).unwrap();
    let descriptor: Json = serde_json::from_str(&text).unwrap();
    let fields = &descriptor["resources"][resource]["schema"]["fields"];
    fields.as_array().unwrap().clone()
}

fn field(out: &Path, resource: usize, name: &str) -> Json {
    fields(out, resource)
        .into_iter()
        .find(|field| field["name"] == name)
        .unwrap()
}

/// Position of a template in the stock.
fn at(stock: &Stock, id: &str) -> usize {
    stock
        .templates
        .iter()
        .position(|template| template.id.as_str() == id)
        .unwrap()
}

#[test]
fn a_column_of_typed_values_with_some_none_stays_typed_and_calls_none_missing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut stock = Stock::new(6);
    let table = at(&stock, "service_commitment");
    let name = FieldName::from("statutory_limit");
    stock.rows[table][1].set(name, Cell::from(Value::NotApplicable));
    written(&stock, &profile(), &out);
    let limit = field(&out, table, "statutory_limit");
    assert_eq!(limit["missingValues"], json!(["", "无"]));
    assert_eq!(field(&out, table, "statutory_limit_n")["type"], "integer");
}

#[test]
fn a_closed_code_list_is_an_enumeration_until_one_code_is_not_on_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut stock = Stock::new(6);
    let table = at(&stock, "service_commitment");
    written(&stock, &profile(), &out);
    let kind = field(&out, table, "is_fee");
    assert!(
        kind["constraints"]["enum"]
            .as_array()
            .is_some_and(|codes| codes.len() > 1),
        "{kind}"
    );
    assert!(kind["categories"].is_array());
    let name = FieldName::from("is_fee");
    stock.rows[table][2].set(name, Cell::from(Value::Codes(vec!["maybe".into()])));
    written(&stock, &profile(), &out);
    assert!(field(&out, table, "is_fee")["constraints"]["enum"].is_null());
}

#[test]
fn a_length_is_promised_only_while_every_text_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut stock = Stock::new(3);
    let table = at(&stock, "service_commitment");
    written(&stock, &profile(), &out);
    assert_eq!(field(&out, table, "item_name")["constraints"]["maxLength"], 200);
    let name = FieldName::from("item_name");
    stock.rows[table][0].set(name, Cell::from(Value::text(&"长".repeat(201))));
    written(&stock, &profile(), &out);
    assert!(field(&out, table, "item_name")["constraints"]["maxLength"].is_null());
}

#[test]
fn ticks_stand_as_written_in_full_or_chosen_as_the_profile_wants() {
    let folder = tempfile::tempdir().unwrap();
    let stock = Stock::new(2);
    let table = at(&stock, "grassroots_catalogue") + 1;
    let page = |style: TickStyle| {
        let out = folder.path().join(format!("{style:?}"));
        let mut profile = profile();
        form(&mut profile).ticks = style;
        written(&stock, &profile, &out);
        std::fs::read_to_string(out.join(format!("pages/catalogue-{table}.html"))).unwrap()
    };
    assert!(page(TickStyle::FullList).contains("■政府网站 □政府公报 □两微一端"));
    let chosen = page(TickStyle::Chosen);
    assert!(chosen.contains("■政府网站 ■村村响广播") && !chosen.contains('□'));
}

#[test]
fn views_that_the_profile_leaves_out_are_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut profile = profile();
    form(&mut profile).views = vec![View::Page];
    form(&mut profile).file_name = "{office}-{id}".to_owned();
    written(&Stock::new(2), &profile, &out);
    assert!(!out.join("tables").exists());
    let page = std::fs::read_to_string(out.join("pages/430902-1.html")).unwrap();
    assert!(!page.contains("xlsx") && page.contains("../data/430902-1.csv"));
    assert!(desk_publish::verify(&out).unwrap().is_whole());
}

#[test]
fn more_entries_than_a_sheet_takes_go_to_a_second_sheet_with_the_same_heading() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut profile = profile();
    form(&mut profile).workbook.rows = 4;
    written(&Stock::new(10), &profile, &out);
    let mut book: Xlsx<_> = open_workbook(out.join("tables/catalogue-1.xlsx")).unwrap();
    assert_eq!(book.sheet_names(), ["目录", "目录2", "目录3"]);
    let rows = |book: &mut Xlsx<_>, name: &str| book.worksheet_range(name).unwrap().height();
    assert_eq!(
        ["目录", "目录2", "目录3"].map(|name| rows(&mut book, name)),
        [8, 8, 6]
    );
    assert!(desk_publish::verify(&out).unwrap().is_whole());
}

#[test]
fn a_text_longer_than_a_cell_takes_is_whole_in_the_csv_and_says_so_in_the_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut stock = Stock::new(1);
    let table = at(&stock, "grassroots_catalogue");
    let long = "内容".repeat(20_000);
    stock.rows[table][0].set("content_elements".into(), Cell::from(Value::text(&long)));
    written(&stock, &profile(), &out);
    let number = table + 1;
    assert!(
        std::fs::read_to_string(out.join(format!("data/catalogue-{number}.csv")))
            .unwrap()
            .contains(&long)
    );
    let mut book: Xlsx<_> = open_workbook(out.join(format!("tables/catalogue-{number}.xlsx"))).unwrap();
    let sheet = book.worksheet_range("目录").unwrap();
    let end = format!("全文见 data/catalogue-{number}.csv）");
    assert!(
        sheet
            .rows()
            .flatten()
            .any(|cell| cell.to_string().ends_with(&end))
    );
}

#[test]
fn a_profile_with_a_word_the_format_does_not_know_is_named_with_its_line() {
    let text = "id = \"x\"\n[title]\nzh-CN = \"x\"\n[about]\nzh-CN = \"x\"\n[package]\ncolour = 1\n";
    let outcome = Profile::from_toml("portals/x.toml", text);
    let Err(PublishError::Profile { file, detail }) = outcome else {
        panic!("{outcome:?}");
    };
    assert_eq!(file, "portals/x.toml");
    assert!(detail.contains("line 7") && detail.contains("colour"), "{detail}");
}

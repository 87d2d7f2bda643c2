//! A small catalogue against files that a person has read. `DESK_GOLDEN=write` writes them anew.

use crate::support::{AT, lists, profile, templates};
use desk_model::{Cell, Payload, Template, Ticks, TimeLimit, Value};
use desk_publish::{Edition, Issue, Publisher, Snapshot, write};
use std::io::Read;
use std::path::{Path, PathBuf};

pub fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests/golden")
        .join(name)
}

/// Compares a text with its golden file, or writes it.
pub fn compare(name: &str, text: &str) {
    let path = golden(name);
    if std::env::var("DESK_GOLDEN").is_ok_and(|word| word == "write") {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "{name} differs from its golden file");
}

fn row(texts: &[(&str, Value, &str)]) -> Payload {
    let mut payload = Payload::default();
    for (name, value, written) in texts {
        payload.set((*name).into(), Cell::new(value.clone(), written));
    }
    payload
}

fn ticks(on: &[&str], other: &[&str]) -> Value {
    let boxed = |words: &[&str]| words.iter().map(|word| (*word).into()).collect();
    Value::Ticks(Ticks {
        on: boxed(on),
        other: boxed(other),
    })
}

/// Two entries of a 基层政务公开标准目录: as offices write them, with what breaks careless writers.
pub fn entries() -> Vec<Payload> {
    let limit = TimeLimit {
        n: 20,
        unit: desk_model::LimitUnit::WorkingDay,
        from: None,
    };
    let text = Value::text;
    vec![
        row(&[
            ("seq_no", text("1"), ""),
            ("level1_item", text("招生管理"), ""),
            ("level2_item", text("学区划分"), ""),
            ("content_elements", text("1.招生范围\n2.学区划分详细情况"), ""),
            (
                "legal_basis",
                text("《中华人民共和国政府信息公开条例》（国令第711号）"),
                "",
            ),
            (
                "time_limit",
                Value::TimeLimit(limit),
                "信息形成或者变更之日起20个工作日内",
            ),
            ("disclosing_body", text("赫山区教育局"), ""),
            (
                "channels",
                ticks(&["gov_website", "reading_point"], &[]),
                "■政府网站 □两微一端 ■公开查阅点",
            ),
            ("audience_public", Value::Tick(true), "√"),
            ("mode_proactive", Value::Tick(true), "√"),
            ("level_county", Value::Tick(true), "√"),
        ]),
        row(&[
            ("seq_no", text("2"), ""),
            ("level1_item", text("招生管理"), ""),
            ("level2_item", text("=HYPERLINK(\"x\") <b>&\"引号\""), ""),
            ("content_elements", text("-1, +2, @3"), ""),
            ("legal_basis", text("无"), ""),
            ("time_limit", Value::TimeLimit(TimeLimit::INSTANT), "即时公开"),
            ("disclosing_body", text("赫山区教育局"), ""),
            ("channels", ticks(&["gov_website"], &["村村响广播"]), ""),
            ("audience_specific", text("项目单位"), ""),
            ("mode_on_request", Value::Tick(true), "√"),
            ("level_county", Value::Tick(true), "√"),
        ]),
    ]
}

pub fn template() -> Template {
    let all = templates();
    all.into_iter()
        .find(|template| template.id.as_str() == "grassroots_catalogue")
        .unwrap()
}

fn part(workbook: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(workbook).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text.replace("><", ">\n<")
}

#[test]
fn a_small_catalogue_gives_the_files_that_were_read_and_found_right() {
    let (template, lists, entries) = (template(), lists(), entries());
    let office = Publisher {
        code: "430903".to_owned(),
        title: "赫山区".to_owned(),
    };
    let snapshot = Snapshot {
        edition: Edition {
            operation: 7,
            at: AT.to_owned(),
        },
        publisher: office.clone(),
        issues: vec![Issue {
            id: 1,
            title: "赫山区义务教育领域基层政务公开标准目录".to_owned(),
            period: "2026年".to_owned(),
            office,
            updated_at: AT.to_owned(),
            template: &template,
            entries: &entries,
            count: 2,
        }],
        lists: &lists,
    };
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    write(&snapshot, &profile(), &out, &mut |_, _| Ok(())).unwrap();
    for name in [
        "data/catalogue-1.csv",
        "pages/catalogue-1.html",
        "pages/index.html",
    ] {
        let text = std::fs::read_to_string(out.join(name)).unwrap();
        compare(&format!("datapackage/{name}"), &text);
    }
    let descriptor: serde_json::Value =
        serde_json::from_slice(&std::fs::read(out.join("datapackage.json")).unwrap()).unwrap();
    compare(
        "datapackage/datapackage.json",
        &(serde_json::to_string_pretty(&descriptor).unwrap() + "\n"),
    );
    let workbook = out.join("tables/catalogue-1.xlsx");
    for name in ["xl/worksheets/sheet1.xml", "docProps/core.xml"] {
        let golden = name.rsplit('/').next().unwrap();
        compare(&format!("datapackage/tables/{golden}"), &part(&workbook, name));
    }
}

//! The shapes of `desk` that scripts rely on (DESIGN §7).

#![expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")]

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn desk(library: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_desk"))
        .arg("--library")
        .arg(library)
        .args(arguments)
        .output()
        .unwrap()
}

fn json(library: &Path, arguments: &[&str]) -> (Option<i32>, Value) {
    let mut all = vec!["--json"];
    all.extend(arguments);
    let output = desk(library, &all);
    (
        output.status.code(),
        serde_json::from_slice(&output.stdout).unwrap(),
    )
}

const OFFICES: &str = "[[office]]\ncode = \"430903-test\"\ntitle = \"赫山区测试局\"\nkind = \"department\"\nparent = \"430903\"\n";

#[test]
fn templates_are_listed_with_id_title_notice_and_version() {
    let folder = tempfile::tempdir().unwrap();
    let (code, answer) = json(&folder.path().join("a.desklib"), &["template", "list"]);
    assert_eq!(code, Some(0));
    let ids: Vec<&str> = answer["templates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| t["id"].as_str().unwrap())
        .collect();
    assert!(
        ids.contains(&"grassroots_catalogue") && ids.contains(&"service_commitment"),
        "{ids:?}"
    );
    for key in ["title", "notice", "version"] {
        assert!(answer["templates"][0][key].is_string(), "{key}");
    }
}

#[test]
fn a_broken_template_file_is_named_with_line_and_field() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bad.toml");
    std::fs::write(&file, "id = \"x\"\nversion = \"1\"\ntitle = { zh-CN = \"表\" }\nnotice = \"一\"\n[[field]]\nname = \"a\"\ntitle = \"甲\"\ntype = \"txet\"\n").unwrap();
    let output = desk(
        &folder.path().join("a.desklib"),
        &["template", "check", file.to_str().unwrap()],
    );
    assert_eq!(output.status.code(), Some(2));
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(
        words.contains("表样文件") && words.contains("bad.toml:8"),
        "{words}"
    );
}

#[test]
fn an_import_of_offices_can_be_undone_and_is_in_the_history() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("a.desklib");
    let file = folder.path().join("offices.toml");
    std::fs::write(&file, OFFICES).unwrap();
    assert_eq!(
        json(&library, &["office", "import", file.to_str().unwrap()]).1["offices"],
        1
    );
    let (_, history) = json(&library, &["history"]);
    assert_eq!(history["operations"][0]["kind"], "office_import");
    let (_, found) = json(&library, &["office", "list"]);
    assert!(
        found["offices"]
            .as_array()
            .unwrap()
            .iter()
            .any(|o| o["title"] == "赫山区测试局")
    );
}

#[test]
fn wrong_usage_and_wrong_input_exit_with_two_and_chinese_words() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("a.desklib");
    let output = desk(&library, &["nonsense"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("命令写法不对"));
    std::fs::write(&library, "这不是资料库，只是一段文字。").unwrap();
    let output = desk(&library, &["catalogue", "list"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("不是资料库"));
    let output = desk(&library, &["--lang", "en", "catalogue", "list"]);
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("is not a library")
    );
}

#[test]
fn help_speaks_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("a.desklib");
    let chinese = String::from_utf8(desk(&library, &["--help"]).stdout).unwrap();
    assert!(
        chinese.contains("用法：") && chinese.contains("操作记录"),
        "{chinese}"
    );
    let english = String::from_utf8(desk(&library, &["--lang", "en", "--help"]).stdout).unwrap();
    assert!(
        english.contains("Usage:") && english.contains("Operation log"),
        "{english}"
    );
}

#[test]
fn a_backup_is_made_and_restored() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("a.desklib");
    let (code, backup) = json(&library, &["backup"]);
    assert_eq!(code, Some(0));
    let path = backup["path"].as_str().unwrap().to_owned();
    let (code, restored) = json(&library, &["restore", &path]);
    assert_eq!(code, Some(0));
    assert!(Path::new(restored["kept"].as_str().unwrap()).exists());
    let (code, doctor) = json(&library, &["doctor"]);
    assert_eq!(code, Some(0));
    assert!(
        doctor["checks"]
            .as_array()
            .unwrap()
            .iter()
            .all(|c| c["ok"] == true),
        "{doctor}"
    );
}

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/corpus");
    folder.join(name).display().to_string()
}

#[test]
fn a_published_table_is_read_as_csv_with_header_paths() {
    let folder = tempfile::tempdir().unwrap();
    let file = fixture("P01_涉农资金标准目录_德安.xlsx");
    let output = desk(
        &folder.path().join("a.desklib"),
        &["read", &file, "--format", "csv"],
    );
    assert_eq!(output.status.code(), Some(0));
    let csv = String::from_utf8(output.stdout).unwrap();
    assert!(csv.starts_with("序号,公开事项,公开内容（要素）,"), "{csv}");
    assert!(
        csv.lines()
            .next()
            .unwrap()
            .contains("公开对象>全社会,公开对象>特定群体"),
        "{csv}"
    );
}

#[test]
fn rows_that_are_no_records_are_listed_with_their_reason() {
    let folder = tempfile::tempdir().unwrap();
    let (code, answer) = json(
        &folder.path().join("a.desklib"),
        &["read", &fixture("P47_城镇低保发放_嘉定2021-02.xlsx")],
    );
    assert_eq!(code, Some(0));
    let reasons: Vec<&str> = answer["tables"][0]["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| l["reason"].as_str().unwrap())
        .collect();
    assert!(
        reasons.contains(&"total") && reasons.contains(&"note"),
        "{reasons:?}"
    );
}

#[test]
fn files_that_cannot_be_read_get_one_clear_chinese_message() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("a.desklib");
    let whole = std::fs::read(fixture("P01_涉农资金标准目录_德安.xlsx")).unwrap();
    let cases: [(&str, &[u8], &str); 4] = [
        ("空.xlsx", b"", "是空的"),
        (
            "图片.xlsx",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
            "不是电子表格",
        ),
        ("半截.xlsx", &whole[..whole.len() / 2], "不完整或已损坏"),
        ("网页.xls", b"<html><body>404</body></html>", "不是电子表格"),
    ];
    for (name, bytes, words) in cases {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let output = desk(&library, &["read", file.to_str().unwrap()]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}: {said}");
        assert!(said.contains(words) && said.contains(name), "{name}: {said}");
    }
    let output = desk(&library, &["read", "没有这个文件.xlsx"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("找不到文件"));
}

fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../assets/samples")
        .join(name)
        .display()
        .to_string()
}

#[test]
fn a_table_is_imported_checked_and_undone_and_its_rows_add_up() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("a.desklib");
    let (_, answer) = json(
        &library,
        &["import", &sample("published/社会救助事项目录_腾冲市.xlsx")],
    );
    let sheet = &answer["sheets"][0];
    assert_eq!(sheet["template"], "grassroots_catalogue");
    let rows = |key: &str| sheet["rows"][key].as_u64().unwrap();
    assert_eq!(rows("read"), rows("imported") + rows("skipped") + rows("held"));
    assert_eq!(rows("imported"), 3);
    let (_, dump) = json(&library, &["dump", "1"]);
    let cell = &dump["entries"][0]["channels"];
    assert!(
        cell["cell"].as_str().unwrap().contains('!') && !cell["text"].as_str().unwrap().is_empty(),
        "{cell}"
    );
    let (_, found) = json(&library, &["search", "社会救助"]);
    assert!(!found["hits"].as_array().unwrap().is_empty());
    assert_eq!(json(&library, &["undo"]).1["operation"]["kind"], "import");
    assert!(
        json(&library, &["catalogue", "list"]).1["catalogues"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_dry_run_writes_nothing_and_an_unknown_table_is_held() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("a.desklib");
    json(
        &library,
        &[
            "import",
            "--dry-run",
            &sample("published/涉农资金标准目录_德安.xlsx"),
        ],
    );
    let (_, answer) = json(&library, &["import", &fixture("P54_办事环节时限_贵州.xlsx")]);
    let sheet = &answer["sheets"][0];
    assert_eq!(
        (&sheet["template"], &sheet["catalogue"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(sheet["rows"]["held"], 2);
    assert!(
        json(&library, &["history"]).1["operations"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[test]
fn findings_name_rule_place_message_and_next_step_and_errors_exit_with_one() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("a.desklib");
    let file = folder.path().join("承诺.csv");
    let text = "事项编码,事项名称,实施主体,法定办结时限,承诺办结时限,咨询电话\n1,甲事项,某局,5个工作日,9个工作日,0737-4220000\n";
    std::fs::write(&file, text).unwrap();
    let path = file.to_str().unwrap();
    let (code, _) = json(&library, &["import", path, "--template", "service_commitment"]);
    assert_eq!(code, Some(1));
    let (code, answer) = json(&library, &["check"]);
    assert_eq!(code, Some(1));
    let findings = answer["findings"].as_array().unwrap();
    let longer = findings.iter().find(|f| f["rule"] == "SVC-001").unwrap();
    assert_eq!(
        (&longer["severity"], &longer["row"]),
        (&Value::from("error"), &Value::from(2))
    );
    assert!(longer["cell"].as_str().unwrap().ends_with("!E2"), "{longer}");
    for key in ["message", "next", "basis"] {
        assert!(
            longer[key]
                .as_str()
                .is_some_and(|words| !words.is_empty() && !words.starts_with("rule")),
            "{longer}"
        );
    }
}

#[test]
fn the_demonstration_exports_the_clean_catalogues_and_lists_the_refused_ones() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("demo");
    let (code, answer) = json(
        &folder.path().join("unused.desklib"),
        &["demo", "--out", out.to_str().unwrap()],
    );
    assert_eq!(code, Some(0));
    assert_eq!(answer["verified"], true);
    assert!(
        answer["refused"]
            .as_array()
            .unwrap()
            .iter()
            .all(|refused| !refused["findings"].as_array().unwrap().is_empty())
    );
    let package = answer["package"].as_str().unwrap();
    let (code, proof) = json(&folder.path().join("unused.desklib"), &["verify", package]);
    assert_eq!((code, proof["ok"].as_bool()), (Some(0), Some(true)));
    assert!(
        !folder.path().join("unused.desklib").exists(),
        "the demonstration has its own library"
    );
    // A folder with something in it is left alone.
    let (code, answer) = json(
        &folder.path().join("unused.desklib"),
        &["demo", "--out", out.to_str().unwrap()],
    );
    assert_eq!(
        (code, answer["error"]["code"].as_str()),
        (Some(2), Some("export_occupied"))
    );
}

#[test]
fn a_refused_export_exits_1_lists_the_findings_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("a.desklib");
    json(&library, &["import", &sample("yiyang/服务承诺表_资阳区.xlsx")]);
    let out = folder.path().join("out");
    let (code, answer) = json(
        &library,
        &[
            "export",
            "--profile",
            "datapackage",
            "--out",
            out.to_str().unwrap(),
            "1",
        ],
    );
    assert_eq!(code, Some(1));
    assert_eq!(answer["done"], false);
    let findings = answer["refused"][0]["findings"].as_array().unwrap();
    assert!(findings.iter().any(|finding| finding["cell"] == "服务承诺表!K9"));
    assert!(
        findings
            .iter()
            .all(|finding| !finding["next"].as_str().unwrap().is_empty())
    );
    assert!(!out.exists());
}

#[test]
fn a_package_that_was_changed_fails_its_proof_with_exit_code_1() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("a.desklib");
    json(&library, &["import", &sample("yiyang/服务承诺表_南县.csv")]);
    let out = folder.path().join("out.zip");
    let (code, _) = json(&library, &["export", "--out", out.to_str().unwrap()]);
    assert_eq!(code, Some(0));
    let folder_package = folder.path().join("out");
    json(&library, &["export", "--out", folder_package.to_str().unwrap()]);
    std::fs::write(folder_package.join("pages/index.html"), "changed").unwrap();
    let (code, proof) = json(&library, &["verify", folder_package.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    assert_eq!(proof["problems"][0]["file"], "pages/index.html");
}

#[test]
fn a_folder_is_imported_whole_with_a_report_and_a_bad_file_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path().join("收件/南县");
    std::fs::create_dir_all(&inbox).unwrap();
    std::fs::copy(sample("yiyang/服务承诺表_南县.csv"), inbox.join("服务承诺表.csv")).unwrap();
    std::fs::write(inbox.join("坏文件.xlsx"), b"PK\x03\x04broken").unwrap();
    std::fs::write(inbox.join("~$服务承诺表.xlsx"), b"lock").unwrap();
    std::fs::write(inbox.join("说明.docx"), b"other").unwrap();
    let library = folder.path().join("a.desklib");
    let report = folder.path().join("结果.xlsx");
    let (code, answer) = json(
        &library,
        &[
            "import",
            folder.path().join("收件").to_str().unwrap(),
            "--report",
            report.to_str().unwrap(),
        ],
    );
    assert_eq!(code, Some(1));
    assert_eq!(answer["sheets"].as_array().unwrap().len(), 1);
    assert_eq!(answer["sheets"][0]["rows"]["imported"], 48);
    assert_eq!(answer["failed"][0]["code"], "file_broken");
    let (_, read) = json(&library, &["read", report.to_str().unwrap()]);
    let rows = read["tables"][0]["records"].as_array().unwrap();
    assert!(
        rows.iter()
            .any(|row| row["values"][0].as_str().unwrap().contains("坏文件.xlsx"))
    );
    assert!(rows.iter().any(|row| row["values"][10] == "已导入"));
}

//! Use cases over a real library: what is typed and imported, what a cancel and a hostile file leave behind,
//! and that checking an edit finds what a whole check finds.

#![expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")]

use desk_app::assets::Assets;
use desk_app::data::Data;
use desk_app::job::Job;
use desk_app::ops::edit::{self, Block, CellEdit};
use desk_app::ops::import::{self, Wishes};
use desk_app::ops::{check, log};
use desk_app::session::{Session, Surroundings};
use desk_model::{CatalogueId, EntryId, Finding};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

fn session(folder: &Path) -> Session {
    let data = Arc::new(Data::load(Assets::default(), "zh-CN").unwrap());
    let around = Surroundings {
        data,
        clock: Arc::new(|| "2026-03-02T09:30:00+08:00".to_owned()),
        person: "测试".to_owned(),
    };
    Session::open(&folder.join("a.desklib"), around).unwrap()
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..").join(path)
}

fn commitments(session: &mut Session) -> CatalogueId {
    let file = root("assets/samples/yiyang/服务承诺表_南县.csv");
    let done = import::file(session, &file, &Wishes::default(), &Job::quiet()).unwrap();
    done[0].catalogue.unwrap()
}

/// Findings without their ids and in one order.
fn stored(session: &Session, id: CatalogueId) -> Vec<String> {
    let found = session.library.findings(id).unwrap().into_iter();
    let mut lines: Vec<String> = found.map(|stored| line(&stored.finding)).collect();
    lines.sort();
    lines
}

fn line(finding: &Finding) -> String {
    format!(
        "{} {:?} {:?} {:?} {:?} {:?}",
        finding.rule, finding.entry, finding.row, finding.field, finding.cell, finding.params
    )
}

/// What is stored after edits is what a whole check finds.
fn agrees(session: &mut Session, id: CatalogueId, step: &str) {
    let kept = stored(session, id);
    check::catalogue(session, id, &Job::quiet()).unwrap();
    assert_eq!(kept, stored(session, id), "{step}");
}

fn set(session: &mut Session, id: CatalogueId, entry: EntryId, field: &str, text: &str) {
    let edit = CellEdit {
        entry,
        field: field.into(),
        text: text.to_owned(),
    };
    edit::cells(session, id, &[edit]).unwrap();
}

#[test]
fn checking_an_edit_finds_what_a_whole_check_finds() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let id = commitments(&mut session);
    let order = session.library.order(id).unwrap();
    let code = |session: &Session, at: usize| {
        let entry = session.library.entry(order[at]).unwrap().unwrap();
        let payload = desk_model::Payload::from_json(&entry.payload).unwrap();
        payload.get("item_code").unwrap().written()
    };
    let (first, second) = (code(&session, 0), code(&session, 1));
    set(&mut session, id, order[1], "item_code", &first);
    agrees(&mut session, id, "a repeated code");
    set(&mut session, id, order[2], "item_code", &first);
    agrees(&mut session, id, "repeated three times");
    set(&mut session, id, order[1], "item_code", &second);
    agrees(&mut session, id, "one of them put right");
    set(&mut session, id, order[4], "commitment_limit", "90个工作日");
    agrees(&mut session, id, "longer than the statute");
    set(&mut session, id, order[5], "item_name", "");
    agrees(&mut session, id, "a required cell emptied");
    edit::delete(&mut session, id, &order[2..4]).unwrap();
    agrees(&mut session, id, "two entries deleted");
    edit::insert(&mut session, id, Some(order[0]), 2).unwrap();
    agrees(&mut session, id, "two empty entries inserted");
    let block = Block {
        entry: None,
        field: "item_code".into(),
        rows: vec![vec![first.clone(), "粘贴的事项".to_owned()]],
    };
    edit::paste(&mut session, id, &block).unwrap();
    agrees(&mut session, id, "a pasted repeat");
    for step in ["paste", "insert", "delete"] {
        log::undo(&mut session).unwrap().unwrap();
        agrees(&mut session, id, &format!("{step} undone"));
    }
}

#[test]
fn a_cancelled_import_leaves_the_library_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let before = session.library.last_operation().unwrap();
    let cell: Arc<OnceLock<Job>> = Arc::default();
    let (own, stages) = (Arc::clone(&cell), Arc::new(Mutex::new(Vec::new())));
    let seen = Arc::clone(&stages);
    let job = Job::new(Arc::new(move |stage, _, _, _| {
        seen.lock().unwrap().push(stage.to_owned());
        own.get().unwrap().cancel();
    }));
    assert!(cell.set(job.clone()).is_ok());
    let file = root("assets/samples/yiyang/服务承诺表_资阳区.xlsx");
    let error = import::file(&mut session, &file, &Wishes::default(), &job).unwrap_err();
    assert_eq!(error.code, "cancelled");
    assert_eq!(*stages.lock().unwrap(), ["reading"]);
    assert_eq!(session.library.last_operation().unwrap(), before);
    assert!(session.library.catalogues().unwrap().is_empty());
}

#[test]
fn a_bad_file_gives_one_clear_error_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let made = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let hostile = |name: &str| root("tests/fixtures/hostile").join(name);
    let cases = [
        (folder.path().join("没有.xlsx"), "file_not_found"),
        (made("空.xlsx", b""), "file_empty"),
        (
            made("图片.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"),
            "file_not_spreadsheet",
        ),
        (made("文稿.xls", b"%PDF-1.7\n1 0 obj"), "file_not_spreadsheet"),
        (
            made("只有表头.csv", "事项名称,事项编码\n".as_bytes()),
            "nothing_to_import",
        ),
        (hostile("password.xlsx"), "file_encrypted"),
        (hostile("password.xls"), "file_encrypted"),
        (hostile("truncated.xlsx"), "file_broken"),
        (hostile("allocates.xls"), "file_broken"),
    ];
    for (file, code) in cases {
        let outcome = import::file(&mut session, &file, &Wishes::default(), &Job::quiet());
        let found = outcome.map(|tables| tables.iter().map(|t| t.rows.read).sum::<u32>());
        match found {
            Err(error) => assert_eq!(error.code, code, "{}: {error}", file.display()),
            Ok(rows) => assert_eq!((code, rows), ("nothing_to_import", 0), "{}", file.display()),
        }
    }
    assert!(session.library.catalogues().unwrap().is_empty());
    assert_eq!(session.library.last_operation().unwrap().0, 0);
}

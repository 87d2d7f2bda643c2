//! Library, home, offices, templates, search, settings, care.

use super::{Table, answer, params, written};
use crate::api::calls::{
    ByCode, ById, HistoryWanted, OfJob, OfText, SearchWanted, SettingGiven, SettingWanted,
};
use crate::api::home::MarkdownPreview;
use crate::ops::{care, home, log, offices, samples, search, templates};

pub const TABLE: Table = &[
    ("library_info", |desk, _| {
        answer(&home::library(&desk.read(), desk.data())?)
    }),
    ("home", |desk, _| answer(&home::view(&desk.read(), desk.data())?)),
    ("office_list", |desk, _| {
        answer(&offices::list(&desk.read(), desk.data())?)
    }),
    ("office_select", |desk, given| {
        let wanted: ByCode = params(given)?;
        answer(&home::select_office(
            &desk.write().library,
            desk.data(),
            &wanted.code,
        )?)
    }),
    ("template_list", |desk, _| {
        answer(&templates::list(&desk.read(), desk.data())?)
    }),
    ("template_show", |desk, given| {
        let wanted: ById = params(given)?;
        answer(&templates::show(&desk.read(), desk.data(), &wanted.id)?)
    }),
    ("history", |desk, given| {
        let wanted: HistoryWanted = params(given)?;
        let id = wanted.catalogue.as_deref().map(super::catalogue).transpose()?;
        answer(&log::history(&desk.read(), id, wanted.limit)?)
    }),
    ("search", |desk, given| {
        let wanted: SearchWanted = params(given)?;
        answer(&search::search(
            &desk.read(),
            desk.data(),
            &wanted.text,
            wanted.limit,
        )?)
    }),
    ("markdown_preview", |_, given| {
        let wanted: OfText = params(given)?;
        let html = desk_markup::to_html(&wanted.text);
        answer(&MarkdownPreview { html })
    }),
    ("setting_get", |desk, given| {
        let wanted: SettingWanted = params(given)?;
        answer(&desk.read().setting(&wanted.key)?)
    }),
    ("setting_set", |desk, given| {
        let wanted: SettingGiven = params(given)?;
        desk.write().library.set_setting(&wanted.key, &wanted.value)?;
        if wanted.key == "language" {
            desk.data().speak(&wanted.value)?;
        }
        answer(&())
    }),
    ("backup_now", |desk, _| {
        answer(&care::back_up(&desk.read(), &desk.now())?)
    }),
    ("doctor", |desk, _| {
        answer(&care::examine(&desk.read(), desk.data())?)
    }),
    ("sample_load", |desk, given| {
        let wanted: OfJob = params(given)?;
        let changed = desk.run(&wanted.job, |job| samples::load_all(&mut desk.write(), job))?;
        written(desk, &changed, &changed)
    }),
    ("job_cancel", |desk, given| {
        let wanted: OfJob = params(given)?;
        desk.cancel(&wanted.job);
        answer(&())
    }),
];

//! Catalogues: list, open, make, change.

use super::{Table, answer, catalogue, params, written};
use crate::api::calls::{CreateCatalogue, DuplicateCatalogue, OfCatalogue, RenameCatalogue};
use crate::ops::catalogues::{self, Draft};

pub const TABLE: Table = &[
    ("catalogue_list", |desk, _| {
        answer(&catalogues::list(&desk.read(), desk.data())?)
    }),
    ("catalogue_open", |desk, given| {
        let wanted: OfCatalogue = params(given)?;
        answer(&catalogues::open(
            &desk.read(),
            desk.data(),
            catalogue(&wanted.catalogue)?,
        )?)
    }),
    ("catalogue_create", |desk, given| {
        let wanted: CreateCatalogue = params(given)?;
        let draft = Draft {
            template: wanted.template.as_str().into(),
            office: wanted.office.as_str().into(),
            title: wanted.title,
            period: wanted.period,
        };
        let made = catalogues::create(&mut desk.write(), &draft)?;
        written(desk, &made, &made.changed)
    }),
    ("catalogue_rename", |desk, given| {
        let wanted: RenameCatalogue = params(given)?;
        let id = catalogue(&wanted.catalogue)?;
        let changed = catalogues::rename(&mut desk.write(), id, &wanted.title)?;
        written(desk, &changed, &changed)
    }),
    ("catalogue_delete", |desk, given| {
        let wanted: OfCatalogue = params(given)?;
        let changed = catalogues::delete(&mut desk.write(), catalogue(&wanted.catalogue)?)?;
        written(desk, &changed, &changed)
    }),
    ("catalogue_duplicate", |desk, given| {
        let wanted: DuplicateCatalogue = params(given)?;
        let id = catalogue(&wanted.catalogue)?;
        let made = catalogues::duplicate(&mut desk.write(), id, &wanted.title, &wanted.period)?;
        written(desk, &made, &made.changed)
    }),
];

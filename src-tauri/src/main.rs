//! The desktop window: opens a library and passes the window's calls to the command table. It knows how
//! to talk to the system, nothing of catalogues.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod backups;
mod place;

use desk_app::api::ApiError;
use desk_app::assets::Assets;
use desk_app::commands;
use desk_app::data::Data;
use desk_app::desk::{Desk, Event};
use desk_app::session::Surroundings;
use serde_json::Value;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use tauri::{AppHandle, Emitter, Manager, WebviewUrl, WebviewWindowBuilder};

/// The smallest window in which everything can be read (logical pixels).
const SMALLEST: (f64, f64) = (1024.0, 640.0);
/// The window at its first start.
const FIRST: (f64, f64) = (1280.0, 800.0);

/// The open library, or why it could not be opened; the window shows either.
type Opened = Result<Arc<Desk>, ApiError>;

/// The one command of the window: `name` stands in the command table.
#[tauri::command]
async fn call(app: AppHandle, name: String, params: Value) -> Result<Value, ApiError> {
    let desk = app.state::<Opened>().inner().clone()?;
    let work = tauri::async_runtime::spawn_blocking(move || commands::call(&desk, &name, params));
    work.await
        .map_err(|error| ApiError::new("internal").detail(&error))?
}

fn main() {
    let library = place::library(std::env::args_os().skip(1));
    let instance = place::instance_name(&library);
    let raise = tauri_plugin_single_instance::Builder::new()
        .dbus_id(instance)
        .callback(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                drop(window.unminimize());
                drop(window.set_focus());
            }
        });
    let outcome = tauri::Builder::default()
        .plugin(raise.build())
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![call])
        .setup(move |app| {
            let opened = open(&library, app.handle());
            let title = opened
                .as_ref()
                .map_or_else(|_| String::new(), |desk| desk.data().words().plain("app.title"));
            if let Ok(desk) = &opened {
                backups::keep(Arc::clone(desk));
            }
            app.manage(opened);
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title(title)
                .inner_size(FIRST.0, FIRST.1)
                .min_inner_size(SMALLEST.0, SMALLEST.1)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = outcome {
        eprintln!("{error}");
        std::process::exit(3);
    }
}

fn open(library: &Path, app: &AppHandle) -> Opened {
    let data = Data::load(Assets::with_overlay(place::overlay()), "zh-CN")?;
    let around = Surroundings {
        data: Arc::new(data),
        clock: Arc::new(desk_app::session::system_time),
        person: desk_app::session::system_person(),
    };
    let window: OnceLock<AppHandle> = OnceLock::from(app.clone());
    let listener = Arc::new(move |event: Event| {
        let Some(app) = window.get() else { return };
        // A window that is closing hears nothing any more; what was written stands in the library.
        drop(match event {
            Event::Progress(progress) => app.emit("desk://progress", progress),
            Event::Changed(changed) => app.emit("desk://changed", changed),
        });
    });
    place::prepare(library)?;
    Desk::open(library, around, listener).map(Arc::new)
}

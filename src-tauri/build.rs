//! Lets Tauri read its configuration, capabilities and icons.

fn main() {
    tauri_build::build();
}

//! What crosses the wire to the window: DTOs by area, the command table and the one error shape.
//!
//! Core types are converted here and nowhere else. `cargo xtask gen` writes the TypeScript types of
//! everything below to `ui/src/backend/generated`.

pub mod catalogue;
pub mod dispatch;
pub mod error;
pub mod exchange;
pub mod finding;
pub mod home;
pub mod office;
pub mod template;

pub use error::ApiError;

//! What crosses the wire to the window: DTOs by area and the one error shape. Core types are converted
//! to these and are not shaped by them.

pub mod calls;
pub mod catalogue;
pub mod error;
pub mod export;
pub mod finding;
pub mod home;
pub mod import;
pub mod office;
pub mod template;

pub use error::ApiError;

//! Why nothing was published. Data only; the words stand in the wording files.

use rust_xlsxwriter::XlsxError;
use std::path::PathBuf;
use zip::result::ZipError;

/// Nothing was published, and what stood there before still stands.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A profile file is not one.
    #[error("{file}: {detail}")]
    Profile {
        /// File.
        file: String,
        /// The parser's words, with the line.
        detail: String,
    },
    /// The folder that shall hold the package is not there.
    #[error("no folder {path}")]
    NoFolder {
        /// Folder.
        path: PathBuf,
    },
    /// Something that is no package stands in the way.
    #[error("{path} exists and is not a package")]
    Occupied {
        /// Path.
        path: PathBuf,
    },
    /// Writing failed.
    #[error("{path}: {source}")]
    Io {
        /// Path.
        path: PathBuf,
        /// The system's words.
        source: std::io::Error,
    },
    /// A workbook could not be made.
    #[error("workbook: {0}")]
    Workbook(#[from] XlsxError),
    /// A csv file could not be made.
    #[error("csv: {0}")]
    Csv(#[from] csv::Error),
    /// The zip file could not be made.
    #[error("zip: {0}")]
    Zip(#[from] ZipError),
    /// A JSON document could not be made.
    #[error("json: {0}")]
    Json(#[from] serde_json::Error),
    /// The entries could not be read.
    #[error("entries: {0}")]
    Entries(Box<dyn std::error::Error + Send + Sync>),
    /// The package was read back and was not what had been written.
    #[error("read back wrong: {file}")]
    NotWhole {
        /// File of the package.
        file: String,
    },
    /// The person stopped it.
    #[error("cancelled")]
    Cancelled,
}

impl PublishError {
    /// The system's reason when a file could not be written: a full disk, a missing path, a file in use.
    pub fn reason(&self) -> Option<std::io::ErrorKind> {
        match self {
            Self::Io { source, .. } => Some(source.kind()),
            _ => None,
        }
    }

    /// Failures of the file system that came through a writer, with the path of its file.
    pub(crate) fn of_file(self, path: &std::path::Path) -> Self {
        let source = match self {
            Self::Workbook(XlsxError::IoError(source)) | Self::Zip(ZipError::Io(source)) => source,
            Self::Workbook(XlsxError::ZipError(inner)) => match inner {
                ZipError::Io(source) => source,
                other => return Self::Zip(other),
            },
            Self::Csv(inner) if inner.is_io_error() => match inner.into_kind() {
                csv::ErrorKind::Io(source) => source,
                _ => std::io::Error::from(std::io::ErrorKind::Other),
            },
            other => return other,
        };
        at(path)(source)
    }
}

/// Names the path of a failed file operation.
pub(crate) fn at(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> PublishError + '_ {
    |source| PublishError::Io {
        path: path.to_owned(),
        source,
    }
}

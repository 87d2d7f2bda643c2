//! Small steps over XML that the readers of ods and XML tables share.

use crate::open::{OpenError, damaged};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};

/// An attribute by its local name.
pub(crate) fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, OpenError> {
    for found in start.attributes() {
        let found = found.map_err(damaged)?;
        if found.key.local_name().as_ref() == name {
            let value = found.normalized_value(XmlVersion::Implicit1_0).map_err(damaged)?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// A whole number in an attribute; a nonsensical one counts as not given.
pub(crate) fn number_of(start: &BytesStart<'_>, name: &str) -> Result<Option<u32>, OpenError> {
    Ok(attribute(start, name)?.and_then(|text| text.parse().ok()))
}

/// The sign a reference such as `&amp;` or `&#x4E00;` stands for; unknown ones stay as written.
pub(crate) fn text_of_reference(reference: &BytesRef<'_>) -> Result<String, OpenError> {
    if let Some(sign) = reference.resolve_char_ref().map_err(damaged)? {
        return Ok(sign.to_string());
    }
    let name = reference.xml10_content();
    let sign = quick_xml::escape::resolve_predefined_entity(&name);
    Ok(sign.map_or_else(|| format!("&{name};"), ToOwned::to_owned))
}

use super::*;

const GOOD: &str = r#"
id = "sample"
version = "2026.1"
title = { zh-CN = "样表" }
notice = "一(三)"
key = ["name"]

[[field]]
name = "name"
title = "事项名称"
type = "text"
required = true

[[field]]
name = "channels"
title = "公开渠道"
type = "ticks"
codes = "channels"
"#;

#[test]
fn a_well_formed_template_keeps_its_column_order() {
    let template = Template::from_toml("sample.toml", GOOD).unwrap();
    assert_eq!(
        template
            .fields
            .iter()
            .map(|f| f.name.as_str())
            .collect::<Vec<_>>(),
        ["name", "channels"]
    );
}

#[test]
fn a_wrong_type_is_named_with_file_line_and_field() {
    let text = GOOD.replace("type = \"ticks\"", "type = \"tick_list\"");
    let error = Template::from_toml("sample.toml", &text).unwrap_err();
    let TemplateError::Syntax {
        file, line, field, ..
    } = error
    else {
        panic!("{error}")
    };
    assert_eq!(
        (file.as_str(), line, field.as_deref()),
        ("sample.toml", 17, Some("channels"))
    );
}

#[test]
fn an_unknown_key_is_refused_where_it_stands() {
    let text = GOOD.replace("required = true", "requierd = true");
    let error = Template::from_toml("sample.toml", &text).unwrap_err();
    assert!(matches!(error, TemplateError::Syntax { line: 12, .. }), "{error}");
}

#[test]
fn contradictions_name_the_field_and_the_word() {
    for (from, to, problem, word) in [
        (
            "key = [\"name\"]",
            "key = [\"nmae\"]",
            Problem::UnknownField,
            "nmae",
        ),
        ("codes = \"channels\"\n", "", Problem::CodeListMissing, "channels"),
        (
            "name = \"channels\"",
            "name = \"name\"",
            Problem::DuplicateField,
            "name",
        ),
        (
            "required = true",
            "constraints = { pattern = \"[\" }",
            Problem::BadPattern,
            "[",
        ),
    ] {
        let error = Template::from_toml("sample.toml", &GOOD.replace(from, to)).unwrap_err();
        let TemplateError::Inconsistent {
            problem: found,
            word: at,
            line,
            ..
        } = error
        else {
            panic!("{error}")
        };
        assert_eq!((found, at.as_str()), (problem, word));
        assert!(line > 1);
    }
}

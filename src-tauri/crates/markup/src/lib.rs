//! Markdown of long texts → sanitised HTML and plain text. The preview in the window and the published page
//! come from the same function, so what a clerk sees is what goes out.

use ammonia::Builder;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Extensions of CommonMark that official texts need.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH);

/// What a published text may carry: no scripts, no styles, no frames, no remote images.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "a",
        "blockquote",
        "br",
        "code",
        "del",
        "div",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ];
    let mut cleaner = Builder::default();
    cleaner
        .tags(HashSet::from(tags))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("img", "src") if !is_attachment(value) => None,
            _ => Some(value.into()),
        })
        .link_rel(Some("noopener noreferrer"));
    cleaner
});

/// Images come out of the package itself, never from elsewhere.
fn is_attachment(address: &str) -> bool {
    !address.contains(':') && !address.starts_with('/') && !address.contains("..")
}

/// Markdown as HTML that is safe to publish; a single line break is kept, as clerks expect.
pub fn to_html(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, OPTIONS).map(|event| match event {
        Event::SoftBreak => Event::HardBreak,
        other => other,
    });
    let mut out = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut out, events);
    CLEANER.clean(&out).to_string()
}

/// Markdown as plain text: what search, workbooks and csv show. Blocks are separated by line breaks.
pub fn to_plain(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    for event in Parser::new_ext(markdown, OPTIONS) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => out.push('\n'),
            Event::Start(Tag::Item) => out.push_str("· "),
            Event::End(TagEnd::TableCell) => out.push('\t'),
            Event::End(end) if ends_line(end) && !out.ends_with('\n') => out.push('\n'),
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn ends_line(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::TableRow
            | TagEnd::TableHead
            | TagEnd::BlockQuote(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_tables_and_line_breaks_become_html() {
        let html = to_html("# 办理条件\n第一行\n第二行\n\n| 材料 | 份数 |\n|---|---|\n| 申请书 | 1 |\n");
        assert!(html.contains("<h1>办理条件</h1>"), "{html}");
        assert!(html.contains("第一行<br>"), "{html}");
        assert!(html.contains("<td>申请书</td>"), "{html}");
    }

    #[test]
    fn nothing_that_runs_or_loads_from_elsewhere_survives() {
        let hostile = [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[点我](javascript:alert(1))",
            "<iframe src='https://example.com'></iframe>",
            "![](https://example.com/a.png)",
            "<a href='data:text/html,x'>a</a>",
            "<p style='position:fixed'>x</p>",
            "<svg onload=alert(1)>",
            "<style>p{}</style>",
        ];
        for text in hostile {
            let html = to_html(text).to_lowercase();
            for word in [
                "script",
                "onerror",
                "onload",
                "iframe",
                "example.com",
                "data:",
                "style",
                "svg",
            ] {
                assert!(!html.contains(word), "{text} gave {html}");
            }
        }
    }

    #[test]
    fn an_image_of_the_package_stays() {
        assert!(to_html("![流程图](attachments/a.png)").contains("src=\"attachments/a.png\""));
    }

    #[test]
    fn plain_text_keeps_words_and_lines_without_signs() {
        assert_eq!(
            to_plain("**依据**：第一条\n\n- 一\n- 二\n"),
            "依据：第一条\n· 一\n· 二"
        );
    }
}

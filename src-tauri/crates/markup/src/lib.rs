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

/// The folder of a package that holds what texts refer to.
const ATTACHMENTS: &str = "attachments/";

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
            ("a", "href") if !leads_out(value) && !is_attachment(value) => None,
            _ => Some(value.into()),
        })
        .link_rel(Some("noopener noreferrer"));
    cleaner
});

/// Images and files come out of the package itself, never from elsewhere on the disk or the net.
fn is_attachment(address: &str) -> bool {
    let inside = address.strip_prefix(ATTACHMENTS);
    inside.is_some_and(|path| {
        !path.contains([':', '\\', '?', '#']) && !path.split('/').any(|part| part == "..")
    })
}

/// Links that say where they lead; schemes are checked by the cleaner.
fn leads_out(address: &str) -> bool {
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

/// Quotes, lists and emphasis nested deeper than this lose their form and keep their words: no honest text
/// comes near, and reading deeper ones takes time that grows with the square of the depth.
const DEEPEST: usize = 64;
/// So many `<` of HTML typed into a text are read as HTML; the rest stands as it was typed.
const MOST_HTML: usize = 512;

/// Keeps what is nested and what is HTML within bounds.
struct Bounds {
    depth: usize,
    html: usize,
}

impl Bounds {
    fn keep<'e>(&mut self, event: Event<'e>) -> Option<Event<'e>> {
        match event {
            Event::Start(_) => {
                self.depth += 1;
                (self.depth <= DEEPEST).then_some(event)
            }
            Event::End(_) => {
                self.depth -= 1;
                (self.depth < DEEPEST).then_some(event)
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                self.html += html.matches('<').count();
                if self.html <= MOST_HTML {
                    Some(Event::InlineHtml(html))
                } else {
                    Some(Event::Text(html))
                }
            }
            Event::SoftBreak => Some(Event::HardBreak),
            other => Some(other),
        }
    }
}

/// Markdown as HTML that is safe to publish; a single line break is kept, as clerks expect.
pub fn to_html(markdown: &str) -> String {
    let mut bounds = Bounds { depth: 0, html: 0 };
    let events = Parser::new_ext(markdown, OPTIONS).filter_map(|event| bounds.keep(event));
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
    fn an_image_and_a_file_of_the_package_stay() {
        assert!(to_html("![流程图](attachments/a.png)").contains("src=\"attachments/a.png\""));
        assert!(to_html("[申请表](attachments/b.docx)").contains("href=\"attachments/b.docx\""));
    }

    #[test]
    fn a_link_leads_to_the_net_a_mailbox_or_the_package_and_nowhere_else() {
        for good in ["https://www.yiyang.gov.cn/a?b=1", "mailto:zwgk@yiyang.gov.cn"] {
            assert!(to_html(&format!("[去]({good})")).contains("href="), "{good}");
        }
        let bad = [
            "../../etc/passwd",
            "/etc/passwd",
            "//evil.example/a",
            "attachments/../manifest.json",
            "attachments/a?b",
            "file:///c:/a",
            "vbscript:x",
            "JaVaScRiPt:alert(1)",
            "#1",
            "intranet",
        ];
        for address in bad {
            let html = to_html(&format!("[去]({address}) ![图]({address})"));
            assert!(
                !html.contains("href=") && !html.contains("src="),
                "{address} gave {html}"
            );
        }
    }

    #[test]
    fn text_made_to_hang_or_overflow_does_neither() {
        let many = 20_000;
        let hostile = [
            "> ".repeat(many),
            "[".repeat(many),
            "*a **b ".repeat(many),
            "- ".repeat(many),
            "<div>".repeat(many),
            "|a".repeat(many) + "\n" + &"|-".repeat(many),
            "[^1]: ".repeat(many),
        ];
        let started = std::time::Instant::now();
        for text in &hostile {
            to_html(text);
            to_plain(text);
        }
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    }

    #[test]
    fn footnotes_and_struck_text_come_through() {
        let html = to_html("原定~~10~~5个工作日[^1]\n\n[^1]: 国令第711号");
        assert!(
            html.contains("<del>10</del>") && html.contains("国令第711号"),
            "{html}"
        );
    }

    #[test]
    fn plain_text_keeps_words_and_lines_without_signs() {
        assert_eq!(
            to_plain("**依据**：第一条\n\n- 一\n- 二\n"),
            "依据：第一条\n· 一\n· 二"
        );
    }
}

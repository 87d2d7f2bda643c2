//! Pages for people: tags, two header levels, text that stays text.

use crate::support::{Stock, form, profile};
use desk_publish::write;

#[test]
fn a_page_carries_the_tags_of_its_column_and_article_and_keeps_text_as_text() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let stock = Stock::new(6);
    stock.write(&out).unwrap();
    let two_levels = stock
        .templates
        .iter()
        .position(|t| t.id.as_str() == "grassroots_catalogue")
        .unwrap()
        + 1;
    let page = std::fs::read_to_string(out.join(format!("pages/catalogue-{two_levels}.html"))).unwrap();
    for tag in [
        "ColumnName",
        "ColumnDescription",
        "ColumnKeywords",
        "ColumnType",
        "ArticleTitle",
        "PubDate",
        "ContentSource",
    ] {
        assert!(
            page.contains(&format!("<meta name=\"{tag}\" content=\"")),
            "{tag}"
        );
    }
    assert!(page.contains("<meta name=\"PubDate\" content=\"2026-03-02 09:30\">"));
    assert!(
        page.contains("<html lang=\"zh-CN\">")
            && page.contains("<caption>")
            && page.contains("scope=\"colgroup\"")
    );
    assert!(page.contains("&lt;b&gt;不是标签&lt;/b&gt;&amp;") && !page.contains("<b>不是标签"));
    assert!(!page.contains("<script"));
}

#[test]
fn the_tags_of_the_site_stand_there_once_the_profile_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut profile = profile();
    let form = form(&mut profile);
    form.page.site.name = "资阳区人民政府".to_owned();
    form.page.site.id_code = "4309020001".to_owned();
    form.page.site.domain = "www.example.gov.cn".to_owned();
    let stock = Stock::new(1);
    write(&stock.snapshot(), &profile, &out, &mut |_, _| Ok(())).unwrap();
    for name in ["index.html", "catalogue-1.html"] {
        let page = std::fs::read_to_string(out.join("pages").join(name)).unwrap();
        for tag in ["SiteName", "SiteDomain", "SiteIDCode"] {
            assert!(page.contains(&format!("<meta name=\"{tag}\"")), "{name} {tag}");
        }
    }
}

#[test]
fn a_long_catalogue_is_spread_over_pages_that_lead_to_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut profile = profile();
    let form = form(&mut profile);
    form.page.rows = 4;
    let stock = Stock::new(10);
    write(&stock.snapshot(), &profile, &out, &mut |_, _| Ok(())).unwrap();
    let rows = |name: &str| {
        std::fs::read_to_string(out.join("pages").join(name))
            .unwrap()
            .split("<tbody>")
            .nth(1)
            .unwrap()
            .matches("<tr id=")
            .count()
    };
    assert_eq!(
        [
            rows("catalogue-1.html"),
            rows("catalogue-1-2.html"),
            rows("catalogue-1-3.html")
        ],
        [4, 4, 2]
    );
    let first = std::fs::read_to_string(out.join("pages/catalogue-1.html")).unwrap();
    assert!(first.contains("href=\"catalogue-1-3.html\""));
}

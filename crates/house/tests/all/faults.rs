//! What is wrong in a house file is told with its line and what to do.

use crate::support::{Folder, project};

#[test]
fn a_misspelt_key_is_named_with_the_right_one_that_is_nearest() {
    Folder::with("langauges = []\n").tells("house.toml", 4, "no key 'langauges'", "Write 'languages'.");
    Folder::with("\n[colours.light]\npapper = \"#fff\"\n").tells("house.toml", 6, "no key 'papper'", "Write 'paper'.");
    Folder::with("[colors.light]\n").tells("house.toml", 4, "no key 'colors'", "Write 'colours'.");
    Folder::with("[contact]\nname = \"x\"\ne-mail = \"a@b.c\"\n").tells("house.toml", 6, "'e-mail'", "Write 'mail'.");
    Folder::with("[embedding]\nallow = []\n").tells("house.toml", 5, "no key 'allow'", "Write 'allowed'.");
}

#[test]
fn a_key_that_is_like_no_other_is_told_with_all_that_may_stand_there() {
    Folder::with("[contact]\nname = \"x\"\nzzz = 1\n").tells("house.toml", 6, "no key 'zzz'", "'name', 'mail', 'web'");
}

#[test]
fn a_missing_key_and_what_is_no_toml_are_told() {
    Folder::of("region = \"nl\"\nname = { en = \"x\" }\n").tells("house.toml", 1, "'languages' is missing", "Write it");
    Folder::with("[contact\n").tells("house.toml", 4, "", "Compare the line");
    let nowhere = house::read("nowhere/house.toml".as_ref(), &project()).expect_err("no file");
    assert!(nowhere[0].what.starts_with("The file cannot be read"), "{nowhere:?}");
}

#[test]
fn an_unknown_language_or_region_is_told_with_those_that_exist() {
    let file = |languages: &str, region: &str| {
        Folder::of(&format!("languages = {languages}\nregion = \"{region}\"\nname = {{ en = \"x\", nl = \"x\" }}\n"))
    };
    file("[\n\"nl\",\n\"du\",\n]", "nl").tells("house.toml", 3, "no language 'du'", "'en', 'nl'");
    file("[\"nl\", \"nl\"]", "nl").tells("house.toml", 1, "'nl' stands twice", "Take one out");
    file("[]", "nl").tells("house.toml", 1, "No language", "'en', 'nl'");
    file("[\"nl\"]", "be").tells("house.toml", 2, "no region 'be'", "'nl'");
    Folder::with("[short-name]\nfr = \"x\"\n").tells("house.toml", 5, "no language 'fr'", "'en', 'nl'");
}

#[test]
fn a_language_of_the_site_needs_a_name_and_another_does_not() {
    let file = |languages: &str| Folder::of(&format!("languages = {languages}\nregion = \"nl\"\n[name]\nnl = \"x\"\n"));
    file("[\"nl\", \"en\"]").tells("house.toml", 3, "name in 'en' is missing", "Write en = ");
    assert_eq!(file("[\"nl\"]").house().name("nl"), "x");
}

#[test]
fn what_cannot_be_a_name_is_told() {
    for name in ["", "Grow {here}", &"long ".repeat(13)] {
        let file = format!("languages = [\"en\"]\nregion = \"nl\"\nname = {{ en = \"{name}\" }}\n");
        Folder::of(&file).tells("house.toml", 3, "'name.en' is no name", "at most 60");
    }
}

#[test]
fn a_bad_colour_is_told() {
    for value in ["1e5b4a", "#12345", "gren", "rgb(0 0 0 / 50%)"] {
        let file = format!("[colours.light]\nink = \"#000\"\nleaf = \"{value}\"\n");
        Folder::with(&file).tells("house.toml", 6, &format!("'{value}' is no colour"), "#1e5b4a");
    }
}

#[test]
fn a_bad_address_is_told() {
    Folder::with("site-address = \"example.org\"\n").tells(
        "house.toml",
        4,
        "no whole web address",
        "https://example.org/",
    );
    Folder::with("[contact]\nname = \"x\"\nmail = \"x at y\"\n").tells("house.toml", 6, "no e-mail address", "name@");
    Folder::with("[contact]\nname = \"x\"\nweb = \"javascript:1\"\n").tells(
        "house.toml",
        6,
        "no whole web",
        "https://",
    );
    let frames = "[embedding]\nallowed = [\n\"https://a.example\",\n\"http://b.example\",\n]\n";
    Folder::with(frames).tells("house.toml", 7, "'http://b.example' is no origin", "https://");
}

#[test]
fn a_contact_and_a_privacy_text_speak_every_language_of_the_site() {
    Folder::with("[contact]\nname = { nl = \"Loket\" }\n").tells("house.toml", 4, "missing in 'en'", "each language");
    Folder::with("[privacy]\nnl = [\"Wij.\"]\n").tells("house.toml", 4, "privacy text in 'en'", "every language");
    Folder::with("[privacy]\nnl = [\"Wij.\"]\nen = [\" \"]\n").tells(
        "house.toml",
        4,
        "empty paragraph",
        "every language",
    );
    assert!(Folder::with("[privacy]\n").house().privacy("en").is_empty());
}

#[test]
fn a_logo_that_is_not_there_or_no_drawing_is_told() {
    let named = || Folder::with("logo = \"logo.svg\"\n");
    named().tells("house.toml", 4, "cannot be read", "Put the file there");
    named().file("logo.svg", "\n<html/>").tells("logo.svg", 2, "no SVG", "plain SVG");
    named().file("logo.svg", "<svg").tells("logo.svg", 1, "no SVG", "plain SVG");
    named().file("logo.svg", &format!("<!--{}-->", "x".repeat(40_000))).tells(
        "logo.svg",
        1,
        "40000 is the most",
        "simpler",
    );
}

#[test]
fn a_logo_that_does_more_than_draw_is_told_with_the_line() {
    let logo = |inside: &str| {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 2 1\">\n{inside}\n</svg>"
        );
        Folder::with("logo = \"logo.svg\"\n").file("logo.svg", &svg)
    };
    for (inside, what) in [
        ("<script>alert(1)</script>", "has a 'script'"),
        ("<foreignObject/>", "has a 'foreignObject'"),
        ("<a href=\"#x\"/>", "has a 'a'"),
        ("<rect onload=\"x()\"/>", "has onload"),
        ("<use xlink:href=\"https://example.org/x.svg#a\"/>", "has href"),
        ("<use href=\"javascript:x()\"/>", "has href"),
        ("<style>@import 'x.css';</style>", "loads something"),
        ("<style>rect { fill: url(https://example.org/x) }</style>", "loads something"),
        ("<rect style=\"fill: url('x.svg#a')\"/>", "has style"),
        ("<image href=\"#a\"/>", "has a 'image'"),
    ] {
        logo(inside).tells("logo.svg", 2, what, "Take it out");
    }
    let fine = "<defs><linearGradient id=\"a\"/></defs><style>rect { fill: url(#a) }</style><use href=\"#a\"/>";
    assert_eq!(logo(fine).house().logo.map(|logo| logo.ratio), Some(2.0));
    let shapeless = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    for svg in [
        shapeless,
        &shapeless.replace("/>", " viewBox=\"0 0 2\"/>"),
        &shapeless.replace("/>", " viewBox=\"0 0 2 0\"/>"),
    ] {
        Folder::with("logo = \"logo.svg\"\n").file("logo.svg", svg).tells("logo.svg", 1, "no viewBox", "plain SVG");
    }
}

#[test]
fn a_theme_that_is_not_there_is_told() {
    Folder::with("theme = \"theme.css\"\n").tells("house.toml", 4, "theme.css cannot be read", "Put it there");
}

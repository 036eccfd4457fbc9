//! Colours, letters and logo: what is said where, what stays ours, and whether one can read it.

use std::fs;

use crate::support::{Folder, municipality, ours, project};
use house::{Origin, Role, TOKENS};

/// A colour as text, with where it came from.
fn tone(palette: &house::Palette, role: Role) -> (String, Origin) {
    let tone = palette.get(role);
    (tone.colour.to_string(), tone.from.clone())
}

#[test]
fn our_own_house_style_changes_nothing_and_warns_of_nothing() {
    let ours = ours();
    assert_eq!(ours.style(), "");
    assert_eq!(ours.warnings(), Vec::<String>::new());
    let icon = fs::read_to_string(project().join("static/icon.svg")).expect("our icon");
    assert!(ours.icon(&icon).eq_ignore_ascii_case(&icon));
}

#[test]
fn the_colours_that_the_house_file_shows_as_ours_are_those_of_the_style() {
    let text = fs::read_to_string(project().join("house.toml")).expect("house.toml");
    let shown: String = text
        .lines()
        .map(|line| match line.strip_prefix("# ").filter(|rest| rest.contains(" = \"#")) {
            Some(rest) => format!("{rest}\n"),
            None => format!("{line}\n"),
        })
        .collect();
    let house = Folder::of(&shown).house();
    for role in Role::ALL {
        for (shown, is) in [(&house.light, &ours().light), (&house.dark, &ours().dark)] {
            assert_eq!(shown.get(role).from, Origin::HouseFile, "house.toml does not show '{}'", role.name());
            assert_eq!(shown.get(role).colour, is.get(role).colour, "house.toml shows another '{}'", role.name());
        }
    }
}

#[test]
fn what_a_theme_says_takes_the_place_of_ours_and_the_rest_stays() {
    let house = municipality();
    let day = |role| tone(&house.light, role);
    let from = Origin::Theme;
    assert_eq!(day(Role::Paper), ("#ffffff".into(), from("--utrecht-document-background-color")));
    assert_eq!(day(Role::Ink), ("#1a1a1a".into(), from("--utrecht-document-color")));
    assert_eq!(day(Role::Leaf), ("#063a74".into(), from("--utrecht-button-primary-action-background-color")));
    assert_eq!(day(Role::OnLeaf), ("#ffffff".into(), from("--utrecht-button-primary-action-color")));
    assert_eq!(day(Role::Sky), ("#06305f".into(), from("--utrecht-link-color")));
    assert_eq!(day(Role::Clay), ("#8f1220".into(), from("--utrecht-form-field-error-message-color")));
    assert_eq!(day(Role::Line), ("#cccccc".into(), from("--utrecht-separator-color")));
    assert_eq!(day(Role::LeafGround).1, Origin::Mixed, "a green ground would not go with a blue button");
    assert_eq!(day(Role::Sun), ("#ffd24d".into(), Origin::HouseFile));
    assert_eq!(day(Role::InkSoft), tone(&ours().light, Role::InkSoft));
    assert_eq!(day(Role::Hatch), tone(&ours().light, Role::Hatch));
    assert_eq!(house.font.as_deref(), Some("\"Oosterweide Sans\",\"Verdana\",sans-serif"));
}

#[test]
fn a_theme_without_a_dark_side_leaves_the_dark_to_us() {
    let house = municipality();
    let changed: Vec<Role> =
        Role::ALL.into_iter().filter(|&role| house.dark.get(role) != ours().dark.get(role)).collect();
    assert_eq!(changed, [Role::Leaf, Role::LeafGround], "the house file alone spoke of the dark");

    let dark = ".x-theme{--utrecht-document-color:#222}@media (prefers-color-scheme:dark){.x-theme{--utrecht-document-color:#eee}}";
    let house = Folder::with("theme = \"theme.css\"\n").file("theme.css", dark).house();
    assert_eq!(tone(&house.light, Role::Ink).0, "#222222");
    assert_eq!(tone(&house.dark, Role::Ink).0, "#eeeeee");
}

#[test]
fn the_house_file_goes_before_the_theme() {
    let house = Folder::with("theme = \"theme.css\"\n[colours.light]\nink = \"black\"\n")
        .file("theme.css", ":root{--utrecht-document-color:#222;--utrecht-link-color:navy}")
        .house();
    assert_eq!(tone(&house.light, Role::Ink), ("#000000".into(), Origin::HouseFile));
    assert_eq!(tone(&house.light, Role::Sky), ("#000080".into(), Origin::Theme("--utrecht-link-color")));
}

#[test]
fn what_of_a_theme_cannot_be_used_is_told() {
    let house = municipality();
    let warnings = house.warnings();
    assert_eq!(warnings.len(), 2, "{warnings:#?}");
    assert!(warnings[0].contains("@font-face") && warnings[1].contains("--oosterweide-logo"), "{warnings:#?}");

    let theme = ".x-theme{--utrecht-document-color:bc0000;--utrecht-document-font-family:var(--x, 12px/\"y\")}";
    let warnings = Folder::with("theme = \"theme.css\"\n").file("theme.css", theme).house().warnings();
    assert!(warnings[0].contains("'bc0000' is no colour"), "{warnings:#?}");
    assert!(warnings[1].contains("no list of names"), "{warnings:#?}");
    assert!(warnings[2].contains("has none of the tokens"), "{warnings:#?}");
    let theme = ".x-theme{--utrecht-link-color:navy}";
    assert!(Folder::with("theme = \"theme.css\"\n").file("theme.css", theme).house().warnings().is_empty());
}

#[test]
fn a_theme_that_is_hard_to_read_is_told_with_both_colours_and_where_they_came_from() {
    let theme = ".x-theme{--utrecht-link-color:#888;--utrecht-button-primary-action-background-color:#ffd24d}";
    let house = Folder::with("theme = \"theme.css\"\n").file("theme.css", theme).house();
    let warnings = house.warnings();
    let link = "light: 'sky' on 'paper' has a contrast of 3.3 and needs 7. \
                sky is #888888 (theme, --utrecht-link-color), paper is #faf7f2 (ours).";
    assert!(warnings.iter().any(|warning| warning == link), "{warnings:#?}");
    let button = "light: 'leaf' on 'paper' has a contrast of 1.3 and needs 3.";
    assert!(warnings.iter().any(|warning| warning.starts_with(button)), "{warnings:#?}");
    assert!(warnings.iter().any(|warning| warning.starts_with("light: 'on-leaf' on 'leaf'")), "{warnings:#?}");
    assert!(warnings.iter().all(|warning| !warning.starts_with("dark")), "{warnings:#?}");
}

#[test]
fn a_pair_just_below_what_it_needs_is_told_and_one_just_above_is_not() {
    let warns = |ink: &str| {
        let house = Folder::with(&format!("[colours.light]\npaper = \"#ffffff\"\nink = \"{ink}\"\n")).house();
        house.weak_pairs().iter().any(|pair| pair.on.0 == Role::Ink && pair.ground.0 == Role::Paper)
    };
    assert!(warns("#5a5a5a"), "6.9");
    assert!(!warns("#595959"), "7.0");
}

#[test]
fn the_style_of_a_house_holds_every_colour_for_day_and_night_and_what_paper_shows() {
    let style = municipality().style();
    let (day, rest) = style.split_once('\n').expect("the first line is for the day");
    let (night, rest) = rest.split_once('\n').expect("the second line is for the night");
    assert!(day.starts_with("@media screen{:root{--paper:#ffffff;") && day.contains("--leaf:#063a74;"), "{day}");
    assert!(night.starts_with("@media screen and (prefers-color-scheme:dark){:root{--paper:#14191b;"), "{night}");
    for role in Role::ALL {
        assert!(day.contains(&format!("--{}:", role.name())) && night.contains(&format!("--{}:", role.name())));
    }
    assert!(rest.starts_with("@media print{:root{--leaf:#063a74;"), "{rest}");
    assert!(rest.contains(":root{--letter:\"Oosterweide Sans\",\"Verdana\",sans-serif}"), "{rest}");
}

#[test]
fn the_logo_stands_in_the_style_as_an_address_that_ends_nothing() {
    let style = municipality().style();
    let address = style.split_once("url(\"").and_then(|(_, from)| from.split_once("\")")).expect("the logo").0;
    assert!(address.starts_with("data:image/svg+xml,%3Csvg"), "{address}");
    assert!(!address.contains(['"', '<', '>', '#', '\n', '\\']), "{address}");
    assert!(style.contains("aspect-ratio:2.5000"), "{style}");
}

#[test]
fn the_icon_is_that_of_the_house_or_its_logo_or_ours_in_its_colours() {
    assert!(municipality().icon("ours").contains("viewBox=\"0 0 64 64\""));
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"/>";
    assert_eq!(Folder::with("logo = \"l.svg\"\n").file("l.svg", logo).house().icon("ours"), logo);
    let ours = "<path fill=\"#1A5545\"/>";
    assert_eq!(Folder::with("[colours.light]\nleaf = \"navy\"\n").house().icon(ours), "<path fill=\"#000080\"/>");
}

#[test]
fn the_documented_table_of_tokens_is_the_one_that_is_used() {
    let page = fs::read_to_string(project().join("docs/house-style.md")).expect("docs/house-style.md");
    for (role, tokens) in TOKENS {
        let tokens = tokens.iter().map(|token| format!("`{token}`")).collect::<Vec<_>>().join(", ");
        let row = format!("| `{}` | {tokens} |", role.name());
        assert!(page.contains(&row), "docs/house-style.md lacks the row:\n{row}");
    }
}

#[test]
fn every_pair_that_a_rule_of_the_style_puts_together_is_checked() {
    let known = |on: &str, ground: &str| {
        let pairs = house::TEXTS.iter().chain(&house::SHAPES);
        pairs.into_iter().any(|(text, under)| text.name() == on && under.name() == ground)
    };
    let value = |rule: &str, property: &str| {
        let lines = rule.lines().map(str::trim);
        let mut found =
            lines.filter_map(|line| line.strip_prefix(property)?.strip_prefix(": var(--")?.strip_suffix(");"));
        found.next_back().map(str::to_owned)
    };
    let mut pairs = 0;
    for file in fs::read_dir(project().join("style")).expect("style").flatten() {
        let text = fs::read_to_string(file.path()).expect("a style sheet");
        for rule in text.split('}') {
            let ground = value(rule, "background").or_else(|| value(rule, "background-color"));
            let (Some(on), Some(ground)) = (value(rule, "color"), ground) else { continue };
            pairs += 1;
            assert!(known(&on, &ground), "{}: '{on}' on '{ground}' is not in the list", file.path().display());
        }
    }
    assert!(pairs >= 6, "only {pairs} were found: the style is written in another way than this test reads");
}

//! The site in the house style of someone else: the municipality of tests/house, and one that speaks Dutch alone.

use anyhow::Result;
use content::Word;
use e2e::{App, Audit, Light, Visitor, ask, house_site};
use serde_json::json;

/// What a page looks like where it differs by house.
async fn style(app: &App, selector: &str, pseudo: &str, property: &str) -> Result<String> {
    let script = "return getComputedStyle(one(arguments[0]), arguments[1] || null).getPropertyValue(arguments[2])";
    app.read(script, [json!(selector), json!(pseudo), json!(property)]).await
}

fn municipality() -> Visitor {
    let site = house_site("municipality").unwrap_or_else(|error| panic!("{error:?}"));
    Visitor::default().of(&site)
}

#[test]
fn the_municipality_has_its_name_its_logo_and_its_colours() {
    municipality().visit(async |app| {
        assert_eq!(app.text(".header__name").await?, "Work Room Oosterweide");
        assert!(app.title().await?.contains("Work Room Oosterweide"));
        assert!(!app.shows(".header__sprout").await?, "the logo takes its place");
        assert!(style(app, ".header__name", "::before", "background-image").await?.starts_with("url(\"data:image/svg"));
        let width: f64 = style(app, ".header__name", "::before", "width").await?.trim_end_matches("px").parse()?;
        assert!((width - 100.0).abs() < 1.0, "40 high, and 2.5 times as wide: {width}");
        app.look_in(Light::Light, 1280).await?;
        assert_eq!(style(app, "body", "", "background-color").await?, "rgb(255, 255, 255)");
        assert_eq!(style(app, ".header__links a", "", "color").await?, "rgb(6, 48, 95)");
        assert!(style(app, "body", "", "font-family").await?.starts_with("\"Oosterweide Sans\", Verdana, sans-serif"));
        app.look_in(Light::Dark, 1280).await?;
        assert_eq!(style(app, "body", "", "background-color").await?, "rgb(20, 25, 27)", "the dark stays ours");
        let icon: String = app.read("return one('link[rel=icon]').href", []).await?;
        assert!(icon.contains("/icon."), "{icon}");
        Ok(())
    });
}

#[test]
fn the_municipality_can_be_reached_and_says_what_it_writes_down() {
    municipality().visit(async |app| {
        let links = "return [...document.querySelectorAll(arguments[0])].map((link) => link.getAttribute('href'))";
        let in_footer: Vec<String> = app.read(links, [json!(".footer__contact a")]).await?;
        let expected = ["mailto:werkgevers@oosterweide.example", "https://oosterweide.example/en/employers"];
        assert_eq!(in_footer, expected);
        app.go("#/about").await?;
        app.wait_for("[data-host-privacy]").await?;
        assert!(app.text("[data-host-privacy]").await?.contains("Our server writes down"));
        assert!(app.text(".contact").await?.contains("Oosterweide, employer desk"));
        app.speak("nl").await?;
        app.until("the text is in Dutch", "return one('[data-host-privacy]').textContent.includes('Onze server')", [])
            .await?;
        assert_eq!(app.text(".header__name").await?, "Werkruimte Oosterweide");
        Ok(())
    });
}

#[test]
fn whoever_wishes_for_another_language_gets_the_first_of_the_house() {
    municipality().reading("fr-FR,fr").visit(async |app| {
        assert_eq!(app.language().await?, "nl");
        assert_eq!(app.text(".header__name").await?, "Werkruimte Oosterweide");
        assert_eq!(app.count("[data-speak=en]").await?, 1);
        Ok(())
    });
}

#[test]
fn a_house_of_one_language_offers_no_other_and_ships_no_other() {
    let site = house_site("dutch").unwrap_or_else(|error| panic!("{error:?}"));
    Visitor::default().of(&site).visit(async |app| {
        assert_eq!(app.language().await?, "nl", "also for who reads English");
        assert_eq!(app.text(".header__name").await?, "Leerwerkplek");
        assert_eq!(app.count("[data-speak]").await?, 0);
        let packs: Vec<String> =
            app.read("return Object.keys(JSON.parse(one('script[data-packs]').dataset.packs))", []).await?;
        assert!(packs.iter().all(|name| name == "guard" || name.ends_with(".nl")), "{packs:?}");
        let texts = "return [...document.querySelectorAll('[data-language]')].map((text) => text.dataset.language)";
        let languages: Vec<String> = app.read(texts, []).await?;
        assert!(!languages.is_empty() && languages.iter().all(|code| code == "nl"), "{languages:?}");
        assert_eq!(app.count(".footer__contact").await?, 0, "nobody was named");
        Ok(())
    });
}

#[test]
fn our_own_house_has_no_contact_and_no_privacy_text() {
    Visitor::default().visit(async |app| {
        assert_eq!(app.text(".header__name").await?, ask("en").words.get(Word::SiteName).to_string());
        assert!(app.shows(".header__sprout").await?);
        assert_eq!(app.count(".footer__contact").await?, 0);
        app.go("#/about").await?;
        app.wait_for(".sources").await?;
        assert_eq!(app.count("[data-host-privacy], .contact").await?, 0);
        Ok(())
    });
}

#[test]
fn the_municipality_can_be_read_by_day_and_by_night_on_every_width() {
    municipality().visit(async |app| {
        let mut audit = Audit::of(app)?;
        for (name, place) in [("house-start", "#/"), ("house-about", "#/about"), ("house-device", "#/device")] {
            app.go(place).await?;
            app.wait_for_the_words().await?;
            for (light, width) in [(Light::Light, 1280), (Light::Dark, 360), (Light::Light, 320), (Light::Forced, 360)]
            {
                audit.look_so(name, light, width).await?;
            }
        }
        audit.assert_clean();
        Ok(())
    });
}

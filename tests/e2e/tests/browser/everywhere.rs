//! Every page for everyone: the same list of pages, looked at with each pair of language, colours, width and size of text,
//! zoomed in, spaced out, and without motion.

use anyhow::{Context, Result, ensure};
use e2e::{App, Audit, Light, Sight, sights, visit};

/// Looks at every `of`-th page, so that several browsers share the work.
fn look_at_every(of: usize, from: usize) {
    visit(async |app| {
        app.furnish().await?;
        let mut audit = Audit::of(app)?;
        for sight in sights().iter().skip(from).step_by(of) {
            app.go_to_sight(sight).await?;
            audit.look_at(&sight.at).await?;
        }
        audit.assert_clean();
        Ok(())
    });
}

#[test]
fn each_page_is_for_everyone_in_every_pair_of_looks_one() {
    look_at_every(4, 0);
}

#[test]
fn each_page_is_for_everyone_in_every_pair_of_looks_two() {
    look_at_every(4, 1);
}

#[test]
fn each_page_is_for_everyone_in_every_pair_of_looks_three() {
    look_at_every(4, 2);
}

#[test]
fn each_page_is_for_everyone_in_every_pair_of_looks_four() {
    look_at_every(4, 3);
}

/// Goes to every page and gathers what a test finds there.
async fn faults_on_each(app: &App, look: impl AsyncFn(&App, &Sight) -> Result<Vec<String>>) -> Result<()> {
    let mut faults = Vec::new();
    for sight in sights() {
        app.go_to_sight(&sight).await?;
        let found = look(app, &sight).await.with_context(|| sight.at.clone())?;
        faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", sight.at)));
    }
    ensure!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    Ok(())
}

/// WCAG 1.4.4 and 1.4.10: a window of 1280 px at 200 % and at 400 %, in which nothing may scroll sideways or be cut off.
#[test]
fn each_page_fits_when_zoomed_in_to_200_and_to_400_percent() {
    visit(async |app| {
        app.furnish().await?;
        faults_on_each(app, async |app, _| {
            let mut faults = Vec::new();
            for times in [2, 4] {
                app.zoom_in(times).await?;
                let found = app.layout_faults().await?;
                faults.extend(found.into_iter().map(|fault| format!("{times} times: {fault}")));
            }
            Ok(faults)
        })
        .await
    });
}

/// WCAG 1.4.12: readers may space the text out, and nothing may be lost; on top of that it may be as large as the page has it.
#[test]
fn on_each_page_text_may_be_spaced_out() {
    visit(async |app| {
        app.furnish().await?;
        app.space_text_out().await?;
        faults_on_each(app, async |app, _| {
            let mut faults = Vec::new();
            for (width, text) in [(320, 100), (320, 150), (1280, 150)] {
                app.look_in(Light::Light, width).await?;
                app.have_text_at(text).await?;
                let found = app.layout_faults().await?;
                faults.extend(found.into_iter().map(|fault| format!("{width} px, {text} %: {fault}")));
            }
            Ok(faults)
        })
        .await
    });
}

/// Motion only if wanted (WCAG 2.3.3): for who asks for less, nothing moves by itself and nothing glides.
#[test]
fn on_each_page_nothing_moves_for_who_wants_less_motion() {
    visit(async |app| {
        app.furnish().await?;
        app.look_in(Light::Light, 1280).await?;
        faults_on_each(app, async |app, _| app.read(include_str!("../../src/scripts/motion.js"), []).await).await
    });
}

/// An id that stands twice takes the label from one of the two, and axe-core does not see it.
#[test]
fn on_each_page_every_field_has_its_label_and_every_id_stands_once() {
    let faults = "const fields = all('main :is(input, select, textarea)').filter(({ labels }) => labels.length === 0); \
        const ids = all('[id]').map(({ id }) => id); \
        const twice = ids.filter((id, place) => ids.indexOf(id) !== place); \
        return [...fields.map((field) => `no label: ${field.outerHTML}`), ...twice.map((id) => `twice: ${id}`)]";
    visit(async |app| {
        app.furnish().await?;
        faults_on_each(app, async |app, _| app.read(faults, []).await).await
    });
}

/// WCAG 2.4.2 and 2.4.6: whoever has many tabs, or hears the page, knows where they are.
#[test]
fn each_page_has_a_title_of_its_own_and_one_heading_that_says_the_same() {
    visit(async |app| {
        app.furnish().await?;
        let mut titles: Vec<(String, String)> = Vec::new();
        for sight in sights() {
            app.go_to_sight(&sight).await?;
            let title = app.title().await?;
            ensure!(app.count("main h1").await? == 1, "{}: not one heading", sight.at);
            // What is chosen on a page is no other page, and what is asked about a condition goes by its name.
            let parts = ["#/form/", "#/l/", "/take/", "/buddy"];
            let page = parts
                .into_iter()
                .find(|part| sight.at.contains(part))
                .unwrap_or(&sight.at)
                .trim_end_matches('/')
                .to_owned();
            let other = titles.iter().find(|(known, other)| *known == title && *other != page);
            ensure!(other.is_none(), "{title} is the title of {page} and of {other:?}");
            titles.push((title, page));
        }
        Ok(())
    });
}

/// A page that is not on the list is looked at by nobody.
#[test]
fn every_address_of_the_app_is_on_the_list() {
    let source = include_str!("../../../../src/route.rs");
    let known = sights();
    let mut missing = Vec::new();
    for pattern in addresses(source) {
        if !known.iter().any(|sight| is_like(&sight.at, &pattern)) {
            missing.push(pattern);
        }
    }
    assert!(missing.is_empty(), "add these to sights() in tests/e2e/src/sights.rs: {missing:?}");
}

/// The addresses in the docs of every variant of `Route` and `Page`: each has to say where it is.
fn addresses(source: &str) -> Vec<String> {
    let variants = |name: &str| {
        let (_, body) = source.split_once(&format!("pub enum {name} {{")).expect("there is such an enum");
        body.split_once("\n}").expect("it ends").0.to_owned()
    };
    let mut found = Vec::new();
    for (name, before) in [("Route", ""), ("Page", "#/a/<id>/")] {
        let mut docs = String::new();
        for line in variants(name).lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(doc) = line.strip_prefix("///") {
                docs.push_str(doc);
                continue;
            }
            let told: Vec<&str> = docs.split('`').skip(1).step_by(2).collect();
            assert!(!told.is_empty() || line.starts_with("Unknown"), "{name}::{line} does not say its address");
            found.extend(told.iter().map(|told| before.to_owned() + told.trim_start_matches(".../")));
            docs.clear();
        }
    }
    // What every page of an assessment begins with.
    found.retain(|pattern| pattern.starts_with("#/") && !pattern.ends_with("..."));
    found
}

/// Whether an address has the parts of a pattern, in which `<...>` stands for any.
fn is_like(address: &str, pattern: &str) -> bool {
    let (address, pattern): (Vec<&str>, Vec<&str>) = (address.split('/').collect(), parts(pattern));
    let same = |(one, other): (&&str, &&str)| other.starts_with('<') || one == other;
    address.len() == pattern.len() && address.iter().zip(&pattern).all(same)
}

/// The parts of a pattern; what stands between `<` and `>` is one.
fn parts(pattern: &str) -> Vec<&str> {
    let mut open = false;
    let between = |sign: char| {
        open = (open || sign == '<') && sign != '>';
        sign == '/' && !open
    };
    pattern.split(between).collect()
}

#[test]
fn a_new_page_would_be_missed() {
    let source = "pub enum Route {\n    /// `#/`\n    Start,\n    /// `#/new/<what it is>`\n    New(Id),\n    /// Anything else.\n    Unknown,\n}\npub enum Page {\n    /// `.../situation`\n    Situation,\n}";
    assert_eq!(addresses(source), ["#/", "#/new/<what it is>", "#/a/<id>/situation"]);
    assert!(is_like("#/new/abc", "#/new/<what it is>") && !is_like("#/new", "#/new/<what it is>"));
}

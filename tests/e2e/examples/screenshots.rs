//! Takes the pictures of docs/screenshots: `cargo xtask screenshots`. The clock, the ids and what is on the device are fixed, so on one
//! machine the same site gives the same bytes.

use std::{env, fs, io::Cursor, path::Path, time::Duration};

use anyhow::{Context, Result};
use e2e::{App, Light, Visitor, sights};
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

/// One picture: a page, and how it is looked at.
struct Picture {
    name: &'static str,
    at: &'static str,
    language: &'static str,
    light: Light,
    width: u32,
}

const fn picture(name: &'static str, at: &'static str, language: &'static str, light: Light, width: u32) -> Picture {
    Picture { name, at, language, light, width }
}

/// Few, so that the repository stays small: each page once as most see it, and each way to look at one at least once.
const PICTURES: [Picture; 12] = [
    picture("start", "#/", "en", Light::Light, 1280),
    picture("start-nl-360-dark", "#/", "nl", Light::Dark, 360),
    picture("questions", "#/a/walk/questions/buddy", "en", Light::Light, 1280),
    picture("questions-nl-360", "#/a/walk/questions/buddy", "nl", Light::Light, 360),
    picture("guidance", "#/a/walk/guidance", "en", Light::Light, 1280),
    picture("guidance-nl-768-dark", "#/a/walk/guidance", "nl", Light::Dark, 768),
    picture("guidance-nl-360", "#/a/walk/guidance", "nl", Light::Light, 360),
    picture("plan", "#/a/walk/plan", "en", Light::Light, 1280),
    picture("plan-nl-360-dark", "#/a/walk/plan", "nl", Light::Dark, 360),
    picture("learn", "#/learn/conditions/buddy", "en", Light::Light, 1280),
    picture("learn-nl-360", "#/learn", "nl", Light::Light, 360),
    picture("report-nl-768", "#/a/walk/take/report", "nl", Light::Light, 768),
];

fn main() -> Result<()> {
    let folder = env::var_os("ROOM_PICTURES").context("remedy: cargo xtask screenshots")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    Visitor::default().whose_clock_stands_still().visit(async |app| {
        app.hide_what_scrolls().await?;
        // The first page as it is for who comes for the first time.
        let (first, later): (Vec<_>, Vec<_>) = PICTURES.iter().partition(|picture| picture.at == "#/");
        for picture in first {
            take(app, picture, "button[data-scope]", folder).await.with_context(|| picture.name)?;
        }
        app.furnish().await?;
        let sights = sights();
        for picture in later {
            let sight = sights.iter().find(|sight| sight.at == picture.at);
            let sight = sight.with_context(|| format!("{} is not on the list of sights", picture.at))?;
            take(app, picture, sight.shows, folder).await.with_context(|| picture.name)?;
        }
        Ok(())
    });
    Ok(())
}

async fn take(app: &App, picture: &Picture, shows: &str, folder: &Path) -> Result<()> {
    // So that each page begins at its top.
    app.go("#/topics").await?;
    app.look_in(picture.light, picture.width).await?;
    app.speak(picture.language).await?;
    // What the mouse is on looks otherwise.
    app.driver().action_chain().move_to(0, 0).perform().await?;
    app.go(picture.at).await?;
    app.wait_for(shows).await?;
    app.wait_for_the_words().await?;
    // The heading has the focus after a step.
    app.read::<()>("document.activeElement?.blur(); scrollTo(0, 0)", []).await?;
    // Nothing tells when a picture of the page would be the last one.
    tokio::time::sleep(SETTLED).await;
    let taken = app.driver().screenshot_as_png().await?;
    fs::write(folder.join(picture.name).with_extension("png"), smaller(&taken)?)?;
    Ok(())
}

/// How long a page stands before its picture is taken.
const SETTLED: Duration = Duration::from_millis(500);

/// The same picture in fewer bytes: browsers are in a hurry when they write one.
fn smaller(picture: &[u8]) -> Result<Vec<u8>> {
    let mut decoder = Decoder::new(Cursor::new(picture));
    decoder.set_transformations(Transformations::STRIP_16 | Transformations::EXPAND);
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("a picture that fits into memory")?];
    let info = reader.next_frame(&mut pixels)?;
    let channels = info.color_type.samples();
    // Without the channel for what shines through: nothing does.
    let opaque: Vec<u8> =
        pixels[..info.buffer_size()].chunks(channels).flat_map(|pixel| &pixel[..3]).copied().collect();
    let mut small = Vec::new();
    let mut encoder = Encoder::new(&mut small, info.width, info.height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&opaque)?;
    writer.finish()?;
    Ok(if small.len() < picture.len() { small } else { picture.to_vec() })
}

//! What the eye needs, and a figure can hold: one column that header, text and footer share.

use e2e::{Light, visit};

const EDGES: &str = "return ['.header__name', 'main h1', '.footer p'].map(it => Math.round(document.querySelector(it).getBoundingClientRect().left))";

#[test]
fn header_text_and_footer_begin_at_the_same_edge() {
    visit(async |app| {
        for width in [360, 768, 1280] {
            app.look_in(Light::Light, width).await?;
            for page in ["#/", "#/about", "#/device", "#/topics", "#/w"] {
                app.go(page).await?;

                let edges: Vec<i64> = app.read(EDGES, []).await?;
                assert!(edges.windows(2).all(|pair| pair[0] == pair[1]), "{page} at {width}: {edges:?}");
                // Where there is room, the column stands in the middle and not at the left.
                assert!(width < 1280 || edges[0] > 100, "{page} at {width} hangs at the left: {edges:?}");
            }
        }
        Ok(())
    });
}

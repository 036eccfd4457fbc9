//! An icon for each condition: our own drawings, one family. They stand beside the condition's name and never alone.
//!
//! Accessibility: decoration, so hidden from screen readers; drawn in the colour of the text, so also in forced colours
//! and in print.
use yew::prelude::*;

/// By condition: what is drawn, on a field of 24 by 24. A condition without a drawing has none. Here and not in the content: a
/// drawing is in no language, and stands on the page before any pack but the first.
const DRAWINGS: [(&str, &str); 12] = [
    (
        "buddy",
        "M2.5 20.5v-2.8a4.7 4.7 0 0 1 9.5 0v2.8M12 17.7a4.7 4.7 0 0 1 9.5 0v2.8M2.5 20.5h19M4.2 6.8a3 3 0 1 0 6 0a3 3 0 1 0-6 0zM13.8 6.8a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
    ),
    ("feedback", "M3 20.8V9.5A6.5 6.5 0 0 1 9.5 3h5a6.5 6.5 0 0 1 0 13.5H8zM9 13c0-4 2.1-6 6.3-6 0 4-2.1 6-6.3 6z"),
    ("flexibility", "M20.8 12.5A8.8 8.8 0 1 1 12 3.7M12 8v4.8l3.2 2.2M15.5 8.5c0-3.8 2-5.7 6-5.7 0 3.8-2 5.7-6 5.7z"),
    (
        "training",
        "M12 20.8c-2.2-1.5-5-2.2-9-2.2V8.8c4 0 6.8.7 9 2.2 2.2-1.5 5-2.2 9-2.2v9.8c-4 0-6.8.7-9 2.2zM12 20.8V7.5M12 7.5c0-3.6 2-5.3 6-5.3 0 3.6-2 5.3-6 5.3z",
    ),
    (
        "mistakes",
        "M6.5 2.8L3 6.3l3.5 3.5M3 6.3h11a7.2 7.2 0 0 1 0 14.4h-.5M3.2 20.8c0-4.3 2.2-6.5 6.6-6.5 0 4.3-2.2 6.5-6.6 6.5z",
    ),
    (
        "acceptance",
        "M2.5 6a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0zM9.7 6a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0zM16.9 6a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0zM2 12.3h20M5 12.3v8.4M19 12.3v8.4",
    ),
    (
        "task-fit",
        "M3 4.9l1.7 1.7 3.3-3.3M3 11.3l1.7 1.7 3.3-3.3M2.9 21.2c0-3.4 1.8-5.1 5.5-5.1 0 3.4-1.8 5.1-5.5 5.1zM12.5 5H21M12.5 11.6H21M12.5 18.8H21",
    ),
    (
        "three-way",
        "M9.4 5a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0zM2.6 17.5a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0zM16.2 17.5a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0zM8 6.2A8.4 8.4 0 0 0 4 12.6M16 6.2a8.4 8.4 0 0 1 4 6.4M9.3 20.6a8.4 8.4 0 0 0 5.4 0",
    ),
    ("openness", "M2.5 20.8h19M4 20.8V5a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v15.8M6 3l7.5 3.6v14.2M9.8 13v1.2"),
    (
        "means",
        "M8.5 11H18v7.8a2 2 0 0 1-2 2h-5.5a2 2 0 0 1-2-2zM8.5 18L3.4 11.2M1.8 12.5l3.3-2.7M11.3 11c0-10 10.5-10.5 10.5-1.5 0 3.8-1.2 6.2-3.8 7.3",
    ),
    (
        "growth",
        "M6 15h12l-1.2 5.8H7.2zM12 15V9M12 12c0-4.3-2.8-6.5-8.5-6.5 0 4.3 2.8 6.5 8.5 6.5zM12 9c0-4.3 2.8-6.5 8.5-6.5 0 4.3-2.8 6.5-8.5 6.5z",
    ),
    (
        "first-weeks",
        "M5 5h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM8 2.8v4M16 2.8v4M9 17.3c0-4.2 2.1-6.3 6.3-6.3 0 4.2-2.1 6.3-6.3 6.3z",
    ),
];

/// The icon of a condition.
pub fn icon(condition: &str) -> Html {
    match DRAWINGS.iter().find(|(id, _)| *id == condition) {
        Some((_, drawing)) => html! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={*drawing} /></svg>
        },
        None => Html::default(),
    }
}

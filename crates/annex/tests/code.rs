//! The code by which a camera takes over a link, as a camera sees it.

use std::path::Path;

use annex::code::draw;
use assessment::{Answer, Assessment, AssessmentId, Date, Level, Moment, ProfileQuestion, Scope};
use camera::Picture;
use exchange::{Code, Known, Link, link};

/// A usual address of a site; the end of a link comes behind it.
const SITE: &str = "https://groeiruimte.example.org/werkgevers/";

/// How far a module is spread, in modules: what is black and white at its edges is grey up to its middle.
const OUT_OF_FOCUS: f32 = 0.25;

/// The longest link that there is: all is answered, and some of it was added back.
fn longest_link() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let content = content_files::read(&folder).unwrap_or_else(|faults| panic!("content has faults: {faults:#?}"));
    let known = Known::from(&content.instrument().unwrap_or_else(|faults| panic!("model has faults: {faults:#?}")));
    let mut full = Assessment::begin(AssessmentId::new("k3x9"), known.instrument, Scope::Full, Moment(0));
    for &question in ProfileQuestion::ALL {
        full.choose(question, Some(question.options().len() - 1), Moment(0));
    }
    for (place, id) in known.practices.iter().enumerate() {
        full.answers.give(id.clone(), Answer::Level(Level::ALL[place % 4]), Moment(0));
        full.added_back.give(id.clone(), (), Moment(0));
    }
    let text = link::write(&Link::of(&full, Date(20_779), &known), &known).expect("its scope is known");
    [SITE, "#/l/", &text].concat()
}

/// The code as it stands on a screen, with so many dots for each module.
fn shown(code: &Code, dots: usize) -> Picture {
    let side = usize::from(code.side);
    let mut dark = vec![false; side * side];
    for row in code.dark.split('M').skip(1) {
        let numbers: Vec<usize> =
            row.split(|it: char| !it.is_ascii_digit()).map(|number| number.parse().expect("a whole number")).collect();
        let [x, y, length, 1, back] = numbers[..] else { panic!("{row} is no rectangle") };
        assert_eq!(back, x, "{row} goes back to where it began");
        dark[y * side + x..][..length].fill(true);
    }
    Picture::of_modules(side, dots, |x, y| dark[y * side + x])
}

#[test]
fn a_full_check_can_be_read_by_a_camera() {
    let link = longest_link();
    assert!(link.len() > SITE.len() + 50, "{link} is the longest there is");
    let code = draw(&link).expect("it fits");
    let screen = shown(&code, 6);
    let width = u32::from(code.side) * 6;
    assert!(width <= 320, "at 6 px for each module it is {width} px wide");
    assert_eq!(screen.codes(), [&*link], "as it stands");
    for times in [0.6, 1.37, 1.7, 2.3] {
        let seen = screen.scaled(times);
        assert_eq!(seen.codes(), [&*link], "{times} times as large");
        let blurred = seen.blurred(6.0 * times * OUT_OF_FOCUS);
        assert_eq!(blurred.codes(), [&*link], "{times} times as large and out of focus");
        assert_eq!(blurred.noisy(20.0).codes(), [&*link], "{times} times as large, out of focus and in little light");
    }
}

#[test]
fn around_a_code_it_is_light() {
    let code = draw("https://groeiruimte.example.org/").expect("it fits");
    // As many modules as the standard (ISO/IEC 18004) asks.
    let (quiet, side) = (4, usize::from(code.side));
    let rows = code.dark.split('M').skip(1).map(|row| row.split(['h', 'v', ' ']).map(str::parse::<usize>));
    let mut corner = (side, side);
    for mut row in rows {
        let mut next = || row.next().expect("three numbers").expect("whole numbers");
        let (x, y, length) = (next(), next(), next());
        assert!(x >= quiet && x + length <= side - quiet, "from {x} on {length} are dark, of {side}");
        assert!(y >= quiet && y < side - quiet, "row {y} of {side} is dark");
        corner = corner.min((x, y));
    }
    assert_eq!(corner, (quiet, quiet), "its first corner is dark");
}

#[test]
fn a_code_that_would_be_too_fine_is_not_drawn() {
    // Without the margins of the page and a bar to scroll with.
    let narrowest = 320 - 2 * 16 - 16;
    let code = draw(&"a".repeat(213)).expect("it just fits");
    assert!(u32::from(code.side) * 4 <= narrowest, "{} modules", code.side);
    assert_eq!(draw(&"a".repeat(214)), None);
}

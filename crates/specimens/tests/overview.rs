//! The overview of everything that is followed (bar F6). In a file of its own, so that nothing runs beside it.

use std::{
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use assessment::{Assessment, Date, Instrument, OverviewGroup, Record, View, overview};
use specimens::{ROUNDS, workplaces};

/// A Sunday in December 2026.
const TODAY: Date = Date(20_800);

fn instrument() -> Instrument {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let content = content_files::read(&folder).unwrap_or_else(|faults| panic!("content has faults: {faults:#?}"));
    content.instrument().unwrap_or_else(|faults| panic!("model has faults: {faults:#?}"))
}

/// The shortest of five, of the employers' latest views and those before them.
fn time(instrument: &Instrument, count: usize) -> Duration {
    let records = workplaces(instrument, count, TODAY);
    let views = records.iter().filter_map(Record::assessment);
    let views: Vec<&Assessment> = views.filter(|view| View::of(&view.profile) == View::Employer).collect();
    let rounds: Vec<_> = views.chunks(ROUNDS).map(|views| (views[ROUNDS - 1], Some(views[ROUNDS - 2]))).collect();
    let once = |_| {
        let started = Instant::now();
        let counted = black_box(overview(instrument, black_box(&rounds), OverviewGroup::All));
        assert_eq!(counted.map(|counted| counted.workplaces), Some(count));
        started.elapsed()
    };
    (0..5).map(once).min().unwrap_or_default()
}

/// Eight times as many take eight times as long, or some more for a fuller cache; if each were set against each, 64 times.
#[test]
fn the_overview_takes_as_much_longer_as_there_is_more() {
    let instrument = instrument();
    let (few, many) = (time(&instrument, 250), time(&instrument, 2_000));
    println!("the overview of 2,000 workplaces with {} rounds took {many:?}, of 250 it took {few:?}", 2_000 * ROUNDS);
    assert!(many < few * 24, "{many:?} against {few:?}");
    assert!(many < Duration::from_secs(2), "{many:?}");
}

//! What the core takes, native: `cargo bench -p assessment`. The first line is that of bar F7, for `cargo xtask bench`.

use std::{hint::black_box, path::Path, time::Instant};

use assessment::{
    Answer, Assessment, AssessmentId, Date, Instrument, Level, Moment, OverviewGroup, Record, Scope, Stage, View,
    guide, overview, save, tailor,
};
use divan::{Bencher, counter::ItemsCount};
use specimens::{ROUNDS, workplaces};

/// A Sunday in December 2026.
const TODAY: Date = Date(20_800);

/// How often the guidance is timed; the middle one counts.
const TIMES: usize = 1_001;

fn main() {
    let (instrument, full) = (instrument(), full());
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let started = Instant::now();
            black_box(guide(black_box(&instrument), black_box(&full)));
            started.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("bar F7: {:.4}", times[TIMES / 2]);
    divan::main();
}

fn instrument() -> Instrument {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let content = content_files::read(&folder).unwrap_or_else(|faults| panic!("content has faults: {faults:#?}"));
    content.instrument().unwrap_or_else(|faults| panic!("model has faults: {faults:#?}"))
}

/// A full check in which everything is asked and answered, at every level in turn: as much guidance as there can be.
fn full() -> Assessment {
    let instrument = instrument();
    let mut full = Assessment::begin(AssessmentId::new("full"), instrument.version, Scope::Full, Moment(0));
    full.profile.stage = Some(Stage::Ongoing);
    for (practice, level) in instrument.practices().zip(Level::ALL.into_iter().cycle()) {
        full.answers.give(practice.id.clone(), Answer::Level(level), Moment(1));
    }
    full
}

#[divan::bench]
fn guidance_of_a_full_assessment(bencher: Bencher) {
    let (instrument, full) = (instrument(), full());
    bencher.bench_local(|| guide(&instrument, black_box(&full)));
}

#[divan::bench]
fn tailoring(bencher: Bencher) {
    let (instrument, full) = (instrument(), full());
    bencher.bench_local(|| tailor(&instrument, black_box(&full)).len());
}

#[divan::bench(args = [20, 2_000])]
fn overview_of_workplaces(bencher: Bencher, count: usize) {
    let instrument = instrument();
    let records = workplaces(&instrument, count, TODAY);
    let views = records.iter().filter_map(Record::assessment);
    let views: Vec<&Assessment> = views.filter(|view| View::of(&view.profile) == View::Employer).collect();
    let rounds: Vec<_> = views.chunks(ROUNDS).map(|views| (views[ROUNDS - 1], Some(views[ROUNDS - 2]))).collect();
    bencher
        .counter(ItemsCount::new(count))
        .bench_local(|| overview(&instrument, black_box(&rounds), OverviewGroup::All));
}

#[divan::bench]
fn merging_two_copies(bencher: Bencher) {
    let (ours, mut theirs) = (full(), full());
    for practice in instrument().practices().step_by(2) {
        theirs.answers.give(practice.id.clone(), Answer::Level(Level::NotArranged), Moment(2));
    }
    bencher.with_inputs(|| ours.clone()).bench_local_values(|mut ours| {
        ours.merge(black_box(&theirs));
        ours
    });
}

#[divan::bench]
fn writing_a_record(bencher: Bencher) {
    let record = Record::Assessment(full());
    bencher.bench_local(|| save::write(black_box(&record)));
}

#[divan::bench]
fn opening_a_record(bencher: Bencher) {
    let bytes = save::write(&Record::Assessment(full())).expect("a record can be written");
    bencher.bench_local(|| save::read(black_box(&bytes)));
}

//! What is measured with has to be what is said of it, and something that the app takes.

use std::path::Path;

use assessment::{Assessment, Date, Instrument, Record, View, save};
use exchange::{Known, MOST_BYTES, MOST_RECORDS, read, write};
use specimens::{DAYS_BETWEEN, ROUNDS, workplaces};

/// A Sunday in December 2026.
const TODAY: Date = Date(20_800);

fn instrument() -> Instrument {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let content = content_files::read(&folder).unwrap_or_else(|faults| panic!("content has faults: {faults:#?}"));
    content.instrument().unwrap_or_else(|faults| panic!("model has faults: {faults:#?}"))
}

fn views(records: &[Record]) -> Vec<&Assessment> {
    records.iter().filter_map(Record::assessment).collect()
}

fn levels(view: &Assessment) -> usize {
    view.answers.iter().filter_map(|(_, answer)| answer.level()).map(|level| level.index()).sum()
}

#[test]
fn they_are_always_the_same_and_more_of_them_change_nothing_about_the_first() {
    let instrument = instrument();
    let few = workplaces(&instrument, 20, TODAY);
    assert!(few == workplaces(&instrument, 20, TODAY));
    assert!(few == workplaces(&instrument, 60, TODAY)[..few.len()]);
}

#[test]
fn each_has_three_rounds_90_days_apart_of_which_a_tenth_has_three_views() {
    let records = workplaces(&instrument(), 100, TODAY);
    for workplace in records.iter().filter_map(Record::workplace) {
        let days: Vec<Date> = workplace.rounds.iter().map(|(day, _)| *day).collect();
        assert_eq!(days.len(), ROUNDS);
        assert!(days.windows(2).all(|pair| pair[1].days_since(pair[0]) == i64::from(DAYS_BETWEEN)), "{days:?}");
        assert!(days[2] <= TODAY && TODAY.days_since(days[2]) < i64::from(DAYS_BETWEEN));
    }
    let of = |side| views(&records).into_iter().filter(|view| View::of(&view.profile) == side).count();
    assert_eq!([View::Employer, View::Practitioner, View::Buddy].map(of), [300, 30, 30]);
    let mut ids: Vec<_> = records.iter().map(Record::id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), records.len(), "each has an id of its own");
}

#[test]
fn they_move_up_a_little_and_have_what_real_ones_have() {
    let records = workplaces(&instrument(), 100, TODAY);
    let of_round = |place: usize| {
        let day = |view: &Assessment| view.part_of.value.as_ref().map(|part| part.round);
        let rounds = records.iter().filter_map(Record::workplace).filter_map(|it| it.rounds.iter().nth(place));
        let days: Vec<Date> = rounds.map(|(day, _)| *day).collect();
        let of = views(&records).into_iter().filter(|view| day(view).is_some_and(|day| days.contains(&day)));
        of.filter(|view| View::of(&view.profile) == View::Employer).map(levels).sum::<usize>()
    };
    let sums = [of_round(0), of_round(1), of_round(2)];
    assert!(sums[0] < sums[1] && sums[1] < sums[2] && sums[2] < sums[0] * 2, "{sums:?}");
    let open = views(&records).iter().filter(|view| view.plan.present().any(|(_, step)| step.is_open())).count();
    let away = records.iter().filter_map(Record::workplace).filter(|it| it.archived.value).count();
    assert!(open > 100 && (1..20).contains(&away), "{open} with open steps, {away} archived");
}

/// Two thousand of them are within what a file may hold, and come out of one as they went in.
#[test]
fn two_thousand_fit_into_the_store_and_into_a_file() {
    let instrument = instrument();
    let records = workplaces(&instrument, 2_000, TODAY);
    assert!(records.len() <= MOST_RECORDS, "{} records", records.len());
    let kept: Vec<Vec<u8>> = records.iter().map(|record| save::write(record).expect("it can be written")).collect();
    println!("{} records, {} bytes in the store", records.len(), kept.iter().map(Vec::len).sum::<usize>());
    let text = write(&records, TODAY.start());
    println!("{} bytes as a file, of at most {MOST_BYTES}", text.len());
    let opened = read(text.as_bytes(), &Known::from(&instrument)).expect("it is a file of ours");
    let in_order = |mut records: Vec<Record>| {
        records.sort_by_key(Record::id);
        records
    };
    assert!(in_order(opened.records) == in_order(records));
}

//! Records stand on sheets that copies share; from outside nothing of that is seen.

use std::{collections::BTreeMap, rc::Rc};

use assessment::{Assessment, AssessmentId, Moment, Record, RecordId, Scope};
use room_to_grow::records::Records;

fn begun(id: &str, at: u64) -> Rc<Record> {
    Rc::new(Assessment::begin(AssessmentId::new(id), 1, Scope::Quick, Moment(at)).into())
}

fn ids(changed: &[Rc<Record>]) -> Vec<RecordId> {
    changed.iter().map(|record| record.id()).collect()
}

/// Thousands of changes in any order, each set against an ordinary map; and the state before is as it was.
#[test]
fn whatever_comes_changes_and_goes_they_say_what_an_ordinary_map_says() {
    let (mut records, mut map) = (Records::default(), BTreeMap::<RecordId, Rc<Record>>::new());
    let (mut copy, mut earlier) = (records.clone(), map.clone());
    let mut chance = 1_u64;
    for turn in 0..6_000_u64 {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        let name = format!("r{:03}", (chance >> 20) % 700);
        let id = RecordId::new(&name);
        // At first more come than go; in the end nearly all go.
        let goes = chance % 10 < if turn < 4_000 { 2 } else { 8 };
        match (goes, chance % 3) {
            (true, _) => assert_eq!(records.remove(&id), map.remove(&id)),
            (false, 0) => {
                if let Some(record) = records.get_mut(&id) {
                    *record = begun(&name, turn);
                    map.insert(id.clone(), record.clone());
                }
            }
            (false, _) => {
                let record = begun(&name, turn);
                records.insert(id.clone(), record.clone());
                map.insert(id.clone(), record);
            }
        }
        assert_eq!(records.get(&id), map.get(&id));
        assert_eq!(records.is_empty(), map.is_empty());
        if turn % 40 == 0 {
            assert!(records.iter().eq(map.iter()), "turn {turn}");
            assert!(copy.iter().eq(earlier.iter()), "the copy is as it was, turn {turn}");
            let (changed, gone) = records.differences_from(&copy);
            let differs =
                |(id, record): &(&RecordId, &Rc<Record>)| earlier.get(*id).is_none_or(|old| !Rc::ptr_eq(old, record));
            let must: Vec<_> = map.iter().filter(differs).map(|(id, _)| id.clone()).collect();
            assert_eq!(ids(&changed), must, "turn {turn}");
            let must: Vec<_> = earlier.keys().filter(|id| !map.contains_key(*id)).cloned().collect();
            assert_eq!(gone, must, "turn {turn}");
            let anew: Records = map.iter().map(|(id, record)| (id.clone(), record.clone())).collect();
            assert!(anew == records && (records == copy) == (map == earlier), "turn {turn}");
            (copy, earlier) = (records.clone(), map.clone());
        }
    }
}

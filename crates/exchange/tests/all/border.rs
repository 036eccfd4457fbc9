//! What goes from the annex to the app and back comes over as it was.

use crate::support;

use assessment::save::{seal, unseal};
use exchange::{File, Known, LinkOffer, LinkRefusal, Offer, Refusal, open};
use support::{MADE, known, planned_backup};

fn comes_over(offer: Offer) {
    let bytes = seal(&offer).expect("every offer can be written");
    assert_eq!(unseal::<Offer>(&bytes), Ok(offer));
}

#[test]
fn what_is_known_comes_over() {
    let bytes = seal(&known()).expect("it can be written");
    assert_eq!(unseal::<Known>(&bytes), Ok(known()));
}

#[test]
fn what_a_file_offers_comes_over() {
    comes_over(Offer::Opened { made: Some(MADE), records: planned_backup().to_vec(), left: 3 });
    comes_over(Offer::NeedsPassphrase);
    comes_over(Offer::WrongPassphrase);
}

#[test]
fn every_refusal_comes_over() {
    let name = || "k3x9 › é".to_owned();
    for refusal in [
        Refusal::TooLarge { most: 40_000_000 },
        Refusal::TooMany { most: 10_000 },
        Refusal::Empty,
        Refusal::NotOurs,
        Refusal::CutOff,
        Refusal::Damaged,
        Refusal::Newer,
        Refusal::Twice(name()),
        Refusal::Unknown(name()),
        Refusal::Value { at: name() },
    ] {
        comes_over(Offer::from(refusal));
    }
}

#[test]
fn a_file_offers_what_it_holds() {
    let Ok(File::Plain(opened)) = open(include_bytes!("../golden/backup-2.json"), &known()) else {
        panic!("it is a file")
    };
    let expected = Offer::Opened { made: Some(MADE), records: planned_backup().to_vec(), left: 0 };
    assert_eq!(Offer::from(opened), expected);
    let Ok(File::Rescue(rescue)) = open(include_bytes!("../golden/rescue.json"), &known()) else { panic!("it is one") };
    assert!(matches!(Offer::from(rescue), Offer::Opened { records, left: 2, .. } if records.len() == 2));
}

#[test]
fn what_a_link_offers_comes_over() {
    let view = LinkOffer::View { made: assessment::Date(20_779), view: std::rc::Rc::new(support::quick_scan().into()) };
    let refused = [LinkRefusal::Newer, LinkRefusal::OtherQuestions, LinkRefusal::Damaged].map(LinkOffer::Refused);
    for offer in refused.into_iter().chain([view]) {
        let bytes = seal(&offer).expect("every offer can be written");
        assert_eq!(unseal::<LinkOffer>(&bytes), Ok(offer));
    }
}

//! One test per rule: what it warns about, and what is so like it and is left alone.

use crate::support::found;
use guard::Kind::{self, Contact, Diagnosis, Health, Medicine, Name};

fn warns(kind: Kind, notes: &[(&str, &str)]) {
    for (note, words) in notes {
        assert!(found(note).contains(&(kind, (*words).to_owned())), "{note}: {:?}", found(note));
    }
}

fn is_silent(notes: &[&str]) {
    for note in notes {
        assert_eq!(found(note), [], "{note}");
    }
}

#[test]
fn a_sure_word_counts_in_every_sentence() {
    warns(Diagnosis, &[("Autisme, vaste plek bij het raam", "Autisme"), ("ADHD so short tasks", "ADHD")]);
    warns(Medicine, &[("oxazepam in the evening", "oxazepam"), ("Seroquel, start om 10 uur", "Seroquel")]);
    warns(Health, &[("woensdag naar de psycholoog", "psycholoog"), ("relapse in February", "relapse")]);
}

#[test]
fn talk_in_general_takes_the_weight_from_a_word() {
    is_silent(&[
        "Wij vragen niet naar diagnoses.",
        "training over autisme voor alle leidinggevenden",
        "burn-outpreventie staat op de agenda",
        "course on depression and anxiety at work",
        "people with autism are welcome",
    ]);
    warns(Diagnosis, &[("Zij kwam na de training vertellen dat zij autisme heeft", "autisme")]);
}

#[test]
fn a_comma_ends_what_is_said_in_general() {
    warns(Diagnosis, &[("tourette, klanten kijken soms op", "tourette")]);
    is_silent(&["tourette bij klanten is geen reden om te schrikken"]);
}

#[test]
fn some_words_count_only_in_a_sentence_about_one_person() {
    warns(Health, &[("Zij was drie weken opgenomen", "opgenomen"), ("His treatment is on Monday", "treatment")]);
    is_silent(&["De video is donderdag opgenomen", "Treatment of the wood is done in hall C"]);
}

#[test]
fn a_note_that_leaves_out_he_or_she_is_about_one_person() {
    warns(Health, &[("Was drie weken opgenomen.", "opgenomen"), ("naar Ede, komt dan van de dokter", "dokter")]);
    is_silent(&["Was de video al opgenomen?", "Is the clinic on our route", "Has Friday's clinic round moved?"]);
}

#[test]
fn a_name_makes_the_sentence_about_one_person() {
    warns(Health, &[("Fatima goes to the clinic first", "clinic")]);
    is_silent(&["The van goes to the clinic first"]);
}

#[test]
fn beside_a_sentence_about_one_person_the_others_are_so_too() {
    warns(Health, &[("He starts late. Crisis at home.", "Crisis")]);
    is_silent(&["We start late. Crisis at the port."]);
}

#[test]
fn a_phrase_that_means_something_else_is_put_aside() {
    is_silent(&["Hij laadt de lithium-accu's op", "She opened the panic bar", "Depressief weer, weinig klanten"]);
    warns(Medicine, &[("Hij slikt lithium", "slikt lithium")]);
}

#[test]
fn abbreviations_that_are_words_too_count_in_capitals_only() {
    warns(Diagnosis, &[("Collega heeft ASS", "ASS"), ("she has ADD and loses track", "has ADD")]);
    is_silent(&["please add a line for the new shift"]);
}

#[test]
fn one_slip_of_the_keys_is_forgiven_in_a_long_word() {
    warns(Diagnosis, &[("een depresie in het voorjaar", "depresie"), ("Scizophrenia, stable", "Scizophrenia")]);
    is_silent(&["asperges steken in mei", "an artistic colleague", "meditatie in de pauze"]);
}

#[test]
fn compounds_and_endings_are_found() {
    warns(Diagnosis, &[("winterdepressie", "winterdepressie"), ("een dwangstoornis", "dwangstoornis")]);
    warns(Health, &[("kreeg een paniekaanval en ging hyperventileren", "hyperventileren")]);
    is_silent(&["een storing aan de pers", "het gazon is gehyperd"]);
}

#[test]
fn first_names_that_are_no_words_count_everywhere() {
    warns(Name, &[("ask yusuf which days", "yusuf"), ("Het gesprek was met Marieke.", "Marieke")]);
    is_silent(&["ask which days", "Het gesprek was met koffie."]);
}

#[test]
fn first_names_that_are_words_need_words_that_go_with_a_person() {
    warns(Name, &[("Wil wil liever op donderdag", "Wil"), ("mark is te snel", "mark"), ("Will's contract", "Will's")]);
    is_silent(&["Wil de collega liever vroeg beginnen", "Mark the pallets", "we will start in May", "roos en tulp"]);
}

#[test]
fn a_family_name_belongs_to_the_name() {
    warns(Name, &[("Gesprek met Tineke van Dalen gehad", "Tineke van Dalen"), ("Amy Baker-Jones", "Amy Baker-Jones")]);
    is_silent(&["Van Dalen Bouw BV doet de verbouwing"]);
}

#[test]
fn a_title_shows_a_name() {
    warns(Name, &[("mevr. De Vries komt", "mevr. De Vries"), ("ms. o'brien agrees", "ms. o'brien")]);
    is_silent(&["De mevrouw van de receptie", "We miss the bus", "Dr. Oetker levert morgen"]);
}

#[test]
fn initials_show_a_name() {
    warns(Name, &[("Gesproken met A.M. de Wit over het rooster", "A.M. de Wit"), ("J. Smith signs", "J. Smith")]);
    is_silent(&["Rijbewijs B. Daarna verder", "hall C. Masks are there"]);
}

#[test]
fn a_word_with_a_capital_beside_a_person_is_a_name() {
    warns(
        Name,
        &[("Buddy is Tjolle", "Tjolle"), ("spoke with Wrenna today", "Wrenna"), ("dus Wrenna zegt ja", "Wrenna")],
    );
    is_silent(&[
        "Buddy is dinsdag vrij",
        "spoke with Finance today",
        "Directie vindt dit goed",
        "we werken met Trello",
    ]);
}

#[test]
fn names_in_a_row_show_each_other() {
    warns(Name, &[("Emre, Daan en Roos", "Roos"), ("Grace and Fatima open up", "Grace")]);
    is_silent(&["tulp, iris en roos"]);
}

#[test]
fn rooms_firms_streets_and_sayings_are_no_people() {
    is_silent(&[
        "Vergaderzaal Anna is vrij",
        "Bakkerij Willem levert brood",
        "Harry's Kebab lends us a bike",
        "Marieke-lijst invullen",
        "omrijden via Jan van Galenstraat",
        "The franking machine called Betty sticks",
        "hier verdient Jan met de pet hetzelfde",
        "gesproken met Albert Heijn over de route",
        "De Merel is een groep. Merel is rustig.",
    ]);
    warns(Name, &[("Harry lends us a bike", "Harry"), ("Merel is rustig", "Merel")]);
}

#[test]
fn telephone_numbers_are_told_from_other_numbers() {
    warns(
        Contact,
        &[
            ("06-12345678 na de lunch", "06-12345678"),
            ("0031 6 98 76 54 32", "0031 6 98 76 54 32"),
            ("via (020) 123 45 67", "020) 123 45 67"),
            ("ring 020 7946 0345", "020 7946 0345"),
            ("bel 4960712", "4960712"),
        ],
    );
    is_silent(&[
        "order 0612345678",
        "op 01-09-2026 10.30 uur",
        "08.00-12.00 / 13.00-16.30",
        "4960712 stuks per jaar",
        "Article no. 20-7946-0012",
    ]);
}

#[test]
fn mail_addresses_are_found_however_they_are_written() {
    warns(
        Contact,
        &[
            ("naar s.tahiri@example.nl.", "s.tahiri@example.nl"),
            ("i.dejong(at)example.org", "i.dejong(at)example.org"),
            ("f.smit apenstaartje example punt nl", "f.smit apenstaartje example punt nl"),
            ("insta @bakker_bo", "@bakker_bo"),
        ],
    );
    is_silent(&["meet at ten", "@iedereen: morgen om 9 uur", "twee @ 5 euro", "look at uwv.nl"]);
}

#[test]
fn pages_about_one_person_are_found() {
    warns(Contact, &[("zie linkedin.com/in/sanne-1", "linkedin.com/in/sanne-1"), ("snap: lizzy_b", "snap: lizzy_b")]);
    is_silent(&["zie www.uwv.nl/loonkosten", "linkedin.com/company/uwv", "we post jobs on Facebook"]);
}

#[test]
fn homes_are_told_from_places_at_work() {
    warns(
        Contact,
        &[
            ("Lindelaan 14 in Ede", "Lindelaan 14"),
            ("Jansstraat 203-B", "Jansstraat 203"),
            ("at 22 Mill Street", "22 Mill Street"),
            ("adres 7311 GD", "7311 GD"),
            ("NW99 2AB", "NW99 2AB"),
            ("woont in de Havikstraat", "Havikstraat"),
        ],
    );
    is_silent(&[
        "wasstraat 2 is vrij",
        "Kerkstraat 5 minuten lopen",
        "In 2025 HR gevraagd",
        "gangpad 12",
        "2 Main tasks",
    ]);
}

#[test]
fn a_date_counts_with_a_word_for_birth() {
    warns(
        Contact,
        &[
            ("geboren op 14-03-1991", "14-03-1991"),
            ("DOB 14/03/1991", "14/03/1991"),
            ("geb. 2 september 1988", "2 september 1988"),
            ("born in 1988", "1988"),
        ],
    );
    is_silent(&["evaluatie op 14-03-2027", "born to do this", "start op 2 september 2026"]);
}

#[test]
fn citizens_numbers_and_accounts_are_found() {
    warns(
        Contact,
        &[
            ("123456782 doorgegeven", "123456782"),
            ("bsn 9999.90.019", "9999.90.019"),
            ("QQ 12 34 56 C", "QQ 12 34 56 C"),
            ("NL00 BANK 0123 4567 89", "NL00 BANK 0123 4567 89"),
        ],
    );
    is_silent(&["123456789 stuks", "order 123456782", "PO 4500123876 covers the chairs"]);
}

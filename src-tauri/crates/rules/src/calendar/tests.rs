use super::*;

fn shipped() -> Calendar {
    Calendar::from_toml(include_str!("../../../../../assets/calendars/cn.toml")).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn the_standard_vectors_hold_counting_from_the_next_day() {
    let calendar = shipped();
    for (start, expected) in [
        (
            "2024-09-27",
            ["2024-10-12", "2024-10-23", "2024-10-30", "2024-11-27"],
        ),
        (
            "2025-01-20",
            ["2025-02-05", "2025-02-14", "2025-02-21", "2025-03-21"],
        ),
        (
            "2025-04-29",
            ["2025-05-13", "2025-05-23", "2025-05-30", "2025-06-30"],
        ),
        (
            "2025-09-26",
            ["2025-10-13", "2025-10-23", "2025-10-30", "2025-11-27"],
        ),
        (
            "2026-01-05",
            ["2026-01-14", "2026-01-26", "2026-02-02", "2026-03-06"],
        ),
        (
            "2026-02-10",
            ["2026-02-26", "2026-03-09", "2026-03-16", "2026-04-14"],
        ),
    ] {
        for (n, end) in [7, 15, 20, 40].into_iter().zip(expected) {
            assert_eq!(
                calendar.add_working_days(day(start), n),
                Ok(day(end)),
                "{start}+{n}"
            );
            assert_eq!(
                calendar.working_days_between(day(start), day(end)),
                Ok(i64::from(n))
            );
            assert_eq!(
                calendar.working_days_between(day(end), day(start)),
                Ok(-i64::from(n))
            );
        }
    }
}

#[test]
fn a_make_up_saturday_is_worked_and_a_holiday_is_not() {
    let calendar = shipped();
    assert_eq!(calendar.is_working_day(day("2024-10-12")), Ok(true));
    assert_eq!(calendar.is_working_day(day("2024-10-07")), Ok(false));
    assert_eq!(calendar.is_working_day(day("2024-10-19")), Ok(false));
}

#[test]
fn a_year_that_is_not_announced_or_incomplete_is_unknown_and_never_guessed() {
    let calendar = shipped();
    assert_eq!(
        calendar.is_working_day(day("2027-03-01")),
        Err(UnknownYear { year: 2027 })
    );
    assert_eq!(
        calendar.is_working_day(day("2008-03-03")),
        Err(UnknownYear { year: 2008 })
    );
    assert_eq!(
        calendar.add_working_days(day("2026-12-25"), 20),
        Err(UnknownYear { year: 2027 })
    );
    assert_eq!(
        calendar.working_days_between(day("2006-12-01"), day("2009-02-01")),
        Err(UnknownYear { year: 2006 })
    );
}

#[test]
fn a_broken_calendar_file_names_its_year_and_day() {
    let head = "id = \"x\"\ntitle = \"x\"\nsource = \"x\"\n[[year]]\nyear = 2024\n";
    let bad = Calendar::from_toml(&format!("{head}off = [\"2024-02-30\"]")).unwrap_err();
    assert_eq!(
        bad,
        CalendarError::Day {
            year: 2024,
            text: "2024-02-30".into()
        }
    );
    let twice = format!("{head}off = [\"2024-02-10/2024-02-12\"]\nwork = [\"2024-02-11\"]");
    assert_eq!(
        Calendar::from_toml(&twice).unwrap_err(),
        CalendarError::Twice {
            year: 2024,
            day: day("2024-02-11")
        }
    );
    assert!(matches!(
        Calendar::from_toml("nonsense = 1"),
        Err(CalendarError::Syntax(_))
    ));
}

use crate::support::*;
use desk_store::{Library, OpKind, StoreError};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Act {
    Append(u8),
    InsertAfter(u8),
    Edit(u8, u8),
    Delete(u8),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (1..4u8).prop_map(Act::Append),
        any::<u8>().prop_map(Act::InsertAfter),
        (any::<u8>(), any::<u8>()).prop_map(|(at, to)| Act::Edit(at, to)),
        any::<u8>().prop_map(Act::Delete),
        Just(Act::Undo),
        Just(Act::Redo),
    ]
}

fn perform(library: &mut Library, id: desk_model::CatalogueId, act: &Act) {
    let rows = entries(library, id);
    let pick = |at: u8| rows.get(usize::from(at) % rows.len().max(1)).copied();
    match act {
        Act::Append(count) => append(library, id, &["甲", "乙", "丙"][..usize::from(*count)]),
        Act::InsertAfter(at) => {
            let after = pick(*at);
            let work = |tx: &mut desk_store::Tx<'_>| tx.entries().insert(id, after, &payload("新"), "新");
            library
                .transact::<_, StoreError>(&OpKind::new("entry_insert"), AT, work)
                .unwrap();
        }
        Act::Edit(at, to) => {
            if let Some(entry) = pick(*at) {
                edit(library, entry, &to.to_string());
            }
        }
        Act::Delete(at) => {
            if let Some(entry) = pick(*at) {
                let work = |tx: &mut desk_store::Tx<'_>| tx.entries().delete(&[entry]);
                library
                    .transact::<_, StoreError>(&OpKind::new("entry_delete"), AT, work)
                    .unwrap();
            }
        }
        Act::Undo => drop(library.undo(AT).unwrap()),
        Act::Redo => drop(library.redo(AT).unwrap()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_is_the_start_and_redoing_everything_the_end(acts in prop::collection::vec(act(), 1..25)) {
        let (_folder, _path, mut library) = fresh();
        let id = catalogue(&mut library, "低保");
        for act in &acts {
            perform(&mut library, id, act);
        }
        while library.redo(AT).unwrap().is_some() {}
        let mut way_back = vec![dump(&library)];
        while library.undo(AT).unwrap().is_some() {
            way_back.push(dump(&library));
        }
        prop_assert_eq!(way_back.pop(), Some(Vec::new()));
        while library.redo(AT).unwrap().is_some() {
            prop_assert_eq!(Some(dump(&library)), way_back.pop());
        }
        prop_assert!(way_back.is_empty());
        library.verify_chain().unwrap();
    }
}

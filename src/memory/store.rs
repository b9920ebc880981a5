//! The kept lines as a whole: read what can be read, set aside and name what cannot.

use super::Sent;
use super::sent::Damage;

/// A kept line with the key that it stands under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The key, which never changes.
    pub key: String,
    /// The invitation.
    pub sent: Sent,
}

/// A line that cannot be read; it stays where it is until the user decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The key that it stands under.
    pub key: String,
    /// What is wrong with it.
    pub damage: Damage,
}

/// Everything that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Store {
    /// What was sent, oldest first.
    pub kept: Vec<Kept>,
    /// What could not be read.
    pub set_aside: Vec<SetAside>,
}

impl Store {
    /// Reads keys and lines in any order.
    pub fn read<'l>(lines: impl IntoIterator<Item = (&'l str, &'l str)>) -> Self {
        let mut out = Self::default();
        for (key, line) in lines {
            let key = key.to_owned();
            match Sent::decode(line) {
                Ok(sent) => out.kept.push(Kept { key, sent }),
                Err(damage) => out.set_aside.push(SetAside { key, damage }),
            }
        }
        out.kept.sort_unstable_by(|one, other| (one.sent.day, &one.key).cmp(&(other.sent.day, &other.key)));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_damaged_line_harms_no_other() {
        let lines = [
            ("sent:b", "1\t2026-11-22\tnote\t\twaiting\t\t"),
            ("sent:c", "1\t2026-11-22\tno"),
            ("sent:a", "1\t2026-11-22\tbare\t\taccepted\tAda\t"),
            ("sent:d", "1\t2025-11-22\tnote\t\twaiting\t\t"),
            ("sent:e", "9\tfrom the future"),
        ];
        let store = Store::read(lines);
        assert_eq!(store.kept.iter().map(|kept| kept.key.as_str()).collect::<Vec<_>>(), ["sent:d", "sent:a", "sent:b"]);
        assert_eq!(
            store.set_aside,
            [SetAside { key: "sent:c".into(), damage: Damage::Form }, SetAside { key: "sent:e".into(), damage: Damage::Newer }]
        );
        assert_eq!(Store::read([]), Store::default());
    }
}

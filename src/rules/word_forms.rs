//! Other forms of an English word: of a verb by its table, of a noun by rule; and whether "a" or "an" goes before it.

use crate::lexicon;
use crate::text::{Lang, case};

/// The list of verbs, `base=base s past participle ing`.
const VERBS: &str = "verb-forms";

/// The form of a word that a section of phrases calls for: `base`, `s`, `past`, `participle`, `ing`, `plural`, `singular`.
pub(super) fn form(lang: Lang, word: &str, form: &str) -> Option<String> {
    let lower = case::to_lower(word);
    let place = match form {
        "plural" => return Some(plural(&lower)),
        "singular" => return Some(singular(&lower)),
        "base" => 0,
        "s" => 1,
        "past" => 2,
        "participle" => 3,
        "ing" => 4,
        _ => return None,
    };
    let verb = lexicon::meanings(Some(lang), VERBS).find(|forms| forms.split(' ').any(|known| known == lower))?;
    verb.split(' ').nth(place).filter(|right| *right != lower).map(Into::into)
}

fn plural(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        return format!("{stem}ies");
    }
    match noun {
        "person" => "people".into(),
        _ if noun.ends_with("man") => format!("{}men", noun.strip_suffix("man").unwrap_or_default()),
        _ if noun.ends_with(['s', 'x']) || noun.ends_with("ch") || noun.ends_with("sh") => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

fn singular(noun: &str) -> String {
    let hisses = |stem: &&str| stem.ends_with(['s', 'x']) || stem.ends_with("ch") || stem.ends_with("sh");
    if let Some(stem) = noun.strip_suffix("ies") {
        return format!("{stem}y");
    }
    noun.strip_suffix("es").filter(hisses).or_else(|| noun.strip_suffix('s')).unwrap_or(noun).into()
}

/// Short words in capitals that are spelt out, and start with the sound of a vowel: "an HR team".
const SPELT_OUT: &[&str] =
    &["AI", "API", "EU", "FMCG", "HGV", "HR", "IT", "LLC", "LLM", "MBA", "MD", "MP", "MSc", "NGO", "NHS", "RN", "SEO", "SME", "XR"];

/// Starts of words with a vowel that sounds like "you" or "one".
const NO_VOWEL: &[&str] = &["eu", "ewe", "once", "one", "oui", "ouija"];

/// Starts of words whose "h" is silent, and of those of which some make it so.
const SILENT: &[&str] = &["heir", "honest", "honor", "honour", "hour"];
const PERHAPS_SILENT: &[&str] = &["habit", "herb", "hero", "hist", "hotel"];

/// Starts of words with a short "u".
const SHORT_U: &[&str] = &[
    "ug", "ul", "um", "unb", "unc", "und", "unex", "unf", "unh", "unl", "unm", "unn", "unp", "unr", "uns", "unt", "unu", "up", "urb",
    "urg", "ush", "utt",
];

/// Whether "an" goes before a word; nothing where ears differ ("a herb", "an SQL").
pub(super) fn takes_an(word: &str) -> Option<bool> {
    if SPELT_OUT.contains(&word) {
        return Some(true);
    }
    if word.len() < 2 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let starts = |list: &[&str]| list.iter().any(|start| word.starts_with(start));
    match word.bytes().next()? {
        b'a' | b'i' => Some(true),
        b'e' | b'o' => Some(!starts(NO_VOWEL)),
        b'u' => starts(SHORT_U).then_some(true),
        b'h' if starts(SILENT) => Some(true),
        b'h' if starts(PERHAPS_SILENT) => None,
        b'y' => None,
        _ => Some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::{form, takes_an};
    use crate::text::Lang;

    #[test]
    fn forms_of_verbs_and_nouns() {
        let of = |word, which| form(Lang::En, word, which);
        assert_eq!(of("met", "base").as_deref(), Some("meet"));
        assert_eq!(of("connect", "ing").as_deref(), Some("connecting"));
        assert_eq!(of("went", "participle").as_deref(), Some("gone"));
        assert_eq!(of("company", "plural").as_deref(), Some("companies"));
        assert_eq!(of("branches", "singular").as_deref(), Some("branch"));
        assert_eq!(of("loom", "ing"), None);
    }

    #[test]
    fn the_article_goes_by_the_sound() {
        for (words, an) in [
            (["engineer", "hour", "urgent", "HR", "onion"], Some(true)),
            (["loom", "european", "once", "house", "ouija"], Some(false)),
            (["user", "hotel", "NATO", "x", "Oslo"], None),
        ] {
            for word in words {
                assert_eq!(takes_an(word), an, "{word}");
            }
        }
    }
}

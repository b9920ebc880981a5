//! One form of a word for comparing: lower case, plain Latin letters, straight apostrophes.

use super::case::lower;

/// Appends the folded form of `c`: lower case, without the accents of European languages.
pub fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    match lower(c) {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => out.push('a'),
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => out.push('c'),
        'ď' | 'đ' | 'ð' => out.push('d'),
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ĕ' => out.push('e'),
        'ğ' | 'ģ' | 'ĝ' | 'ġ' => out.push('g'),
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' | 'ĭ' => out.push('i'),
        'ķ' => out.push('k'),
        'ł' | 'ľ' | 'ļ' | 'ĺ' => out.push('l'),
        'ñ' | 'ń' | 'ň' | 'ņ' => out.push('n'),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => out.push('o'),
        'ŕ' | 'ř' => out.push('r'),
        'ś' | 'š' | 'ş' | 'ș' | 'ŝ' => out.push('s'),
        'ß' => out.push_str("ss"),
        'ť' | 'ţ' | 'ț' => out.push('t'),
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => out.push('u'),
        'ý' | 'ÿ' => out.push('y'),
        'ź' | 'ž' | 'ż' => out.push('z'),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        '’' | '‘' | '´' | 'ʼ' | '`' => out.push('\''),
        // Combining marks (decomposed accents) say nothing that a comparison needs.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' => {}
        other => out.push(other),
    }
}

/// Appends the folded form of a text.
pub fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let start = out.len();
        out.push_str(text);
        out.get_mut(start..).into_iter().for_each(str::make_ascii_lowercase);
    } else {
        text.chars().for_each(|c| fold_char(c, out));
    }
}

/// The folded form of a whole text.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_case_and_apostrophes_do_not_matter() {
        assert_eq!(fold("J’AIMERAIS Straße Łódź"), "j'aimerais strasse lodz");
        assert_eq!(fold("e\u{301}tude"), "etude");
    }
}

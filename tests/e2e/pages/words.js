// @ts-check
// What LinkedIn's page says around an invitation, in our own words, in seven languages. Nothing may be found by them.

/**
 * @typedef {object} Words
 * @property {string} name of the member who is invited
 * @property {string} slug of that member's profile, as addresses have it
 * @property {string} other another member on the same page
 * @property {(name: string) => string} invite the label of Connect
 * @property {string} title
 * @property {[string, string]} ask what stands before and after the name
 * @property {string} add
 * @property {string} skip
 * @property {string} label with a limit that is not the account's
 * @property {(left: string) => string} banner
 * @property {string} cancel
 * @property {string} send
 * @property {string} digits of the language's own script
 */

const ASCII = '0123456789';

/** @type {Record<string, Words>} */
export const WORDS = {
  en: {
    name: 'Ada Lovelace', slug: 'ada-lovelace', other: 'Grace Hopper', invite: (name) => `Invite ${name} to connect`,
    title: 'Add a note?', ask: ['Tell ', ' why you would like to connect.'], add: 'Add a note', skip: 'Send without a note',
    label: 'At most 300 characters, please.', banner: (left) => `${left} notes remaining this month.`, cancel: 'Cancel', send: 'Send', digits: ASCII,
  },
  de: {
    name: 'Jürgen Groß', slug: 'juergen-gross', other: 'Änne Weiß', invite: (name) => `${name} als Kontakt einladen`,
    title: 'Nachricht hinzufügen?', ask: ['Schreiben Sie ', ', warum Sie sich vernetzen möchten.'], add: 'Nachricht hinzufügen', skip: 'Ohne Nachricht senden',
    label: 'Bitte höchstens 300 Zeichen.', banner: (left) => `Diesen Monat noch ${left} Nachrichten.`, cancel: 'Abbrechen', send: 'Senden', digits: ASCII,
  },
  pl: {
    name: 'Łucja Żak', slug: 'lucja-zak', other: 'Święta Góra', invite: (name) => `Zaproś użytkownika ${name} do kontaktu`,
    title: 'Dodać notatkę?', ask: ['Napisz do ', ', skąd to zaproszenie.'], add: 'Dodaj notatkę', skip: 'Wyślij bez notatki',
    label: 'Najwyżej 300 znaków.', banner: (left) => `Zostało notatek w tym miesiącu: ${left}.`, cancel: 'Anuluj', send: 'Wyślij', digits: ASCII,
  },
  tr: {
    name: 'Çağla İnce', slug: 'çağla-ince', other: 'Işıl Öz', invite: (name) => `${name} adlı kişiyi davet et`,
    title: 'Not eklensin mi?', ask: ['', ' için kısa bir not yazın.'], add: 'Not ekle', skip: 'Notsuz gönder',
    label: 'En çok 300 karakter.', banner: (left) => `Bu ay ${left} not hakkınız var.`, cancel: 'Vazgeç', send: 'Gönder', digits: ASCII,
  },
  ar: {
    name: 'ليلى حداد', slug: 'layla-haddad', other: 'نور سالم', invite: (name) => `دعوة ‏${name}‏ للتواصل`,
    title: 'هل تضيف ملاحظة؟', ask: ['اكتب إلى ', ' سبب الدعوة.'], add: 'إضافة ملاحظة', skip: 'إرسال دون ملاحظة',
    label: 'الحد الأقصى 300 حرف.', banner: (left) => `بقي لك ${left} ملاحظات هذا الشهر.`, cancel: 'إلغاء', send: 'إرسال', digits: '٠١٢٣٤٥٦٧٨٩',
  },
  ja: {
    name: '佐藤 葵', slug: 'aoi-sato', other: '鈴木 蓮', invite: (name) => `${name}さんを招待`,
    title: 'メモを付けますか', ask: ['', 'さんに理由を書きましょう。'], add: 'メモを追加', skip: 'メモなしで送る',
    label: '300文字まで。', banner: (left) => `今月はあと${left}件です。`, cancel: 'やめる', send: '送る', digits: ASCII,
  },
  zh: {
    name: '王芳', slug: 'wang-fang', other: '李娜', invite: (name) => `邀请${name}加为好友`,
    title: '要写备注吗？', ask: ['告诉', '你为什么想加好友。'], add: '写备注', skip: '不写备注',
    label: '最多300个字。', banner: (left) => `本月还剩${left}次。`, cancel: '取消', send: '发出', digits: ASCII,
  },
};

/** @param {Words} words @param {number} number */
export const inDigits = (words, number) => String(number).replace(/\d/g, (digit) => words.digits[Number(digit)] ?? digit);

// @ts-check
// The playground: rebuilt dialogs, the extension's own content script on them, and notes to try.
import { closeDialog, openDialog } from './dialog.js';
import { loadConnote } from './load.js';

/** @type {Record<string, string>} */
const SAMPLES = {
  'A good note': 'Hi Mina, your talk on queue design at RustFest changed how we drain ours. I run a small team on the same problem in Lagos. Would you be open to connecting?',
  'The default': "I'd like to add you to my professional network on LinkedIn.",
  'A pitch': 'Hi Mina, we help companies like yours cut cloud costs by 40%!! Book a quick 15 min call: https://calendly.com/acme/intro. Limited offer this week only.',
  'A plea': 'Dear Sir/Madam, I am desperately looking for a job. Please please help me, I will be grateful for any opportunity you have. Kindly check my profile and refer me.',
  'A template': 'Hi [First Name], I came across your profile and was impressed by your background at {company}. I would love to pick your brain.',
  'Too long': 'Hi Mina, I have been following your writing for quite some time now and I must say that basically every single article has been a source of inspiration to me and to my colleagues here at the office. I just wanted to reach out to introduce myself, tell you about my journey so far, and see if there could perhaps be synergies.',
};

const form = /** @type {HTMLFormElement} */ (document.querySelector('#options'));
const status = /** @type {HTMLElement} */ (document.querySelector('#status'));
const consent = /** @type {HTMLInputElement} */ (document.querySelector('#consent'));
const onLinkedIn = location.hostname === 'www.linkedin.com';
const { storage } = /** @type {any} */ (globalThis).chrome ?? {};

/** @param {string} [text] what the box holds */
function open(text = '') {
  const chosen = Object.fromEntries(new FormData(form));
  document.documentElement.dataset.theme = String(chosen.theme);
  status.textContent = '';
  openDialog(/** @type {import('./dialog.js').Options} */ ({ ...chosen, limit: Number(chosen.limit), step: Number(chosen.step), text, trap: false, onSend: sent }));
}

function sent() {
  status.textContent = 'Nothing was sent: this is a playground.';
}

function addSamples() {
  const place = /** @type {HTMLElement} */ (document.querySelector('#samples'));
  for (const [name, text] of Object.entries(SAMPLES)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', () => {
      /** @type {HTMLSelectElement} */ (form.elements.namedItem('step')).value = '2';
      open(text);
    });
    place.append(button);
  }
}

/** On by default here; with the extension itself, its own switch decides. */
async function followConsent() {
  if (onLinkedIn) {
    consent.closest('label')?.remove();
    return;
  }
  const { settings } = await storage.local.get('settings');
  consent.checked = settings?.consent !== 'off';
  const save = () => storage.local.set({ settings: { version: 1, consent: consent.checked ? 'page' : 'off' } });
  consent.addEventListener('change', save);
  await save();
}

addSamples();
form.addEventListener('change', () => open());
form.addEventListener('submit', (event) => event.preventDefault());
document.querySelector('#reset')?.addEventListener('click', () => open());
document.addEventListener('keydown', ({ key }) => key === 'Escape' && closeDialog());
addEventListener('message', ({ origin, data }) => origin === location.origin && typeof data?.sent === 'string' && sent());
await followConsent();
await loadConnote();
open(SAMPLES['A pitch']);

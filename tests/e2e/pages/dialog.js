// Opens the rebuilt dialog that the query asks for; `mount=react` is the one on the real React.
const query = new URLSearchParams(location.search);
const mount = query.get('mount') ?? 'light';

async function open() {
  if (mount === 'react') {
    await import('/fixtures/react.js');
    return;
  }
  const { openDialog } = await import('/playground/dialog.js');
  document.documentElement.dataset.opened = String(performance.now());
  openDialog({
    mount,
    limit: Number(query.get('limit') ?? 200),
    step: Number(query.get('step') ?? 2),
    recipient: query.get('recipient') ?? 'Ada Lovelace',
    box: query.get('box') ?? 'textarea',
    theme: query.get('theme') ?? 'light',
    text: query.get('text') ?? '',
    remount: query.has('remount'),
    lang: query.get('lang') ?? 'en',
  });
}

// With `wait`, the dialog opens on a click, as on a profile.
if (query.has('wait')) document.querySelector('h1').addEventListener('click', open);
else await open();

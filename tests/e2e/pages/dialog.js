// Opens the rebuilt dialog that the query asks for; `mount=react` is the one on the real React.
const query = new URLSearchParams(location.search);
const mount = query.get('mount') ?? 'light';

if (mount === 'react') {
  await import('/fixtures/react.js');
} else {
  const { openDialog } = await import('/playground/dialog.js');
  openDialog({
    mount,
    limit: Number(query.get('limit') ?? 200),
    step: Number(query.get('step') ?? 2),
    recipient: query.get('recipient') ?? 'Ada Lovelace',
    box: query.get('box') ?? 'textarea',
    theme: query.get('theme') ?? 'light',
    remount: query.has('remount'),
    lang: query.get('lang') ?? 'en',
  });
}

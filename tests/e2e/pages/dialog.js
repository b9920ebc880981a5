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
    step: query.get('step') ?? 'note',
    recipient: query.get('recipient') ?? 'Ada Lovelace',
    lang: query.get('lang') ?? 'en',
  });
}

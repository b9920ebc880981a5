// Starts the page that `<body data-page>` names, through `start(page: string, port: MessagePort | undefined)` of the wasm.
// Only the panel has a port; it is awaited here, for it may come before the wasm is ready.
import init, { start } from './connote.js';

const { page } = document.body.dataset;
const port = page === 'panel' ? new Promise((resolve) => addEventListener('message', ({ data, ports }) =>
  data?.connote === 1 && ports[0] && resolve(ports[0]))) : undefined;

Promise.all([port, init()]).then(([given]) => start(page, given)).catch(async (error) => {
  console.error('Connote could not start:', error);
  document.getElementById('broken').hidden = false;
  (await port)?.close();
});

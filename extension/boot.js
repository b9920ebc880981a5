// Starts the page that `<body data-page>` names, through `start(page: string, port: MessagePort | undefined)` of the wasm
// module that has it. Only the panel has a port; it is awaited here, for it may come before the wasm is ready.
const { page } = document.body.dataset;
const port = page === 'panel' ? new Promise((resolve) => addEventListener('message', ({ data, ports }) =>
  data?.connote === 1 && ports[0] && resolve(ports[0]))) : undefined;
const module = ['panel', 'popup'].includes(page) ? import('./connote.js') : import('./options.js');

Promise.all([module, port, module.then((loaded) => loaded.default())]).then(([loaded, given]) => loaded.start(page, given)).catch(async (error) => {
  console.error('Connote could not start:', error);
  const broken = document.getElementById('broken');
  broken.textContent = globalThis.chrome?.i18n?.getMessage('broken') || broken.textContent;
  broken.hidden = false;
  (await port)?.close();
});

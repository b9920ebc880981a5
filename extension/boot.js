// Starts the page that `<body data-page>` names, through `start(page: string, port?: MessagePort, aside?: Function)` of the wasm
// module that has it. Only the panel has a port; it is awaited here, for it may come before the wasm is ready.
const { page } = document.body.dataset;
const hand = page === 'panel' ? new Promise((resolve) => addEventListener('message', ({ data, ports }) =>
  data?.connote === 1 && ports[0] && resolve({ port: ports[0], remembers: data.remembers === true }))) : { remembers: page === 'popup' };
// The module is read beside its script, not after it.
const [wasm, module] = ['panel', 'popup'].includes(page) ? [fetch('connote_bg.wasm'), import('./connote.js')] : [fetch('options_bg.wasm'), import('./options.js')];
Promise.all([module, hand, module.then((loaded) => loaded.default({ module_or_path: wasm }))]).then(([loaded, { port, remembers }]) =>
  loaded.start(page, port, remembers ? (...note) => import('./recall.js').then(({ tell }) => tell(page, port, ...note)) : undefined)).catch(async (error) => {
  console.error('Connote could not start:', error);
  const broken = document.getElementById('broken');
  broken.textContent = globalThis.chrome?.i18n?.getMessage('broken') || broken.textContent;
  broken.hidden = false;
  (await hand).port?.close();
});

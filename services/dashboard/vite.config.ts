import { defineConfig } from 'vite';

/** `vite services/dashboard` serves the page while it is being written, over an API that runs already. */
const API = process.env.CHISO_URL ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2023',
    emptyOutDir: true,
    // What a file is called says what is in it, so that it can be kept for good; fonts and images are files too.
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': API, '/docs': API } },
});

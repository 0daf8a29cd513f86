import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// Tests that build the app run with NODE_ENV=test, which would build React for development.
process.env.NODE_ENV = 'production';

/** The web app: built once into dist/web, served by src/api with a strict content security policy (so nothing is inlined). */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});

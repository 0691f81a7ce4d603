import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      // They read files that lie beside them and start threads, so the server's bundle leaves them where they are.
      external: isSsrBuild ? /^#(?:lint|search|app\/domain\/meetings\/grouping)\/.*\.server\.ts$/ : [],
      onwarn(warning, warn) {
        // A route without a page has nothing for the browser, as it should be.
        if (warning.code !== 'EMPTY_BUNDLE') warn(warning);
      },
    },
  },
}));

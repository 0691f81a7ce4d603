// Compiles what a server loads, so that its first start is as quick and small as the next ones. Part of the build.
import { keepCompiled } from './compiled.mjs';

process.env.NODE_ENV = 'production';
keepCompiled();
await import('../app/cli/main.ts');
await import('../app/cli/serve.server.ts');
await import('../lint/thread.server.ts');
await import(new URL('../build/server/index.js', import.meta.url).href);

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/**
 * What the site is measured against: Node's own HTTP server with a string of 20 KB, or the bytes of the file that is
 * named, and nothing else.
 */
const [file] = process.argv.slice(2);
const page = file ? readFileSync(file) : 'つながり'.repeat(20 * 1024).slice(0, Math.floor((20 * 1024) / 3));
const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': Buffer.byteLength(page) };
const server = createServer((_request, response) => {
  response.writeHead(200, headers).end(page);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`port ${typeof address === 'object' && address ? address.port : 0}\n`);
});

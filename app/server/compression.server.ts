import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const COMPRESSIBLE = /^(?:text\/|application\/(?:json|javascript|xml)|image\/svg)/;
/** Bytes below which compressing costs more than it saves. */
const LEAST = 1024;

/**
 * The answer as the client would rather have it: brotli, gzip or as it is.
 * In place and not on a worker thread: a page takes a fifth of a millisecond, less than handing it over.
 */
export async function compressed(request: Headers, response: Response): Promise<Response> {
  const { headers } = response;
  if (headers.has('Content-Encoding') || !COMPRESSIBLE.test(headers.get('Content-Type') ?? ''))
    return response;
  // Of what can be had in pieces, the bytes are counted as they are.
  if (headers.has('Accept-Ranges')) return response;
  headers.append('Vary', 'Accept-Encoding');
  const accepted = request.get('accept-encoding') ?? '';
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  // The body is not even looked at when it goes out as it is: the server then writes it without copying.
  if (!encoding) return response;
  const body = Buffer.from(await response.arrayBuffer());
  if (body.length < LEAST) return new Response(body, response);
  headers.set('Content-Encoding', encoding);
  headers.delete('Content-Length');
  const packed: Buffer<ArrayBuffer> = encoding === 'br' ? brotli(body) : gzipSync(body, { level: 3 });
  return new Response(packed, { status: response.status, headers });
}

/** Quality 3 with a window no larger than a page: 5 % more bytes than quality 4, a third of the time and memory. */
function brotli(body: Buffer): Buffer<ArrayBuffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(body, {
    params: { [BROTLI_PARAM_QUALITY]: 3, [BROTLI_PARAM_LGWIN]: 17, [BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

import { Parser } from 'htmlparser2';
import { Unreadable } from './unreadable.ts';

export interface XmlHandler {
  /** Names of elements come without their namespace's prefix, names of attributes with it. */
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** @throws Unreadable where the XML breaks off */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  let root = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        root ||= name;
        handler.open?.(local(name), attributes);
      },
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(local(name)),
    },
    { xmlMode: true },
  );
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimEnd();
  parser.end(xml);
  // The parser forgives a file that ends in the middle; half a document must not pass for a clean one.
  if (root === '' || !(xml.endsWith(`</${root}>`) || xml.endsWith('/>'))) throw new Unreadable('broken');
}

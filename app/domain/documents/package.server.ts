import { unzipSync } from 'fflate';
import { Unreadable } from './unreadable.ts';
import { readXml } from './xml.server.ts';

/** An Office file: XML parts in a ZIP archive that point at each other. */
export interface OfficePackage {
  /** Of all parts. */
  paths: string[];
  /** @throws Unreadable where the part is missing */
  part(path: string): Uint8Array;
  has(path: string): boolean;
  /** The parts, and the links to elsewhere, that a part points at. */
  relations(path: string): Relation[];
}

export interface Relation {
  id: string;
  /** The last word of the type's URL: worksheet, comments, notesSlide. */
  type: string;
  /** Path of a part, or an address outside of the file. */
  target: string;
  external: boolean;
}

/** Far more text than any handout has; a small archive that unpacks to gigabytes is an attack. */
const MOST_BYTES = 300_000_000;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

export function openPackage(bytes: Uint8Array): OfficePackage {
  // Office puts a file with a password, like its kinds before 2007, into the container of those days.
  if (OLE.every((byte, at) => bytes[at] === byte)) {
    throw new Unreadable(
      Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'protected' : 'old-office',
    );
  }
  let unpacked = 0;
  const parts = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!/\.(?:xml|rels)$/i.test(name)) return false;
      unpacked += originalSize;
      if (unpacked > MOST_BYTES) throw new Unreadable('too-large');
      return true;
    },
  });
  const part = (path: string) => {
    const found = parts[path];
    if (!found) throw new Unreadable('broken');
    return found;
  };
  return {
    paths: Object.keys(parts),
    part,
    has: (path) => Object.hasOwn(parts, path),
    relations(path) {
      const slash = path.lastIndexOf('/');
      const file = `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
      const found: Relation[] = [];
      if (!Object.hasOwn(parts, file)) return found;
      readXml(part(file), {
        open(name, { Id = '', Type = '', Target = '', TargetMode }) {
          if (name !== 'Relationship') return;
          const external = TargetMode === 'External';
          const target = external ? Target : new URL(Target, `file:///${path}`).pathname.slice(1);
          found.push({
            id: Id,
            type: Type.slice(Type.lastIndexOf('/') + 1),
            target: external ? target : decodeURIComponent(target),
            external,
          });
        },
      });
      return found;
    },
  };
}

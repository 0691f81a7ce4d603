import { FileFolder } from './folder.server.ts';
import type { ScannerAddress } from './scanner.server.ts';
import { Workshop } from './workshop.server.ts';

export interface FileSettings {
  folder: string;
  /** Greatest size of one file, in bytes. */
  most: number;
  clamd: ScannerAddress | null;
}

/** All that files need besides the database. */
export interface Files {
  folder: FileFolder;
  workshop: Workshop;
  scanner: ScannerAddress | null;
  most: number;
}

export function openFiles({ folder, most, clamd }: FileSettings): Files {
  const kept = new FileFolder(folder);
  return { folder: kept, workshop: new Workshop(folder), scanner: clamd, most };
}

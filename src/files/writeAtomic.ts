import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file so that a reader sees the old text or the new one, never a part. */
export function writeAtomic(path: string, text: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw Object.assign(error as Error, { path }); // people know the file, not its temporary name
  }
}

import { Header } from 'tar';

export interface Member {
  path: string;
  type?: 'File' | 'Directory' | 'SymbolicLink' | 'Link';
  linkpath?: string;
  content?: string | Buffer;
}

/** A tar archive; unlike those that a program makes, it may hold anything. */
export function tarOf(members: readonly Member[]): Buffer {
  const blocks = members.flatMap(({ path, type = 'File', linkpath, content = '' }) => {
    const bytes = Buffer.from(content);
    const head = Buffer.alloc(512);
    new Header({ path, type, linkpath, size: bytes.length, mode: 0o644, mtime: new Date(0) }).encode(head);
    return [head, bytes, Buffer.alloc(-bytes.length & 511)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

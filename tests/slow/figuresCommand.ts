import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const cli = resolve(__dirname, '../../dist/cli.js');

export interface Ended {
  code: number | null;
  output: string;
}

/** Starts the built program; `during` may disturb it once something is printed. */
export function gan(
  args: readonly string[],
  during?: (child: ChildProcess, output: string) => void,
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  if (!existsSync(cli)) throw new Error(`${cli} is missing; run npm run build first`);
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...environment } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      during?.(child, output);
    });
  return new Promise((done) => child.once('close', (code) => done({ code, output })));
}

/** Path -> hash of every file under a folder. */
export function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

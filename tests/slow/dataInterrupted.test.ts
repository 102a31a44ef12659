import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/dataFiles';
import { fileServer, ranged, stallAfter } from '../support/fileServer';
import { noise } from '../support/remoteFiles';
import type { Ended } from './figuresCommand';

const cli = resolve(__dirname, '../../dist/cli.js');
const folder = temporaryFolder();
const server = fileServer();
const name = 'train-images-idx3-ubyte.gz';
const content = noise(name, 9_912_422); // as long as MNIST's training images, so that only the checksum is wrong
const come = 5_000_000;
const part = () => folder.path(`partial/${name}.part`);

/** `npm run data -- mnist`; a signal ends it when the server has been asked and what it sends has come. */
function fetchMnist(url: string, signal?: NodeJS.Signals): Promise<Ended> {
  const child = spawn(process.execPath, [cli, 'data', 'mnist', '--from', url], {
    env: { ...process.env, GAN_FIGURES_DATA: folder.path() },
  });
  const asked = server.requests().length;
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const timer = setInterval(() => {
    if (!signal || server.requests().length === asked) return;
    if (!existsSync(part()) || statSync(part()).size < come) return;
    clearInterval(timer);
    child.kill(signal);
  }, 20);
  return new Promise((done) =>
    child.once('close', (code) => {
      clearInterval(timer);
      done({ code, output });
    }),
  );
}

it('a download that is interrupted, or killed, goes on where it was; a wrong file ends up nowhere', async () => {
  const url = server.serve(name, content, stallAfter(come), stallAfter(0));
  const onlyPart = ['partial', `partial/${name}.part`];
  const there = () => readdirSync(folder.path(), { recursive: true }).sort();

  expect((await fetchMnist(url, 'SIGKILL')).code).toBe(null);
  expect(there()).toEqual(['partial', 'partial/.lock', ...onlyPart.slice(1)]);
  expect(readFileSync(part()).equals(content.subarray(0, come))).toBe(true);

  const interrupted = await fetchMnist(url, 'SIGINT');
  expect(interrupted.code).toBe(130);
  expect(interrupted.output).toMatch(/^interrupted: the 5\.0 MB that have come are kept in .*partial; /);
  expect(there()).toEqual(onlyPart);

  server.serve(name, content, ranged);
  const { code, output } = await fetchMnist(url);
  expect(code).toBe(1);
  expect(output).toContain('expected 440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609');
  // in the end anew, since the older part might have been to blame
  expect(server.requests()).toEqual([name, `${name} from ${come}`, `${name} from ${come}`, name]);
  expect(readdirSync(folder.path())).toEqual([]);
});

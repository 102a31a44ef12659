import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireBuild, root } from './jupyter';

let folder: string;
let jupyter: string;
beforeAll(() => {
  requireBuild();
  folder = mkdtempSync(join(tmpdir(), 'gan-figures-lab-'));
  jupyter = join(folder, 'jupyter');
  // tells what it is called with, and lives until it is told to end
  writeFileSync(
    jupyter,
    `#!${process.execPath}
const args = process.argv.slice(2);
if (args[1] === '--version') { console.log('4.2'); process.exit(args[0] === 'lab' ? 0 : 1); }
process.on('SIGTERM', () => process.exit(7));
console.log(JSON.stringify({ args, path: process.env.JUPYTER_PATH }));
if (args.includes('--wait')) setInterval(() => {}, 1000);
`,
  );
  chmodSync(jupyter, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `gan-figures <args>`; `onOutput` sees what it has printed so far. */
function cli(
  args: string[],
  env: Record<string, string> = {},
  onOutput?: (text: string, kill: () => void) => void,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    env: { ...process.env, GAN_FIGURES_JUPYTER: jupyter, ...env },
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    text.out += chunk;
    onOutput?.(text.out, () => child.kill('SIGTERM'));
  });
  child.stderr.on('data', (chunk) => {
    text.err += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...text })));
}

describe.skipIf(process.platform === 'win32')('npm run lab', () => {
  const path = join(root, '.kernel');

  it('starts Jupyter on the notebooks, with the kernel first on its path and the options that are not its own', async () => {
    const { code, out } = await cli(['lab', '--no-browser', '--port', '9999'], { JUPYTER_PATH: '/other' });
    expect(JSON.parse(out)).toEqual({
      args: ['lab', join(root, 'notebooks'), '--no-browser', '--port', '9999'],
      path: `${path}${delimiter}/other`,
    });
    expect(code).toBe(0);
  });

  it('passes signals on and returns the exit code of Jupyter', async () => {
    const { code } = await cli(['lab', '--wait'], {}, (text, kill) => text.includes('\n') && kill());
    expect(code).toBe(7);
  });

  it('prints the folder for JUPYTER_PATH and starts nothing', async () => {
    expect(await cli(['lab', '--print-path'])).toEqual({ code: 0, out: `${path}\n`, err: '' });
  });

  it('installs the kernel for the user only when asked, and says how to undo it', async () => {
    const { code, out } = await cli(['lab', '--install']);
    const [called, undo] = out.trim().split('\n');
    expect(JSON.parse(called).args).toEqual([
      ...['kernelspec', 'install', '--user', '--name', 'gan-figures'],
      join(path, 'kernels/gan-figures'),
    ]);
    expect(undo).toBe(`To undo: ${jupyter} kernelspec uninstall gan-figures`);
    expect(code).toBe(0);
  });

  it('says how to get Jupyter where there is none', async () => {
    const { code, err } = await cli(['lab'], { GAN_FIGURES_JUPYTER: '', PATH: folder.concat('/none') });
    expect(err).toMatch(/^No Jupyter: /);
    for (const way of [
      'apt install',
      'brew install',
      'Windows',
      'pip install',
      'pipx install',
      'conda install',
    ])
      expect(err).toContain(way);
    expect(code).toBe(1);
  });
});

describe('npm run doctor', () => {
  it('looks at this machine and finds all that the project needs', async () => {
    const { code, out } = await cli(['doctor', '--json']);
    const checks: { what: string; state: string }[] = JSON.parse(out);
    const state = (what: string) => checks.find((check) => check.what === what)?.state;
    expect(state('Node.js')).toBe('ok');
    expect(state('build')).toBe('ok');
    expect(state('backend cpu')).toBe('ok');
    expect(state('kernelspec')).toMatch(/ok|absent/);
    expect(code).toBe(0);
  });

  it('names a data folder that does not exist', async () => {
    const { code, out } = await cli(['doctor'], { GAN_FIGURES_DATA: '/no/such/folder' });
    expect(out).toContain('✗ data');
    expect(out).toContain('GAN_FIGURES_DATA must name a folder, got "/no/such/folder"');
    expect(code).toBe(1);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { doctor, examine } from '../../src/cli/doctor';
import { type Check, formatChecks } from '../../src/cli/doctor/check';
import {
  checkBackends,
  checkBlas,
  checkBrowser,
  checkBuild,
  checkDatasets,
  checkGpuPackage,
  checkJupyter,
  checkKernelspec,
  checkNode,
} from '../../src/cli/doctor/checks';
import type { Probes } from '../../src/cli/doctor/probes';

const fine: Check = { state: 'ok', what: 'Node.js', detail: 'v22.0.0' };
const optional: Check = { state: 'absent', what: 'GPU', detail: 'no', remedy: 'buy one' };
const broken: Check = { state: 'broken', what: 'build', detail: 'missing: dist' };
const probesOf = (...checks: Check[]): Probes => checks.map((check) => [check.what, () => [check]]);

afterEach(() => vi.restoreAllMocks());

async function run(args: string[], probes: Probes): Promise<{ code: number; text: string }> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += chunk;
    return true;
  });
  const code = await doctor(args, probes);
  vi.restoreAllMocks();
  return { code, text };
}

describe('doctor', () => {
  it('prints an aligned table, with what to do below what is missing', () => {
    expect(formatChecks([fine, optional, broken])).toBe(
      '✓ Node.js  v22.0.0\n– GPU      no\n           -> buy one\n✗ build    missing: dist\n',
    );
  });

  it('ends with 0 when only optional things are missing, with 1 when something is broken', async () => {
    expect((await run([], probesOf(fine, optional))).code).toBe(0);
    expect((await run([], probesOf(fine, broken))).code).toBe(1);
  });

  it('prints the same as JSON', async () => {
    const { code, text } = await run(['--json'], probesOf(fine, optional));
    expect(JSON.parse(text)).toEqual([fine, optional]);
    expect(code).toBe(0);
  });

  it('goes on when a look throws, and says what it threw', async () => {
    const probes: Probes = [
      [
        'backends',
        () => {
          throw new Error('no memory');
        },
      ],
      ['Node.js', async () => [fine]],
    ];
    expect(await examine(probes)).toEqual([{ state: 'broken', what: 'backends', detail: 'no memory' }, fine]);
  });

  it('knows no other option', async () => {
    await expect(doctor(['--colour'], [])).rejects.toThrow(/'--colour'; there are: --json/);
  });
});

describe('the checks', () => {
  it.each([
    ['v20.18.3', 'broken'],
    ['v18.20.0', 'broken'],
    ['v20.19.0', 'ok'],
    ['v22.0.0', 'ok'],
    ['v24.1.0', 'ok'],
  ])('Node.js %s is %s', (version, state) => {
    expect(checkNode(version, 2, 8 * 2 ** 30)).toMatchObject({
      state,
      detail: `${version}, 2 cores, 8.0 GiB memory`,
    });
  });

  it('a build without its files is broken', () => {
    expect(checkBuild([]).state).toBe('ok');
    expect(checkBuild(['dist/index.js'])).toMatchObject({ state: 'broken', remedy: 'npm run build' });
  });

  it('one backend is enough', () => {
    const report = [
      { name: 'tensorflow' as const, available: false, detail: 'not installed' },
      { name: 'cpu' as const, available: true, detail: 'slow' },
    ];
    expect(checkBackends(report).map(({ state }) => state)).toEqual(['absent', 'ok']);
    expect(checkBackends(report.slice(0, 1))[0].state).toBe('broken');
  });

  it('what is optional is absent, not broken, and says what to do', () => {
    const checks = [
      checkGpuPackage(undefined),
      checkJupyter({ reason: 'none' }),
      checkKernelspec(undefined, []),
      checkKernelspec(['/gone/node', 'main.js'], ['/gone/node']),
      checkBrowser({ reason: 'none' }),
      checkBlas({ reason: 'none' }),
      ...checkDatasets([{ name: 'mnist', folder: '/data/mnist', available: false, problem: 'missing: a' }]),
    ];
    for (const check of checks)
      expect(check).toEqual({
        state: 'absent',
        what: expect.any(String),
        detail: expect.any(String),
        remedy: expect.any(String),
      });
    expect(checks[3].detail).toContain('/gone/node');
  });

  it('what is there is told with its version or place', () => {
    expect(checkGpuPackage('4.22.0')).toMatchObject({
      state: 'ok',
      detail: expect.stringContaining('4.22.0'),
    });
    expect(checkJupyter({ jupyter: 'jupyter', verb: 'lab', version: '4.2' }).detail).toBe('jupyter lab 4.2');
    expect(checkKernelspec(['/usr/bin/node', 'main.js'], []).detail).toContain('/usr/bin/node');
    expect(checkBlas({ library: 'libopenblas.so.0' }).detail).toContain('libopenblas.so.0');
    expect(checkBrowser({ path: '/usr/bin/chromium' }).detail).toBe('/usr/bin/chromium');
    expect(
      checkDatasets([{ name: 'mnist', folder: '/data/mnist', available: true, train: 60, test: 10 }])[0],
    ).toEqual({ state: 'ok', what: 'data mnist', detail: '60 train, 10 test in /data/mnist' });
  });
});

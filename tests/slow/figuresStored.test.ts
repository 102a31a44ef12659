import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPng } from '../../src/render/png';
import { packageRoot } from '../../src/runner/job';
import { listNotebooks, notebookName } from '../../src/runner/notebookFile';
import { readResults } from '../../src/runner/results';
import { storedNotebookProblems } from '../../src/runner/stored/storedNotebookProblems';
import { alike, browserFound, difference, launchBrowser, openOffline, withoutBrowser } from './browser';
import { gan } from './figuresCommand';

const notebooks = listNotebooks(join(packageRoot, 'notebooks'));
let out: string;

// A folder that `npm run figures` has just written with preset quick and seed 0 saves minutes.
const { GAN_FIGURES_FRESH: fresh } = process.env;

beforeAll(async () => {
  out = fresh || mkdtempSync(join(tmpdir(), 'gan-figures-test-'));
  if (fresh) return;
  const { code, output } = await gan(['figures', '--out', out]);
  expect(output).not.toContain('✗');
  expect(code).toBe(0);
}, 3_600_000);
afterAll(() => {
  if (!fresh) rmSync(out, { recursive: true, force: true });
});

describe('a fresh run of preset quick', () => {
  it.each(notebooks)('agrees with the outputs stored in %s', (path) => {
    const record = readResults(out).find(({ notebook }) => notebook === notebookName(path));
    expect(record).toBeDefined();
    const folder = join(out, notebookName(path));
    expect(storedNotebookProblems(path, { record: record!, folder })).toEqual([]);
  });

  it('writes four files for every figure', () => {
    for (const { notebook, figures } of readResults(out))
      expect(readdirSync(join(out, notebook))).toEqual(
        expect.arrayContaining(figures.flatMap(({ files }) => files)),
      );
  });
});

/** What plotly draws for a trace of each type that the figures have. */
const elements: Record<string, string> = {
  scatter: '.scatterlayer .trace',
  bar: '.barlayer .trace',
  contour: '.contourlayer .contour',
  heatmap: '.heatmaplayer .hm',
  image: '.imagelayer .im',
};

interface Trace {
  type: string;
  y?: (number | null)[];
}

/** Whether there is anything to draw: a curve that is infinite throughout is all gap, and has marks of its own at the edge. */
const hasPoints = ({ type, y }: Trace) => type !== 'scatter' || y!.some((value) => value !== null);

describe.skipIf('reason' in browserFound)(
  `the pages of a fresh run, without network${withoutBrowser}`,
  () => {
    it('draw every trace, from file://, and look like their pictures', async () => {
      const browser = await launchBrowser();
      for (const { notebook, figures } of readResults(out))
        for (const { name } of figures) {
          const file = join(out, notebook, name);
          const { data, layout } = JSON.parse(readFileSync(`${file}.json`, 'utf8'));
          // Wide enough for all, and such that a centred figure begins at a whole pixel.
          const width = 1600 + (layout.width % 2);
          const { page, complaints } = await openOffline(browser, `${file}.html`, { width });
          await page.waitForSelector('#figure[data-drawn]');
          for (const [type, selector] of Object.entries(elements)) {
            const expected = data.filter((trace: Trace) => trace.type === type && hasPoints(trace));
            const sizes = await page.$$eval(`#figure ${selector}`, (traces) =>
              traces
                .map((trace) => (trace as SVGGraphicsElement).getBBox())
                .map(({ width, height }) => width + height),
            );
            expect(sizes.filter((size) => size > 2).length, `${name}: ${type}`).toBe(expected.length);
          }
          expect(data.filter(({ type }: { type: string }) => !(type in elements))).toEqual([]);
          const live = await page.locator('#figure .live').screenshot();
          const still = renderPng(readFileSync(`${file}.svg`, 'utf8'), { scale: 1 });
          expect(await difference(still, live), name).toBeLessThan(alike);
          expect(complaints).toEqual([]);
          await page.context().close();
        }
      await browser.close();
    }, 900_000);
  },
);

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { lines } from '../../src/figures/lines';
import { findBrowser } from '../../src/render/browser';
import { cellHtml } from '../../src/render/cellHtml';
import { embeddedPlotly } from '../../src/render/embeddedPlotly';
import { renderHtml } from '../../src/render/html';
import { figureSize } from '../../src/render/size';

const folder = mkdtempSync(join(tmpdir(), 'gan-figures-'));
afterAll(() => rmSync(folder, { recursive: true }));

const png = Buffer.from('picture');
const nasty = lines({
  title: 'a < b & "c" </script><script>alert(1)</script>',
  xTitle: 'x',
  yTitle: 'y',
  series: [{ name: '</script>\u2028', x: [0, 1], y: [0, 1] }],
});

test('a label cannot end the script that carries the figure', async () => {
  for (const page of [
    await renderHtml(nasty, { title: 'T', png, plotlyUrl: '../plotly.js' }),
    await cellHtml(nasty, { png }),
  ]) {
    expect(page).not.toContain('alert(1)</script>');
    expect(page).not.toContain('\u2028');
    expect(page.match(/<script/g)!.length).toBe(page.match(/<\/script>/g)!.length);
  }
});

test('the page has the title, the picture and the relative address, and asks no host', async () => {
  const page = await renderHtml(nasty, { title: 'Figure 1 & 2', png, plotlyUrl: '../plotly.js' });
  expect(page).toContain('<title>Figure 1 &amp; 2</title>');
  expect(page).toContain(`data:image/png;base64,${png.toString('base64')}`);
  expect(page).toContain('<script src="../plotly.js">');
  expect(page).not.toMatch(/https?:/);
});

test('a cell without library is small, with library it brings all of plotly.js', async () => {
  const small = await cellHtml(nasty, { png });
  expect(small.length).toBeLessThan(60_000);
  const source = embeddedPlotly();
  expect(gunzipSync(Buffer.from(source, 'base64')).toString()).toContain('window.Plotly = Plotly');
  expect(await cellHtml(nasty, { png, plotlySource: source })).toContain(source);
});

test('the same figure gives the same page', async () => {
  expect(await cellHtml(nasty, { png })).toBe(await cellHtml(nasty, { png }));
});

test('a figure without size has that of the theme', () => {
  expect(figureSize({ data: [], layout: {} })).toEqual({ width: 720, height: 450 });
  expect(figureSize({ data: [], layout: { width: 300, height: 200 } })).toEqual({ width: 300, height: 200 });
});

test('the browser is the one named, then the first on PATH, else there is a reason', () => {
  const browser = join(folder, 'chromium');
  writeFileSync(browser, '#!/bin/sh\n', { mode: 0o755 });
  const nowhere = '/nonexistent';
  expect(findBrowser({ GAN_FIGURES_BROWSER: browser, PATH: nowhere }, 'freebsd')).toEqual({ path: browser });
  expect(findBrowser({ CHROME_PATH: browser, PATH: nowhere }, 'freebsd')).toEqual({ path: browser });
  expect(findBrowser({ PATH: `${nowhere}:${folder}` }, 'freebsd')).toEqual({ path: browser });
  expect(findBrowser({ PATH: nowhere }, 'freebsd')).toMatchObject({
    reason: expect.stringContaining('no Chromium'),
  });
  expect(findBrowser({ GAN_FIGURES_BROWSER: join(folder, 'gone'), PATH: folder }, 'freebsd')).toMatchObject({
    reason: expect.stringContaining('GAN_FIGURES_BROWSER names'),
  });
});

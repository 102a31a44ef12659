import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellHtml } from '../../src/render/cellHtml';
import { embeddedPlotly } from '../../src/render/embeddedPlotly';
import { renderHtml } from '../../src/render/html';
import { renderPdfs } from '../../src/render/pdf';
import { plotlyFile } from '../../src/render/plotlyFile';
import { renderPng } from '../../src/render/png';
import { figureSize } from '../../src/render/size';
import { renderSvg } from '../../src/render/svg';
import { examples } from '../figures/examples';
import { alike, browserFound, difference, launchBrowser, openOffline, withoutBrowser } from './browser';

const drawn: Record<string, { selector: string; count: number }> = {
  lines: { selector: '.scatterlayer .trace path.js-line', count: 4 },
  infinite: { selector: '.scatterlayer .trace .points path', count: 20 },
  heatMap: { selector: '.contourlayer .contourlevel path', count: 5 },
  quiver: { selector: '.scatterlayer .trace:last-child .points path', count: 25 },
  histogram: { selector: '.barlayer .trace.bars .point path', count: 12 },
  imageGrid: { selector: '.imagelayer image', count: 1 },
  panels: { selector: '.subplot .trace', count: 7 },
  slider: { selector: '.scatterlayer .trace path.js-line', count: 2 },
};

describe.skipIf('reason' in browserFound)(`pages in a browser without network${withoutBrowser}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gan-figures-'));
  const pictures: Record<string, Buffer> = {};
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(join(folder, 'pages'));
    copyFileSync(plotlyFile(), join(folder, 'plotly.js'));
    for (const [name, figure] of Object.entries(examples)) {
      pictures[name] = renderPng(await renderSvg(figure), { scale: 1 });
      const page = await renderHtml(figure, { title: name, png: pictures[name], plotlyUrl: '../plotly.js' });
      writeFileSync(join(folder, 'pages', `${name}.html`), page);
    }
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  let complaints: string[] = [];

  async function open(
    file: string,
    settings?: { javaScriptEnabled?: boolean; width?: number },
  ): Promise<Page> {
    const opened = await openOffline(browser, join(folder, file), settings);
    complaints = opened.complaints;
    return opened.page;
  }

  test.each(Object.entries(drawn))(
    '%s is drawn from file:// and looks like its static picture',
    async (name, { selector, count }) => {
      const page = await open(`pages/${name}.html`);
      await page.waitForSelector('#figure[data-drawn]');
      const lengths = await page.$$eval(selector, (elements) =>
        elements.map((e) => (e as SVGGraphicsElement).getBBox()).map(({ width, height }) => width + height),
      );
      expect(lengths.filter((length) => length > 2).length).toBeGreaterThanOrEqual(count);
      expect(await page.locator('img.still').count()).toBe(0);
      expect(await page.title()).toBe(name);
      const live = await page.locator('#figure .live').screenshot();
      expect(await difference(pictures[name], live)).toBeLessThan(alike);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('two different figures do not pass as alike', async () => {
    const size = (name: string) => Object.values(figureSize(examples[name])).join();
    expect(size('lines')).toBe(size('histogram'));
    expect(size('lines')).toBe(size('infinite'));
    expect(await difference(pictures.lines, pictures.infinite)).toBeGreaterThan(3 * alike);
    expect(await difference(pictures.lines, pictures.histogram)).toBeGreaterThan(3 * alike);
  });

  test('moving the slider changes the drawn curve, and only the one that it is for', async () => {
    const page = await open('pages/slider.html');
    await page.waitForSelector('#figure[data-drawn]');
    const curves = () =>
      page.$$eval('.scatterlayer path.js-line', (paths) => paths.map((p) => p.getAttribute('d')));
    const label = () =>
      page.locator('.slider-labels, .slider-current-value, .slider-label').first().textContent();
    const before = await curves();
    expect(await label()).toContain('θ = 1');
    const rail = (await page.locator('.slider-rail-touch-rect').boundingBox())!;
    await page.mouse.click(rail.x + 3, rail.y + rail.height / 2);
    await expect.poll(label).toContain('θ = −2');
    await expect.poll(async () => (await curves())[1]).not.toBe(before[1]); // drawn some time after the label
    expect((await curves())[0]).toBe(before[0]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('on a narrow page the plot shrinks and keeps its proportions', async () => {
    const page = await open('pages/lines.html', { width: 480 });
    await page.waitForSelector('#figure[data-drawn]');
    const size = () => page.$eval('svg.main-svg', (svg) => [svg.clientWidth, svg.clientHeight]);
    expect(await size()).toEqual([480, 300]);
    await page.setViewportSize({ width: 1000, height: 900 });
    await expect.poll(size).toEqual([720, 450]);
    await page.context().close();
  });

  test('without the library, and without scripts, the picture stays', async () => {
    writeFileSync(
      join(folder, 'pages', 'alone.html'),
      await renderHtml(examples.lines, { title: 'alone', png: pictures.lines, plotlyUrl: '../missing.js' }),
    );
    for (const page of [
      await open('pages/alone.html'),
      await open('pages/lines.html', { javaScriptEnabled: false }),
    ]) {
      const picture = await page.locator('img.still').boundingBox();
      expect(picture).toMatchObject({ width: 720, height: 450 });
      await page.context().close();
    }
  });

  const cell = (plotlySource?: string) => cellHtml(examples.lines, { png: pictures.lines, plotlySource });
  const write = (name: string, body: string) =>
    writeFileSync(
      join(folder, name),
      `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><body>${body}`,
    );

  test('a cell that brings the library draws itself, and a second cell uses the same library', async () => {
    const second = await cellHtml(examples.infinite, { png: pictures.infinite });
    write('cells.html', (await cell(embeddedPlotly())) + second);
    const page = await open('cells.html');
    await expect.poll(() => page.locator('[data-drawn]').count(), { timeout: 20_000 }).toBe(2);
    expect(await page.locator('.scatterlayer .trace').count()).toBe(4 + 3);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a cell without library shows its picture, and draws when a library arrives', async () => {
    write('waiting.html', (await cell()) + (await cell()));
    const page = await open('waiting.html');
    await page.waitForTimeout(500);
    expect(await page.locator('img.still').count()).toBe(2);
    await page.addScriptTag({ content: readFileSync(plotlyFile(), 'utf8') });
    await expect.poll(() => page.locator('[data-drawn]').count(), { timeout: 10_000 }).toBe(2);
    expect(await page.locator('img.still').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a PDF has one page of exactly the figure size, with curves and letters, not pixels', async () => {
    const jobs = ['lines', 'slider'].map((name) => ({
      html: join(folder, 'pages', `${name}.html`),
      pdf: join(folder, `${name}.pdf`),
      size: figureSize(examples[name]),
    }));
    await renderPdfs(jobs, (browserFound as { path: string }).path);
    for (const { pdf, size } of jobs) {
      const text = readFileSync(pdf, 'latin1');
      const [, , width, height] = /\/MediaBox \[([^\]]*)\]/.exec(text)![1].trim().split(/\s+/).map(Number);
      // 72 points are 96 CSS pixels
      expect(width).toBeCloseTo(size.width * 0.75, 0);
      expect(height).toBeCloseTo(size.height * 0.75, 0);
      expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
      expect(text).toContain('/FontFile2');
      expect(text).not.toContain('/Subtype /Image');
    }
  });

  test('a page whose plot does not come is named', async () => {
    const job = {
      html: join(folder, 'pages', 'alone.html'),
      pdf: join(folder, 'alone.pdf'),
      size: { width: 720, height: 450 },
    };
    await expect(renderPdfs([job], (browserFound as { path: string }).path, { seconds: 2 })).rejects.toThrow(
      /alone\.html: the plot was not drawn within 2 seconds/,
    );
  });
});

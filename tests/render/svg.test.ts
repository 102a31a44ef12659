import { createCanvas, loadImage } from '@napi-rs/canvas';
import { JSDOM } from 'jsdom';
import type { Data } from 'plotly.js-dist';
import { expect, test } from 'vitest';
import type { Figure } from '../../src/figures/figure';
import { renderPng } from '../../src/render/png';
import { figureSize } from '../../src/render/size';
import { renderSvg } from '../../src/render/svg';
import { examples } from '../figures/examples';

const drawings = new Map<string, Promise<string>>();

/** The picture of an example, drawn once. */
function example(name: string): Promise<string> {
  const drawing = drawings.get(name) ?? renderSvg(examples[name]);
  drawings.set(name, drawing);
  return drawing;
}

const parse = (svg: string) => new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;
const texts = (document: Document) => [...document.querySelectorAll('text')].map((t) => t.textContent);

/** The red, green and blue of every pixel of a PNG, as one number each, with how often it occurs. */
async function pixelColors(
  png: Buffer,
): Promise<{ width: number; height: number; counts: Map<number, number> }> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const counts = new Map<number, number>();
  for (let i = 0; i < data.length; i += 4) {
    const color = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return { width: image.width, height: image.height, counts };
}

const drawn: Record<string, [selector: string, count: number]> = {
  lines: ['.scatterlayer .trace path.js-line', 4],
  infinite: ['.scatterlayer .trace .points path', 1 + 20],
  heatMap: ['.contourlayer image, .contourlayer .contourlevel', 1],
  quiver: ['.scatterlayer .trace path.js-line', 1],
  histogram: ['.barlayer .trace.bars', 2],
  imageGrid: ['.imagelayer image', 1],
  panels: ['.subplot', 4],
  slider: ['.scatterlayer .trace path.js-line', 2],
};

test.each(Object.entries(drawn))(
  'the picture of %s shows all traces, titles and legend names',
  async (name, [selector, count]) => {
    const figure = examples[name];
    const document = parse(await example(name));
    expect(document.querySelectorAll(selector).length).toBeGreaterThanOrEqual(count);
    const shown = texts(document).join('\n');
    const plain = (label: string) => label.replace(/<[^>]*>/g, '');
    for (const line of (figure.layout.title?.text ?? '').split('<br>')) expect(shown).toContain(plain(line));
    for (const trace of figure.data)
      if (trace.type === 'scatter' && figure.layout.showlegend && trace.name)
        expect(
          texts(document).some((t) => t?.replace(/\u200b/g, '') === plain(trace.name!)),
          trace.name,
        ).toBe(true);
  },
);

test('the same figure gives the same bytes, also after another one, and another figure other ids', async () => {
  const first = await example('lines');
  const other = await example('infinite');
  expect(await renderSvg(examples.lines)).toBe(first);
  expect(renderPng(first).equals(renderPng(first))).toBe(true);
  const ids = (svg: string) => new Set([...svg.matchAll(/ id="(clip\w+)"/g)].map(([, id]) => id));
  expect([...ids(first)].filter((id) => ids(other).has(id))).toEqual([]);
});

test('figures asked for at once do not mix', async () => {
  const alone = await example('histogram');
  const [, together] = await Promise.all([renderSvg(examples.lines), renderSvg(examples.histogram)]);
  expect(together).toBe(alone);
});

test('a slider is drawn at its active step', async () => {
  const svg = await example('slider');
  expect(texts(parse(svg))).toContain('θ = 1');
  const { data, frames } = examples.slider;
  const first = { ...examples.slider, data: [data[0], { ...data[1], ...frames![0].data[0] } as Data] };
  const path = (svg: string) => parse(svg).querySelectorAll('path.js-line')[1].getAttribute('d');
  expect(path(await renderSvg(first))).not.toBe(path(svg));
});

test('nothing reaches over the edge: labels, legend and title lie inside the picture', async () => {
  for (const [name, figure] of Object.entries(examples)) {
    const png = renderPng(await example(name), { scale: 1 });
    const image = await loadImage(png);
    const { width, height } = figureSize(figure);
    expect([image.width, image.height], name).toEqual([width, height]);
    const context = createCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0);
    const edges = [
      context.getImageData(0, 0, width, 1),
      context.getImageData(0, height - 1, width, 1),
      context.getImageData(0, 0, 1, height),
      context.getImageData(width - 1, 0, 1, height),
    ];
    for (const { data } of edges)
      expect(
        data.every((channel) => channel === 255),
        name,
      ).toBe(true);
  }
});

test('the PNG has twice the figure size by default and shows the theme colours', async () => {
  const { width, height, counts } = await pixelColors(renderPng(await example('lines')));
  expect([width, height]).toEqual([1440, 900]);
  for (const color of [0x0072b2, 0xe69f00, 0xcc79a7])
    expect(counts.get(color), color.toString(16)).toBeGreaterThan(50);
  expect(counts.get(0xffffff)! / (width * height)).toBeGreaterThan(0.5);
});

test('the heat map is painted, from the darkest to the brightest colour of its scale', async () => {
  const { counts } = await pixelColors(renderPng(await example('heatMap'), { scale: 1 }));
  const near = (r: number, g: number, b: number) =>
    [...counts.keys()].some(
      (c) => Math.abs((c >> 16) - r) + Math.abs(((c >> 8) & 255) - g) + Math.abs((c & 255) - b) < 12,
    );
  expect([near(68, 1, 84), near(253, 231, 37), counts.size > 1000]).toEqual([true, true, true]);
});

test('image pixels stay crisp: as many colours as the images have, and no blend between neighbours', async () => {
  const images = { ...examples.imageGrid, layout: { ...examples.imageGrid.layout, title: undefined } };
  const { counts } = await pixelColors(renderPng(await renderSvg(images), { scale: 1 }));
  const large = [...counts].filter(([, count]) => count >= 100);
  const covered = large.reduce((sum, [, count]) => sum + count, 0);
  const all = [...counts].reduce((sum, [, count]) => sum + count, 0);
  expect(covered / all).toBeGreaterThan(0.97);
});

test('a scale that is not positive is named', async () => {
  const svg = await example('infinite');
  expect(() => renderPng(svg, { scale: 0 })).toThrow('scale must be a number > 0, got 0');
});

const scatter = { type: 'scatter', x: [1, 2], y: [1, 2] } as const;
const wrong = (trace: object, layout: object = {}) => ({ data: [trace], layout }) as unknown as Figure;

test.each<[string, Figure]>([
  ['no such type', wrong({ ...scatter, type: 'scater' })],
  ['mode', wrong({ ...scatter, mode: 'dots' })],
  ['lien', wrong({ ...scatter, lien: { color: 'red' } })],
  ['xaxs', wrong(scatter, { xaxs: {} })],
  ['a figure must have at least one trace', { data: [], layout: {} }],
])('a figure that plotly would draw wrongly without a word is an error: %s', async (what, figure) => {
  const message = what === 'no such type' ? 'scater' : what;
  await expect(renderSvg(figure)).rejects.toThrow(message);
});

test('after a broken figure the next one is drawn as ever', async () => {
  const before = await example('lines');
  await expect(renderSvg(wrong({ type: 'nonsense' }))).rejects.toThrow('nonsense');
  expect(await renderSvg(examples.lines)).toBe(before);
});

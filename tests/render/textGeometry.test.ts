import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { clientBox } from '../../src/render/elementGeometry';
import { measureText, textBox } from '../../src/render/textGeometry';

function text(markup: string): Element {
  const { document } = new JSDOM(`<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`).window;
  return document.querySelector('text')!;
}

const size = { size: 20 };
const wide = (box: { left: number; right: number } | undefined) => box!.right - box!.left;

test('the width is that of the bundled font, which is not any other', () => {
  // DejaVu Sans: advance of "m" is 1995, of "i" 569, in 2048 units an em
  expect(measureText('m', size).width).toBeCloseTo((1995 / 2048) * 20, 1);
  expect(measureText('i', size).width).toBeCloseTo((569 / 2048) * 20, 1);
});

test('anchors move a text by half and by all of its width', () => {
  const boxes = ['start', 'middle', 'end'].map((anchor) =>
    textBox(text(`<text x="100" y="50" style="font-size: 20px" text-anchor="${anchor}">width</text>`)),
  );
  const width = measureText('width', size).width;
  expect(boxes.map((box) => box!.left)).toEqual([100, 100 - width / 2, 100 - width]);
});

test('lines stand under each other and share their left edge', () => {
  const box = textBox(
    text(
      '<text x="5" y="50" style="font-size: 20px"><tspan x="5" y="50" dy="0em">one</tspan><tspan x="5" y="50" dy="1.3em">longer</tspan></text>',
    ),
  );
  const { up, down, width } = measureText('longer', size);
  expect(box).toEqual({ left: 5, right: 5 + width, top: 50 - up, bottom: 50 + 26 + down });
});

test('a subscript is smaller than the text it belongs to', () => {
  const plain = textBox(text('<text style="font-size: 20px">W2</text>'));
  const small = textBox(
    text('<text style="font-size: 20px">W<tspan style="font-size:70%" dy="0.3em">2</tspan></text>'),
  );
  expect(wide(small)).toBeLessThan(wide(plain));
  expect(wide(small)).toBeCloseTo(measureText('W', size).width + measureText('2', { size: 14 }).width, 6);
});

test('bold text is wider', () => {
  const bold = textBox(text('<text style="font-size: 20px; font-weight: bold">width</text>'));
  expect(wide(bold)).toBeGreaterThan(measureText('width', size).width);
});

test('the client box includes the transforms of all parents', () => {
  const inner = text(
    '<g transform="translate(10,0)"><g transform="rotate(-90)"><text style="font-size: 20px">up</text></g></g>',
  );
  const box = clientBox(inner)!;
  expect(box.bottom - box.top).toBeCloseTo(measureText('up', size).width, 6);
  expect(box.right).toBeCloseTo(10 + measureText('up', size).down, 6);
});

import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { fontFiles } from '../../src/render/font';
import { fontFace } from '../../src/render/fontFace';

GlobalFonts.registerFromPath(fontFiles.regular, 'whole font');

/** The fonts inside the rules, decoded. */
function fonts(css: string): Buffer[] {
  return [...css.matchAll(/base64,([^)]+)\)/g)].map(([, data]) => Buffer.from(data, 'base64'));
}

function painted(family: string, text: string): { width: number; pixels: Buffer } {
  const canvas = createCanvas(900, 40);
  const context = canvas.getContext('2d');
  context.rotate(0.01); // turned text is painted without hinting
  context.font = `24px "${family}"`;
  context.fillText(text, 2, 30);
  return { width: context.measureText(text).width, pixels: canvas.data() };
}

test('the font that a picture carries has its letters, as wide as in the whole font, in about 16 kB', async () => {
  const sample = 'Wasserstein AVAT To. é Å θμλσ∇‖∞≤≥±−²₁→·ℝ𝔼';
  const [font] = fonts(await fontFace(sample));
  expect(font.length).toBeLessThan(20_000);
  GlobalFonts.register(font, 'subset font');
  expect(painted('subset font', sample).width).toBe(painted('whole font', sample).width);
});

test('the same text gives the same bytes; bold comes along only with bold markup', async () => {
  expect(await fontFace('θ')).toBe(await fontFace('θ'));
  expect(fonts(await fontFace('θ'))).toHaveLength(1);
  expect(fonts(await fontFace('<b>θ</b>'))).toHaveLength(2);
});

test('entities in labels stand for their characters', async () => {
  expect(await fontFace('&#952;&#x3bb;')).toBe(await fontFace('&θλ#952;x3'));
});

test('the whole font has every character that figures need', () => {
  const blank = painted('whole font', '\u{10FFFD}').pixels;
  for (const character of 'θμλσφψεΔΣΩπ∇‖∞≤≥±−²³⁻₀₁₂ₙ→←·×≈∈∂√∑∫…–‘’“”ℝ𝔼★≠✓✗')
    expect(painted('whole font', character).pixels.equals(blank), character).toBe(false);
});

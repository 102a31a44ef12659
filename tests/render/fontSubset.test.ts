import { readFileSync } from 'node:fs';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { fontFiles } from '../../src/render/font';
import { subsetFont } from '../../src/render/fontSubset';

const full = readFileSync(fontFiles.regular);
const sample = 'Wasserstein AVAT To. é Å θμλσ∇‖∞≤≥±−²₁→·ℝ𝔼';

GlobalFonts.register(full, 'full font');
GlobalFonts.register(subsetFont(full, sample), 'subset font');

function painted(family: string, text: string): { width: number; pixels: Buffer } {
  const canvas = createCanvas(900, 40);
  const context = canvas.getContext('2d');
  // turned text is painted without hinting, which the subset leaves out
  context.rotate(0.01);
  context.font = `24px "${family}"`;
  context.fillText(text, 2, 30);
  return { width: context.measureText(text).width, pixels: canvas.data() };
}

test('the subset paints its characters as the whole font does: outlines, composed letters, widths, kerning', () => {
  const [whole, part] = [painted('full font', sample), painted('subset font', sample)];
  expect(part.width).toBe(whole.width);
  expect(part.pixels.equals(whole.pixels)).toBe(true);
});

test('the whole font has every character that figures need', () => {
  const blank = painted('full font', '\u{10FFFD}').pixels;
  for (const character of 'θμλσφψεΔΣΩπ∇‖∞≤≥±−²³⁻₀₁₂ₙ→←·×≈∈∂√∑∫…–‘’“”ℝ𝔼★≠✓✗')
    expect(painted('full font', character).pixels.equals(blank), character).toBe(false);
});

test('the subset is small and lacks the rest', () => {
  const small = subsetFont(full, 'abc');
  expect(small.length).toBeLessThan(3000);
  GlobalFonts.register(small, 'abc font');
  expect(painted('abc font', 'b').pixels.equals(painted('full font', 'b').pixels)).toBe(true);
});

test('characters that the font lacks are left out', () => {
  expect(subsetFont(full, 'a漢').equals(subsetFont(full, 'a'))).toBe(true);
});

import { expect, test } from 'vitest';
import { colorCycle, colors, fade } from '../../src/figures/theme';
import { titleHeight, wrap } from '../../src/figures/titles';

test('no two roles share a colour', () => {
  expect(new Set(Object.values(colors)).size).toBe(Object.keys(colors).length);
  expect(new Set(colorCycle).size).toBe(colorCycle.length);
});

test('a faded colour keeps its channels', () => {
  expect(fade('#0072B2', 0.2)).toBe('rgba(0, 114, 178, 0.2)');
});

test('a long title is broken into lines of about equal length, no word lost', () => {
  const title = 'Gradient that the generator gets, as the critic trains: discriminator against critic';
  const lines = wrap(title, { width: 500, size: 16 }).split('<br>');
  expect(lines).toHaveLength(2);
  expect(lines.join(' ')).toBe(title);
  expect(Math.abs(lines[0].length - lines[1].length)).toBeLessThan(14);
  expect(titleHeight(lines.join('<br>'))).toBeGreaterThan(titleHeight(lines[0]));
});

test('markup does not count as width', () => {
  const title = 'KL(P<sub>θ</sub> ‖ P<sub>0</sub>) <b>bold</b>';
  expect(wrap(title, { width: 300, size: 16 })).toBe(title);
});

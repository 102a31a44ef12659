import { afterEach, describe, expect, it } from 'vitest';
import { atMost } from '../../src/claims/bounds';
import { claim } from '../../src/claims/claim';
import { clearClaims } from '../../src/claims/ledger';
import { claimRow, showClaims } from '../../src/notebook/claimRow';
import { fakeKernel } from './fakeKernel';

const input = {
  id: 'T.x',
  source: 'paper "A" & B',
  statement: 'f < g',
  measured: 0.5,
  expected: atMost(1),
  unit: 'nats',
  falsifiedBy: 'a two',
};

afterEach(clearClaims);

describe('a claim in a cell', () => {
  it('is shown as one row when it is made', () => {
    const kernel = fakeKernel();
    showClaims(); // as importing show does
    const stop = showClaims();
    claim(input);
    stop();
    claim({ ...input, id: 'T.y' });
    kernel.stop();
    expect(kernel.published.map(({ data }) => data['text/plain'])).toEqual([
      '✓ T.x: f < g\n  measured 0.5 nats, expected ≤ 1 nats (paper "A" & B)',
    ]);
  });

  it('is shown nowhere outside a kernel', () => {
    const stop = showClaims();
    expect(() => claim(input)).not.toThrow();
    stop();
  });

  it('is escaped in HTML', () => {
    const html = claimRow({ ...input, holds: true })['text/html'];
    expect(html).toContain('f &lt; g');
    expect(html).toContain('paper &quot;A&quot; &amp; B');
  });

  it('has mark and colour of its verdict', () => {
    expect(claimRow({ ...input, holds: true })['text/html']).toMatch(/#009e73.*✓/);
    expect(claimRow({ ...input, holds: false })['text/html']).toMatch(/#d55e00.*✗/);
  });
});

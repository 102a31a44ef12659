import { describe, expect, it } from 'vitest';
import { collectOutputs } from '../../src/runner/collectOutputs';

const text = (plain: string, id?: string) => ({
  data: { 'text/plain': plain },
  metadata: {},
  transient: { display_id: id },
});

describe('outputs', () => {
  it('of one stream in a row are one', () => {
    const { cells, startCell, stream } = collectOutputs();
    startCell();
    stream('stdout', 'a');
    stream('stdout', 'b\n');
    stream('stderr', 'c');
    expect(cells[0]).toEqual([
      { output_type: 'stream', name: 'stdout', text: 'ab\n' },
      { output_type: 'stream', name: 'stderr', text: 'c' },
    ]);
  });

  it('that are updated change where they stand, also from a later cell', () => {
    const { cells, startCell, display } = collectOutputs();
    startCell();
    display(text('one', 'id'), false);
    startCell();
    display(text('two', 'id'), true);
    expect(cells).toEqual([
      [{ output_type: 'display_data', data: { 'text/plain': 'two' }, metadata: {} }],
      [],
    ]);
  });

  it('keep no transient part', () => {
    const { cells, startCell, display } = collectOutputs();
    startCell();
    display(text('one', 'id'), false);
    expect(cells[0][0]).not.toHaveProperty('transient');
  });
});

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkPlace, commit, keepFailed, openPlace, type Place, recover } from '../../src/runner/place';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
let place: Place;
beforeEach(() => {
  place = { folder: folder(), name: '01-a' };
});

function write(text: string): void {
  const path = openPlace(place);
  writeFileSync(join(path, 'run.json'), text);
}
const results = () => readFileSync(join(folder(), '01-a', 'run.json'), 'utf8');
const everything = () => readdirSync(folder()).sort();

describe('the place of results', () => {
  it('holds what the last committed run wrote, and nothing of the one before', () => {
    writeFileSync(join(openPlace(place), 'old.svg'), '');
    commit(place);
    write('new');
    commit(place);
    expect(readdirSync(join(folder(), '01-a'))).toEqual(['run.json']);
    expect(results()).toBe('new');
  });

  it('is untouched by a run that fails, which is kept beside it', () => {
    write('old');
    commit(place);
    write('broken');
    expect(keepFailed(place)).toBe(join(folder(), 'failed', '01-a'));
    expect(results()).toBe('old');
    expect(readFileSync(join(folder(), 'failed', '01-a', 'run.json'), 'utf8')).toBe('broken');
  });

  it('loses its failed run when one succeeds', () => {
    write('broken');
    keepFailed(place);
    write('good');
    commit(place);
    expect(existsSync(join(folder(), 'failed', '01-a'))).toBe(false);
  });

  it('gets its results back when a run was killed between the two renames', () => {
    write('old');
    commit(place);
    write('new');
    mkdirSync(join(folder(), '.previous'));
    renameSync(join(folder(), '01-a'), join(folder(), '.previous', '01-a'));
    expect(recover(folder())).toEqual(['01-a']);
    expect(results()).toBe('old');
    expect(everything()).toEqual(['01-a']);
  });

  it('keeps its new results when a run was killed while it removed the old ones', () => {
    write('old');
    commit(place);
    mkdirSync(join(folder(), '.previous'));
    renameSync(join(folder(), '01-a'), join(folder(), '.previous', '01-a'));
    write('new');
    renameSync(join(folder(), '.partial', '01-a'), join(folder(), '01-a'));
    expect(recover(folder())).toEqual([]);
    expect(results()).toBe('new');
    expect(everything()).toEqual(['01-a']);
  });

  it('is cleaned of half-written runs', () => {
    write('half');
    recover(folder());
    expect(everything()).toEqual([]);
  });

  it('keeps its results when the second rename fails', () => {
    write('old');
    commit(place);
    expect(() => commit(place)).toThrow('ENOENT'); // nothing was written that could take the place
    recover(folder());
    expect(results()).toBe('old');
  });

  it('is refused when a stranger’s folder stands there', () => {
    mkdirSync(join(folder(), '01-a'));
    expect(() => checkPlace(place)).toThrow('holds no run.json');
    writeFileSync(join(folder(), '01-a', 'run.json'), '{}');
    expect(() => checkPlace(place)).not.toThrow();
  });
});

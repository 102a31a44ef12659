import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, headingOf, listNotebooks, notebookName, readNotebook } from '../../src/runner/notebookFile';
import { notebookOf } from './notebooks';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();

function file(content: unknown): string {
  const path = join(folder(), '01-test.ipynb');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('a notebook', () => {
  it('gives its heading and its code, whether lines or texts', () => {
    const notebook = notebookOf(['let a = 1;', 'a']);
    notebook.cells[1].source = ['let a\n', '= 1;'];
    const read = readNotebook(file(notebook));
    expect(headingOf(read)).toBe('A test');
    expect(codeOf(read)).toEqual(['let a\n= 1;', 'a']);
  });

  it.each([
    ['{', 'it is not JSON'],
    ['null', 'expected nbformat 4, got none'],
    [{ nbformat: 3, worksheets: [] }, 'expected nbformat 4, got 3'],
    [{ nbformat: 4 }, 'it has no metadata'],
    [{ nbformat: 4, metadata: {} }, 'it has no list of cells'],
    [{ nbformat: 4, metadata: {}, cells: [null] }, 'cell 1 has cell_type undefined'],
    [{ nbformat: 4, metadata: {}, cells: [{ cell_type: 'code' }] }, 'cell 1 has no source text'],
    [
      { nbformat: 4, metadata: { kernelspec: { name: 'python3' } }, cells: [] },
      'its kernel is "python3", expected gan-figures or tslab',
    ],
  ])('that is none is refused with its path and reason: %j', (content, reason) => {
    const path = file(content);
    expect(() => readNotebook(path)).toThrow(path);
    expect(() => readNotebook(path)).toThrow(reason);
  });

  it('that is a folder is refused as such', () => {
    expect(() => readNotebook(folder())).toThrow(
      `${folder()} is no notebook that can run here: it is a folder`,
    );
  });

  it('is found by its number; drafts are left alone', () => {
    for (const name of ['02-b.ipynb', '01-a.ipynb', 'Untitled.ipynb', '03-c.txt'])
      writeFileSync(join(folder(), name), '');
    expect(listNotebooks(folder()).map(notebookName)).toEqual(['01-a', '02-b']);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(__dirname, '..', '..');

function files(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.includes('checkpoints'))
    .map((name) => join(folder, name));
}

test('nothing draws random numbers but the streams of src/rng', () => {
  const unseeded =
    /Math\.random\(|tf\.(random|truncatedNormal|multinomial|dropout)|randomBytes|getRandomValues/;
  const offenders = [...files('src', '.ts'), ...files('notebooks', '.ipynb')]
    .filter((name) => !name.startsWith(join('src', 'rng')))
    .filter((name) => unseeded.test(readFileSync(join(root, name), 'utf8')));
  expect(offenders).toEqual([]);
});

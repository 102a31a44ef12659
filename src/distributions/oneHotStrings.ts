/**
 * Strings of one length as rows of one-hot vectors, one vector a character: character c at place t has a 1 at
 * `t * alphabet.length + alphabet.indexOf(c)`.
 *
 * @returns [n, length * alphabet.length] flattened
 * @throws Error when there is no string, lengths differ, or a character is not in the alphabet
 */
export function oneHotStrings(strings: readonly string[], alphabet: string): Float64Array {
  if (strings.length === 0) throw new Error('oneHotStrings: expected at least one string, got none');
  const length = strings[0].length;
  const points = new Float64Array(strings.length * length * alphabet.length);
  strings.forEach((text, i) => {
    if (text.length !== length || length === 0)
      throw new Error(
        `oneHotStrings: expected strings of one length >= 1, got "${strings[0]}" and "${text}"`,
      );
    for (let t = 0; t < length; t++) {
      const letter = alphabet.indexOf(text[t]);
      if (letter < 0)
        throw new Error(`oneHotStrings: "${text[t]}" of "${text}" is not in the alphabet "${alphabet}"`);
      points[(i * length + t) * alphabet.length + letter] = 1;
    }
  });
  return points;
}

/**
 * The strings that rows of one vector a character stand for: at each place the character with the largest entry (the
 * first of equals). It undoes {@link oneHotStrings}, and decodes rows of probabilities as the released language model
 * of Improved Training of WGANs does.
 *
 * @param points [n, length * alphabet.length] flattened
 * @throws Error when the alphabet is empty, the length is no integer >= 1, or the points are no whole rows
 */
export function argmaxStrings(points: ArrayLike<number>, alphabet: string, length: number): string[] {
  const letters = alphabet.length;
  if (letters === 0) throw new Error('argmaxStrings: the alphabet must have a character, got none');
  if (!Number.isSafeInteger(length) || length < 1)
    throw new Error(`argmaxStrings: length must be an integer >= 1, got ${length}`);
  if (points.length % (length * letters) !== 0)
    throw new Error(
      `argmaxStrings: expected a multiple of ${length} x ${letters} coordinates, got ${points.length}`,
    );
  const character = (at: number) => {
    let best = 0;
    for (let k = 1; k < letters; k++) if (points[at + k] > points[at + best]) best = k;
    return alphabet[best];
  };
  return Array.from({ length: points.length / (length * letters) }, (_, i) =>
    Array.from({ length }, (_, t) => character((i * length + t) * letters)).join(''),
  );
}

import * as tf from '@tensorflow/tfjs';

/** Arrays and records; tensors, functions and everything else are leaves. */
function isContainer(x: unknown): x is Record<string, unknown> {
  return typeof x === 'object' && x !== null && !(x instanceof tf.Tensor || ArrayBuffer.isView(x));
}

/** What lies at the ends of nested arrays and records, in order; of each of them, before its contents, their number. */
export function leavesOf(x: unknown, leaves: unknown[] = []): unknown[] {
  if (!isContainer(x)) leaves.push(x);
  else {
    const contents = Object.values(x);
    leaves.push(contents.length);
    for (const content of contents) leavesOf(content, leaves);
  }
  return leaves;
}

/** The same arrays and records with other leaves. */
export function mapLeaves(x: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(x)) return x.map((content) => mapLeaves(content, change));
  if (!isContainer(x)) return change(x);
  return Object.fromEntries(Object.entries(x).map(([name, content]) => [name, mapLeaves(content, change)]));
}

import type { Output } from '../notebookFile';

/** The formats that a stored notebook keeps: what shows everywhere and cannot run. */
export const storableFormats = ['image/png', 'text/plain'];

/** The outputs of a cell as they are stored: pictures and text, no HTML, no script. */
export function storable(outputs: readonly Output[]): Output[] {
  return outputs.flatMap((output): Output[] => {
    if (output.output_type === 'stream') return [{ ...output, text: lines(output.text) }];
    if (output.output_type === 'error') return [output];
    const data = pick(output.data);
    if (typeof data['text/plain'] === 'string') data['text/plain'] = lines(data['text/plain']);
    return Object.keys(data).length === 0 ? [] : [{ ...output, data, metadata: pick(output.metadata) }];
  });
}

/** A text as nbformat stores it: a list of lines, each with its end. */
export function lines(text: string | string[]): string[] {
  const whole = typeof text === 'string' ? text : text.join('');
  return whole.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function pick(formats: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(formats).filter(([format]) => storableFormats.includes(format)));
}

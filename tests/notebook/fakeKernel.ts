import { createRequire } from 'node:module';

const jupyter = createRequire(__filename)('tslab/dist/jupyter');

export interface Published {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
  transient: { display_id?: string };
  update: boolean;
}

/** Makes this process look like a kernel, and records what cells would display. */
export function fakeKernel(): { published: Published[]; stop(): void } {
  const published: Published[] = [];
  jupyter.lastWriteDisplayData = (content: Omit<Published, 'update'>, update: boolean) =>
    published.push({ ...content, update });
  return {
    published,
    stop: () => {
      jupyter.lastWriteDisplayData = null;
    },
  };
}

/** The engines that can compute, best first. */
export const backendNames = ['tensorflow', 'wasm', 'cpu'] as const;

/** `tensorflow` is the native library (GPU, else its CPU build), `wasm` and `cpu` come with every installation. */
export type BackendName = (typeof backendNames)[number];

/** Whether a backend can be used here: `detail` says what it is, or why it is missing. */
export interface BackendStatus {
  name: BackendName;
  available: boolean;
  detail: string;
}

/** A matrix product of the system's BLAS, C = A B of stored matrices or their transposes, row by row. */
export interface Blas {
  /** The file it was loaded from. */
  library: string;
  /** Computes on so many threads from now on, if it is OpenBLAS. */
  useThreads(count: number): void;
  product(a: Float32Array, b: Float32Array, c: Float32Array, sizes: BlasSizes): void;
}

/** C is [m, n], the sum runs over k. */
export interface BlasSizes {
  m: number;
  n: number;
  k: number;
  transposeA: boolean;
  transposeB: boolean;
}

/** What we use of koffi. */
interface Koffi {
  load(file: string): { func(prototype: string): (...given: unknown[]) => void };
}

const accelerate = '/System/Library/Frameworks/Accelerate.framework/Accelerate';

/** Where a library with the C interface of BLAS may be, best first. */
const candidates: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['libopenblas.so.0', 'libopenblas.so', 'libcblas.so.3', 'libblas.so.3'],
  darwin: [accelerate, '/opt/homebrew/opt/openblas/lib/libopenblas.dylib', 'libopenblas.dylib'],
  win32: ['libopenblas.dll', 'openblas.dll'],
};

const sgemm = `void cblas_sgemm(int order, int transA, int transB, int m, int n, int k, float alpha, const void *a, int lda,
  const void *b, int ldb, float beta, void *c, int ldc)`;
const [rowMajor, asStored, transposed] = [101, 111, 112]; // the enumerations of cblas.h

/**
 * The BLAS of this machine, called through the optional package koffi. OpenBLAS computes on one thread unless
 * `OPENBLAS_NUM_THREADS` says otherwise, since trainings run side by side in processes.
 *
 * @throws Error with the reason when there is none
 */
export function findBlas(): Blas {
  const koffi = loadKoffi();
  const files = candidates[process.platform] ?? [];
  for (const file of files)
    try {
      const library = koffi.load(file);
      const multiply = library.func(sgemm);
      const useThreads = threadSetter(library);
      useThreads(Number(process.env.OPENBLAS_NUM_THREADS || 1));
      return {
        library: file,
        useThreads,
        product: (a, b, c, { m, n, k, transposeA, transposeB }) =>
          multiply(
            ...[rowMajor, transposeA ? transposed : asStored, transposeB ? transposed : asStored, m, n, k],
            ...[1, a, transposeA ? m : k, b, transposeB ? k : n, 0, c, n],
          ),
      };
    } catch {} // the next one
  throw new Error(`none of ${files.join(', ') || 'no known library'} is there, or it lacks cblas_sgemm`);
}

function loadKoffi(): Koffi {
  try {
    return require('koffi'); // not imported: it may be absent
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(
      code === 'MODULE_NOT_FOUND' ? 'koffi is not installed' : `koffi: ${message.split('\n')[0]}`,
    );
  }
}

function threadSetter(library: ReturnType<Koffi['load']>): (count: number) => void {
  try {
    return library.func('void openblas_set_num_threads(int count)');
  } catch {
    return () => {}; // another BLAS
  }
}

const explanations: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EFBIG: 'the file is larger than allowed here',
  EROFS: 'the file system is read-only',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENOENT: 'its folder is gone',
  EMFILE: 'too many files are open',
};

/**
 * In words why a file could not be written, or undefined when `error` is of another kind.
 *
 * @param where what was written to; the error's own path, which it often lacks, is better
 */
export function fileProblem(error: unknown, where: string): string | undefined {
  const { code, path = where } = error as NodeJS.ErrnoException;
  const explanation = code === undefined ? undefined : explanations[code];
  return explanation && `cannot write ${path}: ${explanation} (${code})`;
}

/** The error to throw instead of `error`: one that explains it, where {@link fileProblem} can. */
export function explained(error: unknown, where: string): unknown {
  const problem = fileProblem(error, where);
  return problem === undefined ? error : new Error(problem, { cause: error });
}

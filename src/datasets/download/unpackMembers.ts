import { extract } from 'tar';
import { fileProblem } from '../../files/fileProblem';

/**
 * Unpacks chosen files of a tar archive, zipped or not, into a folder, without the folder that they lie in there. Anything else is
 * passed over: other names, links, devices, folders, and paths that lead elsewhere.
 *
 * @param members their whole names in the archive, all of the form `folder/name`
 * @throws Error naming the archive when it is damaged, or the file that could not be written
 */
export async function unpackMembers(
  archive: string,
  into: string,
  members: readonly string[],
): Promise<void> {
  try {
    await extract({
      file: archive,
      cwd: into,
      strip: 1,
      strict: true,
      preserveOwner: false,
      noMtime: true,
      filter: (path, entry) => 'type' in entry && entry.type === 'File' && members.includes(path),
    });
  } catch (error) {
    const problem = fileProblem(error, into) ?? `${archive} cannot be unpacked: ${(error as Error).message}`;
    throw new Error(problem, { cause: error });
  }
}

import { protocolVersion } from './wire';

/** The answer to `kernel_info_request`. @param versions of this package and of the TypeScript that compiles cells */
export function kernelInfo(versions: { kernel: string; typescript: string }): Record<string, unknown> {
  return {
    status: 'ok',
    protocol_version: protocolVersion,
    implementation: 'gan-figures',
    implementation_version: versions.kernel,
    language_info: {
      name: 'typescript',
      version: versions.typescript,
      mimetype: 'text/typescript',
      file_extension: '.ts',
      pygments_lexer: 'typescript',
      // JupyterLab reads `mode`, the classic notebook `name` and `typescript`
      codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
    },
    banner: `gan-figures ${versions.kernel}, TypeScript ${versions.typescript}, Node ${process.version}`,
    help_links: [],
  };
}

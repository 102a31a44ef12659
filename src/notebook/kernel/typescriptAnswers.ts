import type { JupyterHandlerImpl } from 'tslab/dist/jupyter';

type Content = Record<string, unknown>;

/** Answers to requests about code that is not run, by message type. @param handler tslab's, started when needed */
export function typescriptAnswers(
  handler: () => JupyterHandlerImpl,
): Record<string, (content: Content) => object> {
  return {
    is_complete_request: (content) => handler().handleIsComplete(content as never),
    complete_request: (content) => handler().handleComplete(content as never),
    inspect_request: (content) => handler().handleInspect(content as never),
    comm_info_request: () => ({ status: 'ok', comms: {} }), // no widgets
    history_request: () => ({ status: 'ok', history: [] }),
  };
}

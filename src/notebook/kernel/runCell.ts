import type { CellOutput } from './cellOutput';
import type { Channel } from './channel';
import type { Session } from './session';
import type { Message } from './wire';

export interface CellSurroundings {
  session: Session;
  output: CellOutput;
  channel: Channel;
  /** Awaited when the cell has failed and before anybody is told by the reply. */
  beforeFailedReply(): Promise<void>;
}

/**
 * Answers an `execute_request`: publishes the input, runs the cell, publishes its error if it fails, replies.
 *
 * @param count number of the cell, as in `[3]`
 */
export async function runCell(
  request: Message,
  count: number,
  { session, output, channel, beforeFailedReply }: CellSurroundings,
): Promise<void> {
  const code = String(request.content.code);
  if (request.content.silent !== true)
    channel.publish(request, 'execute_input', { code, execution_count: count });
  output.belongTo(request);
  const failure = await session.execute(code, `cell [${count}]`);
  output.flush();
  if (!failure) {
    await channel.reply(request, 'execute_reply', {
      status: 'ok',
      execution_count: count,
      user_expressions: {},
      payload: [],
    });
    return;
  }
  channel.publish(request, 'error', { ...failure });
  await beforeFailedReply();
  await channel.reply(request, 'execute_reply', { status: 'error', execution_count: count, ...failure });
}

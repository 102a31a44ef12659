import { type Checkpoint, openCheckpoint } from './checkpoint';
import type { Course, Finished, LoopOptions } from './course';
import type { History } from './history';
import { createMeter, type Failure, type Meter } from './meter';
import { planOf } from './plan';
import { disposePlayers, nonFinitePlayer, type Players } from './player';
import { type Progressing, resume } from './resume';
import { digest, snapshot } from './snapshot';
import { createTeller } from './teller';

/**
 * Makes the steps of a training: records, evaluates, saves, tells, and lets the event loop turn.
 *
 * @throws Error when a number is out of range, a checkpoint does not fit, or a number stops being finite (see the
 *   options); the players are freed then
 */
export async function runTraining<P extends Players, H extends History, Moment, T extends object>(
  course: Course<P, H, Moment>,
  options: LoopOptions<H, Moment, T>,
): Promise<Finished<P, H>> {
  const meter = createMeter();
  let now: Progressing<P, H> = {
    players: course.players,
    history: course.history,
    done: 0,
    ending: undefined,
    firstStep: [],
  };
  try {
    const plan = planOf(course, options);
    const checkpoint = options.checkpoint && openCheckpoint<H>(options.checkpoint, plan.settings);
    now = resume(course, checkpoint);
    const resumedFrom = now.done;
    const tell = createTeller(options);
    const look = async () => {
      const measured = await options.evaluate?.measure(course.moment(now.players, now.done));
      now.history.evaluations.push({ ...measured, step: now.done });
    };
    if (resumedFrom > 0) await tell(now, true);
    else if (plan.looks(0)) await look();
    while (!now.ending) {
      makeStep(course, now, meter);
      const records = plan.records(now.done);
      const looks = plan.looks(now.done);
      const failure = records || looks ? failureOf(now, meter) : undefined;
      if (failure) fail(course.name, failure, now, options.onNonFinite);
      else {
        if (records) record(course, now, meter);
        if (looks) await look();
        now.ending = plan.ending(now.history, now.done);
      }
      if (records || now.ending) save(checkpoint, now);
      await tell(now, records);
    }
    const { players, history, done: steps, ending: stoppedBy } = now;
    return { players, history, steps, stoppedBy, resumedFrom };
  } catch (error) {
    disposePlayers(now.players);
    throw error;
  } finally {
    meter.dispose();
  }
}

function makeStep<P extends Players, H extends History>(
  course: Course<P, H, unknown>,
  now: Progressing<P, H>,
  meter: Meter,
): void {
  const { scalars, cosines } = course.step(now.players, now.done);
  now.done++;
  meter.add(now.done, scalars);
  now.history.stepCosine.push(...cosines);
  if (now.done === 1) now.firstStep = digest(now.players);
}

/** What is no longer finite: a scalar since the last look, or a player. */
function failureOf({ players, done }: Progressing<Players, History>, meter: Meter): Failure | undefined {
  const failure = meter.read();
  if (failure) return failure;
  const player = nonFinitePlayer(players);
  return player === undefined ? undefined : { step: done, what: `a parameter of the ${player}` };
}

function fail(
  name: string,
  { step, what }: Failure,
  now: Progressing<Players, History>,
  reaction: 'throw' | 'stop' = 'throw',
): void {
  if (reaction === 'throw') throw new Error(`${name}: ${what} is no longer finite at step ${step}`);
  now.done = step;
  now.ending = 'nonFinite';
}

function record<P extends Players, H extends History>(
  course: Course<P, H, unknown>,
  { history, done }: Progressing<P, H>,
  meter: Meter,
): void {
  history.step.push(done);
  course.record(history, meter.means());
}

function save<H extends History>(checkpoint: Checkpoint<H> | undefined, now: Progressing<Players, H>): void {
  const { players, ...rest } = now;
  checkpoint?.save(() => ({ ...rest, players: snapshot(players) }), now.ending !== undefined);
}

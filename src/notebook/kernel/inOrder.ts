/** Work that is done one piece after the other. */
export interface Queue<T> {
  push(item: T): void;
  /** Removes and returns what has not been started. */
  takeAll(): T[];
}

/** @param work must not reject: nobody waits for it */
export function inOrder<T>(work: (item: T) => Promise<void>): Queue<T> {
  let waiting: T[] = [];
  let working = false;

  async function workOff(): Promise<void> {
    if (working) return;
    working = true;
    while (waiting.length > 0) await work(waiting.shift()!);
    working = false;
  }

  return {
    push(item) {
      waiting.push(item);
      workOff();
    },
    takeAll() {
      const all = waiting;
      waiting = [];
      return all;
    },
  };
}
